package io.wangge.dispatch.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One computation on a calendar, which remembers the spans that counted and whether it had to ask a year that is not
 * published.
 */
final class Count {
    private final BusinessCalendar calendar;
    private final List<Working.Span> counted = new ArrayList<>();
    private boolean provisional;

    Count(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    Deadline due(Instant start, Limit limit) {
        Instant at = switch (limit.unit()) {
            case EMERGENCY_MINUTE -> straight(start, Duration.ofMinutes(limit.amount()));
            case EMERGENCY_HOUR -> straight(start, Duration.ofHours(limit.amount()));
            case WORK_HOUR -> open(start, Duration.ofHours(limit.amount()), false);
            case WORKDAY ->
                calendar.workdayCount() == WorkdayCount.WORKING_TIME
                        ? open(start, Duration.ofMinutes(workingMinutes(limit)), false)
                        : closingOfWorkday(dayOf(start), limit.amount());
            case NATURAL_DAY -> endOfNaturalDay(dayOf(start), limit.amount());
        };
        return new Deadline(at, provisional);
    }

    /** A due time at midnight is 24:00 of the day before; only what counts whole days sees the difference. */
    Deadline following(Instant dueBefore, Limit limit) {
        return due(countsDays(limit.unit()) ? dueBefore.minusNanos(1) : dueBefore, limit);
    }

    /** Whether the day of the start is not counted. */
    boolean countsDays(LimitUnit unit) {
        return unit == LimitUnit.NATURAL_DAY
                || unit == LimitUnit.WORKDAY && calendar.workdayCount() == WorkdayCount.WHOLE_DAY;
    }

    Countable between(Instant from, Instant to, LimitUnit unit) {
        Duration time = !to.isAfter(from)
                ? Duration.ZERO
                : switch (unit) {
                    case EMERGENCY_MINUTE, EMERGENCY_HOUR, NATURAL_DAY -> Duration.between(from, to);
                    case WORK_HOUR, WORKDAY -> openBetween(from, to, onlyWorkdays(unit));
                };
        return new Countable(time, unit, provisional);
    }

    Deadline after(Instant at, Countable time) {
        provisional |= time.provisional();
        Instant end = time.isNothing()
                ? at
                : switch (time.unit()) {
                    case EMERGENCY_MINUTE, EMERGENCY_HOUR -> at.plus(time.time());
                    case WORK_HOUR, WORKDAY -> open(at, time.time(), onlyWorkdays(time.unit()));
                    case NATURAL_DAY -> endOfDay(at.plus(time.time()));
                };
        return new Deadline(end, provisional);
    }

    /** A unit's Saturday opening adds work hours, but no workday. */
    boolean onlyWorkdays(LimitUnit unit) {
        return countsDays(unit);
    }

    long workingMinutes(Limit limit) {
        return (long) limit.amount() * calendar.hours().minutesOpen();
    }

    private Instant straight(Instant start, Duration time) {
        Instant end = start.plus(time);
        counted.add(new Working.Span(start, end));
        return end;
    }

    /** What ends exactly at a closing is due at that closing, not at the next opening: hence {@code <=}. */
    Instant open(Instant start, Duration work, boolean onlyWorkdays) {
        Duration left = work;
        for (LocalDate day = dayOf(start); ; day = day.plusDays(1)) {
            for (Working.Span span : openOn(day, onlyWorkdays)) {
                Instant from = later(start, span.from());
                if (!from.isBefore(span.to())) {
                    continue;
                }
                Duration here = Duration.between(from, span.to());
                if (left.compareTo(here) <= 0) {
                    counted.add(new Working.Span(from, from.plus(left)));
                    return from.plus(left);
                }
                counted.add(new Working.Span(from, span.to()));
                left = left.minus(here);
            }
        }
    }

    private Duration openBetween(Instant from, Instant to, boolean onlyWorkdays) {
        Duration sum = Duration.ZERO;
        for (LocalDate day = dayOf(from); startOf(day).isBefore(to); day = day.plusDays(1)) {
            for (Working.Span span : openOn(day, onlyWorkdays)) {
                Instant begin = later(from, span.from());
                Instant end = to.isBefore(span.to()) ? to : span.to();
                sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
            }
        }
        return sum;
    }

    private List<Working.Span> openOn(LocalDate day, boolean onlyWorkdays) {
        provisional |= !calendar.isPublished(day.getYear());
        if (onlyWorkdays && !calendar.isWorkday(day)) {
            return List.of();
        }
        return calendar.hoursOn(day).map(OpeningHours::spans).orElse(List.of()).stream()
                .map(span -> new Working.Span(at(day, span.fromMinute()), at(day, span.toMinute())))
                .toList();
    }

    private Instant closingOfWorkday(LocalDate start, int number) {
        LocalDate day = start;
        for (int passed = 0; passed < number; ) {
            day = day.plusDays(1);
            List<Working.Span> spans = openOn(day, true);
            if (!spans.isEmpty()) {
                passed++;
                counted.addAll(spans);
            }
        }
        return counted.getLast().to();
    }

    private Instant endOfNaturalDay(LocalDate start, int number) {
        for (int n = 1; n <= number; n++) {
            LocalDate day = start.plusDays(n);
            counted.add(new Working.Span(startOf(day), startOf(day.plusDays(1))));
        }
        return notOnADayOff(counted.getLast().to());
    }

    /** A last day that is no workday moves the end to the next workday (Civil Code art. 201, 203). */
    private Instant notOnADayOff(Instant end) {
        LocalDate day = dayOf(end.minusNanos(1));
        if (isWorkday(day)) {
            return end;
        }
        do {
            day = day.plusDays(1);
        } while (!isWorkday(day));
        return startOf(day.plusDays(1));
    }

    /** A NATURAL_DAY ends at 24:00, also when its clock went on at noon. */
    private Instant endOfDay(Instant end) {
        LocalDate last = dayOf(end.minusNanos(1));
        return notOnADayOff(startOf(last.plusDays(1)));
    }

    private boolean isWorkday(LocalDate day) {
        provisional |= !calendar.isPublished(day.getYear());
        return calendar.isWorkday(day);
    }

    /** In the order of time. */
    List<Working.Span> counted() {
        return List.copyOf(counted);
    }

    boolean provisional() {
        return provisional;
    }

    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, calendar.zone());
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    private Instant at(LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute).atZone(calendar.zone()).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
