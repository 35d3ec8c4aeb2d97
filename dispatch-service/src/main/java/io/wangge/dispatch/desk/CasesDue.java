package io.wangge.dispatch.desk;

import java.time.Instant;
import java.util.List;

/** Port: the cases whose next moment has come. */
public interface CasesDue {
    /** @param at the case's earliest moment */
    record Due(String caseId, Instant at) {}

    /**
     * @param now inclusive
     * @param notBefore inclusive
     * @return the longest overdue first
     */
    List<Due> until(Instant now, Instant notBefore, int atMost);

    /** The store's own time, to compare with this machine's. */
    Instant storeTime();
}
