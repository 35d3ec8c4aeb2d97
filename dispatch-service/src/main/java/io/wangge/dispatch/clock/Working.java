package io.wangge.dispatch.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a due time came about.
 *
 * @param counted what counted, in the order of time: for WORKDAY the opening hours of each counted day, for NATURAL_DAY
 *     each day from midnight to midnight
 * @param moved null unless the last day was no workday
 */
public record Working(
        Deadline due, List<Span> counted, @Nullable Moved moved) {

    /** @param to exclusive */
    public record Span(Instant from, Instant to) {
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /**
     * The end was moved to the next workday (Civil Code art. 201, 203).
     *
     * @param lastDay on which it would have ended
     * @param kind what that day is
     * @param from when it would have ended
     */
    public record Moved(LocalDate lastDay, DayKind kind, Instant from) {}

    static Working of(BusinessCalendar calendar, Instant start, Limit limit) {
        Count count = new Count(calendar);
        Deadline due = count.due(start, limit);
        Instant end = count.counted().getLast().to();
        if (end.equals(due.at())) {
            return new Working(due, count.counted(), null);
        }
        LocalDate lastDay = count.dayOf(end.minusNanos(1));
        return new Working(due, count.counted(), new Moved(lastDay, calendar.kindOf(lastDay), end));
    }
}
