package io.wangge.dispatch.clock;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How much time is left, or has passed since, in the terms of the limit: 3 work hours, 2 workdays. Rounded down to the
 * whole, so that nobody is promised more than there is; less than one is told in the next smaller unit.
 *
 * @param amount 0 within the last minute
 * @param overdue whether the due time has passed; a due time itself is not overdue
 */
public record Remaining(long amount, Unit unit, boolean overdue) {

    /** What an amount is counted in. */
    public enum Unit {
        /** Day and night. */
        EMERGENCY_MINUTE,
        /** Day and night. */
        EMERGENCY_HOUR,
        /** While the office is open. */
        WORK_MINUTE,
        WORK_HOUR,
        WORKDAY,
        NATURAL_DAY
    }

    /** @param calendar of the unit that is to act */
    public static Remaining of(Instant now, Instant due, LimitUnit unit, BusinessCalendar calendar) {
        boolean overdue = now.isAfter(due);
        Instant from = overdue ? due : now;
        Instant to = overdue ? now : due;
        long days = wholeDays(from, to, unit, calendar);
        if (days > 0) {
            return new Remaining(days, unit == LimitUnit.WORKDAY ? Unit.WORKDAY : Unit.NATURAL_DAY, overdue);
        }
        long minutes = calendar.countable(from, to, unit).time().toMinutes();
        boolean office = unit == LimitUnit.WORK_HOUR || unit == LimitUnit.WORKDAY;
        return minutes < 60
                ? new Remaining(minutes, office ? Unit.WORK_MINUTE : Unit.EMERGENCY_MINUTE, overdue)
                : new Remaining(minutes / 60, office ? Unit.WORK_HOUR : Unit.EMERGENCY_HOUR, overdue);
    }

    private static long wholeDays(Instant from, Instant to, LimitUnit unit, BusinessCalendar calendar) {
        return switch (unit) {
            case EMERGENCY_MINUTE, EMERGENCY_HOUR, WORK_HOUR -> 0;
            case NATURAL_DAY -> daysEnded(from, to, unit, calendar);
            case WORKDAY ->
                calendar.workdayCount() == WorkdayCount.WORKING_TIME
                        ? calendar.countable(from, to, unit).time().toMinutes()
                                / calendar.hours().minutesOpen()
                        : daysEnded(from, to, unit, calendar);
        };
    }

    /** The day on which one stands does not count, as it does not when a limit starts. */
    private static long daysEnded(Instant from, Instant to, LimitUnit unit, BusinessCalendar calendar) {
        LocalDate today = LocalDate.ofInstant(from.minusNanos(1), calendar.zone());
        return today.plusDays(1)
                .datesUntil(LocalDate.ofInstant(to, calendar.zone()).plusDays(1))
                .filter(day -> unit == LimitUnit.NATURAL_DAY || calendar.isWorkday(day))
                .filter(day -> !end(day, unit, calendar).isAfter(to))
                .count();
    }

    private static Instant end(LocalDate day, LimitUnit unit, BusinessCalendar calendar) {
        int minute = unit == LimitUnit.WORKDAY
                ? calendar.hoursOn(day).map(OpeningHours::closingMinute).orElse(0)
                : 24 * 60;
        return day.atStartOfDay().plusMinutes(minute).atZone(calendar.zone()).toInstant();
    }
}
