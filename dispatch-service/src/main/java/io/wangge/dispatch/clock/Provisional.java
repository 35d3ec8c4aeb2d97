package io.wangge.dispatch.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Due times that reach into a year whose holidays were not announced are set anew, once, when they are (domain.md,
 * Clocks). All others stay as they were stored: later versions of tables do not move them.
 */
public final class Provisional {
    private Provisional() {}

    /** The year whose holidays decide on a due time; midnight at its end still belongs to it. */
    public static int yearOf(Instant due, BusinessCalendar calendar) {
        return LocalDate.ofInstant(due.minusNanos(1), calendar.zone()).getYear();
    }

    /**
     * What a provisional due time has to be now.
     *
     * @param run what it was computed from
     * @param awaited the year that it reached into
     * @param calendar of the holder, as in force now
     * @return the new due time, to be put on record even when it is the same moment; provisional when it now reaches into
     *     the year after, which is not published. Empty while {@code awaited} is not published
     */
    public static Optional<Deadline> settled(ClockRun run, int awaited, BusinessCalendar calendar) {
        if (!calendar.isPublished(awaited)) {
            return Optional.empty();
        }
        Deadline due = run.due(calendar);
        // One that asks a year before the awaited one, which is not published although the later one is, waits on.
        return due.provisional() && calendar.isPublished(yearOf(due.at(), calendar))
                ? Optional.empty()
                : Optional.of(due);
    }
}
