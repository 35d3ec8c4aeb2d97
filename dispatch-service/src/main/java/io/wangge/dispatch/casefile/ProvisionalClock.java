package io.wangge.dispatch.casefile;

import io.wangge.dispatch.clock.ClockRun;
import java.util.List;

/**
 * A due time that reaches into a year whose holidays are not published, with what it needs to be computed again.
 *
 * @param unitPath to the unit whose hours count; empty for the district's
 * @param run by the limits that were in force when it began
 * @param awaitedYear the year whose calendar settles it
 */
public record ProvisionalClock(Which which, List<String> unitPath, ClockRun run, int awaitedYear) {
    public ProvisionalClock {
        unitPath = List.copyOf(unitPath);
    }

    /** Whose due time. */
    public enum Which {
        /** The present hold's, for accepting. */
        ACCEPTANCE,
        /** The present hold's. */
        HANDLING,
        /** The case's own. */
        CASE,
        /** Of the dispatcher, the looks in the field, the callback, the inspector. */
        WAITING,
        /** Of the reply to a supervision. */
        REPLY,
        /** Of the answer to a criticism. */
        CRITICISM_REPLY,
        /** The last step of a supervision clock that has begun. */
        SUPERVISION
    }
}
