package io.wangge.dispatch.desk;

import io.wangge.dispatch.routing.Matter;
import java.util.List;

/** Port: what was reported lately. */
public interface PastMatters {
    /** @return at most {@code most}, newest first */
    List<PastMatter> newest(int most);

    /** As it was when its case was opened. */
    record PastMatter(String caseId, String caseNumber, Matter matter) {}
}
