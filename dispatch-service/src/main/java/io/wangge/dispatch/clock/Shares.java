package io.wangge.dispatch.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * Shares of a limit are shares of its countable minutes (domain.md, Clocks), of those minutes that count: a WORKDAY or
 * NATURAL_DAY limit has none on the day of its start. So a share comes earlier than the due time by just the part of the
 * limit that is left, shares never run backwards, and 100 % is the due time. Counting from the start instead would warn
 * at "80 %" of one workday when more than a workday is left.
 *
 * <p>Beyond 100 % minutes of the same kind are counted from the due time on. A NATURAL_DAY limit whose end was moved to
 * the next workday keeps its own minutes up to 100 %, which is the moved end: moving gives grace, it makes no longer limit.
 */
final class Shares {
    private final BusinessCalendar calendar;

    Shares(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    Deadline of(Instant start, Limit limit, int percent) {
        Count count = new Count(calendar);
        Deadline due = count.due(start, limit);
        long minutes = count.counted().stream()
                        .mapToLong(span -> span.length().toSeconds())
                        .sum()
                / 60;
        return at(firstCounting(count, start, limit.unit()), start, due, limit.unit(), minutes, percent);
    }

    /** A clock that was moved may end within a minute: what is left over of a minute does not count. */
    Deadline until(Instant start, Instant due, LimitUnit unit, int percent) {
        Count count = new Count(calendar);
        Instant first = firstCounting(count, start, unit);
        Countable whole = count.between(first, due, unit);
        return at(
                first,
                start,
                new Deadline(due, whole.provisional()),
                unit,
                whole.time().toMinutes(),
                percent);
    }

    private Deadline at(Instant first, Instant start, Deadline due, LimitUnit unit, long minutes, int percent) {
        if (percent < 0) {
            throw new IllegalArgumentException("A share of " + percent + " % lies before the start");
        }
        if (percent == 100) {
            return due;
        }
        Duration part = Duration.ofMinutes(rounded(minutes, percent < 100 ? percent : percent - 100));
        if (part.isZero()) {
            return percent < 100 ? new Deadline(start, false) : due;
        }
        if (percent < 100) {
            Deadline share = plain(first, part, unit);
            return share.at().isAfter(due.at()) ? due : share;
        }
        Deadline share = plain(due.at(), part, unit);
        return new Deadline(share.at(), due.provisional() || share.provisional());
    }

    /** Halves round up to the minute. */
    private static long rounded(long minutes, int percent) {
        return (minutes * percent + 50) / 100;
    }

    /** Without moving the end of a NATURAL_DAY: only a whole limit ends on a workday. */
    private Deadline plain(Instant from, Duration part, LimitUnit unit) {
        return unit == LimitUnit.NATURAL_DAY
                ? new Deadline(from.plus(part), false)
                : new Count(calendar).after(from, new Countable(part, unit, false));
    }

    private static Instant firstCounting(Count count, Instant start, LimitUnit unit) {
        return count.countsDays(unit) ? count.startOf(count.dayOf(start).plusDays(1)) : start;
    }
}
