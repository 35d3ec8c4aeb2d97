package io.wangge.dispatch.clock;

import java.time.LocalDate;
import java.util.Set;

/**
 * What is different from the weekly pattern (Monday to Friday) in one year.
 *
 * @param holidays days off that would be, or may be, workdays
 * @param workedDays weekend days that are worked instead (调休)
 * @param published false while the holidays are not announced: due times that reach into it are provisional
 */
public record CalendarYear(int year, Set<LocalDate> holidays, Set<LocalDate> workedDays, boolean published) {
    public CalendarYear {
        holidays = Set.copyOf(holidays);
        workedDays = Set.copyOf(workedDays);
        for (LocalDate day : workedDays) {
            if (holidays.contains(day)) {
                throw new IllegalArgumentException(day + " is both a holiday and worked");
            }
        }
        for (LocalDate day : holidays) {
            requireIn(year, day);
        }
        for (LocalDate day : workedDays) {
            requireIn(year, day);
        }
    }

    private static void requireIn(int year, LocalDate day) {
        if (day.getYear() != year) {
            throw new IllegalArgumentException(day + " does not lie in " + year);
        }
    }
}
