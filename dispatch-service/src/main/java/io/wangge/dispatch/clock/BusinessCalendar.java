package io.wangge.dispatch.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Which days are worked, and when the office is open; computes when a limit ends (domain.md, Clocks).
 *
 * @param zone of the district, such as Asia/Shanghai
 * @param years by year; a year that is missing follows the weekly pattern and is not published
 */
public record BusinessCalendar(ZoneId zone, OpeningHours hours, Map<Integer, CalendarYear> years) {
    public BusinessCalendar {
        years = Map.copyOf(years);
    }

    /** When {@code limit} ends that starts at {@code start}; exact, in the units' own ways of counting. */
    public Deadline due(Instant start, Limit limit) {
        return new Count(this).due(start, limit);
    }

    /**
     * When half of {@code limit} ends. Shares are shares of the countable minutes (a WORKDAY counts as its opening
     * minutes, a NATURAL_DAY as 1440); halves round up to the minute.
     */
    public Deadline dueAfterHalf(Instant start, Limit limit) {
        return new Count(this).share(start, limit, 1, 2);
    }

    /** When {@code numerator / denominator} of {@code limit} is used up that starts at {@code start}; see {@link #dueAfterHalf}. */
    public Deadline share(Instant start, Limit limit, int numerator, int denominator) {
        return new Count(this).share(start, limit, numerator, denominator);
    }

    /**
     * A due time after a pause: what was left when it began is left when it ends, counted as {@code unit} counts.
     *
     * @param from when the pause began
     * @param to when it ended
     */
    public Deadline resumed(Instant due, Instant from, Instant to, LimitUnit unit) {
        return new Count(this).resumed(due, from, to, unit);
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

    /** Whether the day on which {@code moment} lies is worked. */
    public boolean isWorkday(Instant moment) {
        return isWorkday(LocalDate.ofInstant(moment, zone));
    }

    /** Whether the holidays of {@code year} are announced. */
    public boolean isPublished(int year) {
        CalendarYear data = years.get(year);
        return data != null && data.published();
    }
}
