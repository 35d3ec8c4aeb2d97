package io.wangge.ledger.criticism;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The criticisms of a month, from the entries themselves. */
public interface CriticismList {

    /**
     * @param state of its case now
     * @param replyDueAt 15 日内答复
     * @param repliedAt the first answer; null until it is given
     * @param revisitAt when the revisit is due that is waited for; null while none is
     */
    record Line(
            String caseId,
            String caseNumber,
            String state,
            List<String> holderPath,
            Instant registeredAt,
            @Nullable Instant replyDueAt,
            @Nullable Instant repliedAt,
            @Nullable Instant revisitAt) {}

    /** Registered in {@code month}, the latest first. @param units the caller's */
    List<Line> of(YearMonth month, Set<String> units, int atMost);

    /** Whose people see the case of this criticism; empty when there is no such criticism. */
    Optional<List<String>> scopeOf(String caseId);

    List<Award> awardsOf(Set<String> caseIds);

    List<Award> wonIn(String scoringId);

    List<Sanction> sanctionsOf(Set<String> caseIds);

    /** The latest first. @param units the caller's */
    List<Scoring> scorings(Set<String> units, int atMost);
}
