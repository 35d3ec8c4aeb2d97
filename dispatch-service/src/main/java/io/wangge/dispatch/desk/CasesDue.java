package io.wangge.dispatch.desk;

import java.time.Instant;
import java.util.List;

/** Port: the cases whose next moment has come. */
public interface CasesDue {
    /** @param at the case's earliest moment */
    record Due(String caseId, Instant at) {
        Place place() {
            return new Place(at, caseId);
        }
    }

    /** A place in their order: many fall due in one moment. */
    record Place(Instant at, String caseId) {
        /** Before all of them. */
        public static final Place FIRST = new Place(Instant.EPOCH, "");
    }

    /**
     * @param now inclusive
     * @param behind the last one seen
     * @return the longest overdue first, and of one moment by id
     */
    List<Due> until(Instant now, Place behind, int atMost);

    /** The store's own time, to compare with this machine's. */
    Instant storeTime();
}
