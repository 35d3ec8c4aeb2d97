package io.wangge.dispatch.clock;

import java.time.Duration;

/**
 * Time as a limit's unit counts it: what a paused clock has left, what a returned hold used.
 *
 * @param time of open hours for WORK_HOUR, of the opening hours of workdays for WORKDAY, day and night for the others;
 *     never negative
 * @param provisional true when a year that is not published had to be asked
 */
public record Countable(Duration time, LimitUnit unit, boolean provisional) {
    public Countable {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Countable time is never negative: " + time);
        }
    }

    /** Whether there is nothing: a clock that is overdue cannot be paused, its due time stays. */
    public boolean isNothing() {
        return time.isZero();
    }
}
