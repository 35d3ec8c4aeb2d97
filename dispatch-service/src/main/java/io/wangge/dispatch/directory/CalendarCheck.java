package io.wangge.dispatch.directory;

import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.clock.CalendarYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold in a calendar before a due time is computed by it. */
public final class CalendarCheck {
    private CalendarCheck() {}

    /**
     * @param years as they came, a year may wrongly stand twice
     * @param units ids of those units that have hours of their own
     * @return what is wrong; empty when all is well
     */
    public static List<Finding> check(List<CalendarYear> years, Collection<String> units, Directory directory) {
        List<Finding> findings = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (CalendarYear year : years) {
            String where = "calendar " + year.year();
            if (!seen.add(year.year())) {
                findings.add(new Finding(where, "two tables for one year: no day may be in two of them"));
            }
            year.workedDays().stream()
                    .sorted()
                    .filter(day -> !isWeekend(day))
                    .forEach(day -> findings.add(new Finding(
                            where, day + " is no Saturday or Sunday, so it cannot be worked in exchange (调休)")));
        }
        units.stream()
                .sorted()
                .filter(id -> directory.unit(id).isEmpty())
                .forEach(id ->
                        findings.add(new Finding("calendar hours of unit " + id, "the directory has no such unit")));
        return findings;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
