package io.wangge.intake.desk;

import io.wangge.intake.notice.Audience;
import io.wangge.intake.notice.Preferences;
import io.wangge.intake.notice.Reach;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How people are reached, what they want to hear, and who stands behind a case. Everything is asked for many at once. */
public interface People {
    /** @param recipients {@link io.wangge.intake.notice.Addressee}s; those who cannot be reached are missing */
    Map<String, Reach> reach(Collection<String> recipients);

    /** Those who never said anything are missing. */
    Map<String, Preferences> preferences(Collection<String> recipients);

    void prefer(String recipient, Preferences preferences);

    /** Case id → who stands behind it. */
    Map<String, Audience> audiences(Collection<String> caseIds);

    /** 并案: they hear of {@code caseId} from now on, under the number that they were given for the other. */
    void follow(String caseId, String otherCaseId, List<String> personIds);

    /** Hears of {@code caseId} from now on, under a number of his own. */
    void follow(String caseId, String personId, String trackingNumber);

    void unfollow(String caseId, List<String> personIds);
}
