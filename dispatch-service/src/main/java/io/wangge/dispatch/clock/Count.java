package io.wangge.dispatch.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** One computation on a calendar, which remembers whether it had to ask a year that is not published. */
final class Count {
    private final BusinessCalendar calendar;
    private boolean provisional;

    Count(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    Deadline due(Instant start, Limit limit) {
        Instant at = switch (limit.unit()) {
            case EMERGENCY_MINUTE -> start.plus(Duration.ofMinutes(limit.amount()));
            case EMERGENCY_HOUR -> start.plus(Duration.ofHours(limit.amount()));
            case WORK_HOUR -> afterWorking(start, Duration.ofHours(limit.amount()));
            case WORKDAY -> closingOfWorkday(start, limit.amount());
            case NATURAL_DAY -> endOfNaturalDay(start, limit.amount());
        };
        return new Deadline(at, provisional);
    }

    Deadline share(Instant start, Limit limit, int numerator, int denominator) {
        long whole = countableMinutes(limit);
        Duration share = Duration.ofMinutes(Math.ceilDiv(whole * numerator, (long) denominator));
        Instant at = switch (limit.unit()) {
            case EMERGENCY_MINUTE, EMERGENCY_HOUR, NATURAL_DAY -> start.plus(share);
            case WORK_HOUR, WORKDAY -> afterWorking(start, share);
        };
        return new Deadline(at, provisional);
    }

    private long countableMinutes(Limit limit) {
        long amount = limit.amount();
        return switch (limit.unit()) {
            case EMERGENCY_MINUTE -> amount;
            case EMERGENCY_HOUR, WORK_HOUR -> amount * 60;
            case WORKDAY -> amount * calendar.hours().minutesOpen();
            case NATURAL_DAY -> amount * 24 * 60;
        };
    }

    /** What ends exactly at a closing is due at that closing, not at the next opening: hence {@code <=}. */
    private Instant afterWorking(Instant start, Duration work) {
        Duration left = work;
        for (LocalDate day = dayOf(start); ; day = day.plusDays(1)) {
            if (!isWorkday(day)) {
                continue;
            }
            for (OpeningHours.Span span : calendar.hours().spans()) {
                Instant opens = at(day, span.fromMinute());
                Instant closes = at(day, span.toMinute());
                Instant from = start.isAfter(opens) ? start : opens;
                if (!from.isBefore(closes)) {
                    continue;
                }
                Duration open = Duration.between(from, closes);
                if (left.compareTo(open) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(open);
            }
        }
    }

    private Instant closingOfWorkday(Instant start, int number) {
        LocalDate day = dayOf(start);
        for (int counted = 0; counted < number; ) {
            day = day.plusDays(1);
            if (isWorkday(day)) {
                counted++;
            }
        }
        return at(day, calendar.hours().closingMinute());
    }

    /** A last day that is no workday moves the end to the next workday (Civil Code art. 201, 203). */
    private Instant endOfNaturalDay(Instant start, int number) {
        LocalDate day = dayOf(start).plusDays(number);
        while (!isWorkday(day)) {
            day = day.plusDays(1);
        }
        return day.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }

    Deadline resumed(Instant due, Instant from, Instant to, LimitUnit unit) {
        if (!due.isAfter(from)) {
            return new Deadline(due, provisional); // it had run out before the pause
        }
        Instant at = switch (unit) {
            case EMERGENCY_MINUTE, EMERGENCY_HOUR, NATURAL_DAY -> due.plus(Duration.between(from, to));
            case WORK_HOUR, WORKDAY -> afterWorking(to, workingBetween(from, due));
        };
        return new Deadline(at, provisional);
    }

    private Duration workingBetween(Instant from, Instant to) {
        Duration worked = Duration.ZERO;
        for (LocalDate day = dayOf(from); !day.isAfter(dayOf(to)); day = day.plusDays(1)) {
            if (isWorkday(day)) {
                for (OpeningHours.Span span : calendar.hours().spans()) {
                    Instant opens = later(from, at(day, span.fromMinute()));
                    Instant closes = earlier(to, at(day, span.toMinute()));
                    worked = opens.isBefore(closes) ? worked.plus(Duration.between(opens, closes)) : worked;
                }
            }
        }
        return worked;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private boolean isWorkday(LocalDate day) {
        provisional |= !calendar.isPublished(day.getYear());
        return calendar.isWorkday(day);
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, calendar.zone());
    }

    private Instant at(LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute).atZone(calendar.zone()).toInstant();
    }
}
