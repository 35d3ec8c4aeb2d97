package io.wangge.dispatch.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Which days are worked, and when the office is open.
 *
 * @param zone of the district, such as Asia/Shanghai
 * @param years by year; a year that is missing follows the weekly pattern and is not published
 */
public record BusinessCalendar(ZoneId zone, OpeningHours hours, Map<Integer, CalendarYear> years) {
    public BusinessCalendar {
        years = Map.copyOf(years);
    }

    public boolean isWorkday(LocalDate day) {
        CalendarYear year = years.get(day.getYear());
        if (year != null && year.holidays().contains(day)) {
            return false;
        }
        if (year != null && year.workedDays().contains(day)) {
            return true;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether the holidays of {@code year} are announced. */
    public boolean isPublished(int year) {
        CalendarYear data = years.get(year);
        return data != null && data.published();
    }
}
