package io.wangge.dispatch.clock;

import java.util.Optional;

/**
 * Due times that reach into a year whose holidays were not announced are set anew, once, when they are (domain.md,
 * Clocks). All others stay as they were stored: later versions of tables do not move them.
 */
public final class Provisional {
    private Provisional() {}

    /**
     * What {@code stored} has to be now.
     *
     * @param run what {@code stored} was computed from
     * @param calendar of the holder, as in force now
     * @return the final due time, to be put on record even when it is the same moment; empty when {@code stored} is final
     *     already, or still reaches into a year that is not published
     */
    public static Optional<Deadline> settled(ClockRun run, Deadline stored, BusinessCalendar calendar) {
        return stored.provisional()
                ? Optional.of(run.due(calendar)).filter(due -> !due.provisional())
                : Optional.empty();
    }
}
