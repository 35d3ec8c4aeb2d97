package io.wangge.dispatch.clock;

import static io.wangge.dispatch.clock.Years.CALENDAR;
import static io.wangge.dispatch.clock.Years.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The calendar against a slow, obvious count of minute after minute. */
class BusinessCalendarPropertyTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.integers()
                .between(0, 365 * 24 * 60 - 1)
                .map(minute -> LocalDateTime.of(2026, 1, 1, 0, 0)
                        .plusMinutes(minute)
                        .atZone(ZONE)
                        .toInstant());
    }

    @Property(tries = 300)
    void work_hours_are_the_minutes_in_which_the_office_is_open(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 40) int hours) {
        assertThat(CALENDAR.due(start, new Limit(hours, LimitUnit.WORK_HOUR)).at())
                .isEqualTo(minuteByMinute(start, hours * 60));
    }

    @Property(tries = 300)
    void workdays_end_at_the_closing_of_the_last_one(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 30) int days) {
        int left = days;
        LocalDate day = start.atZone(ZONE).toLocalDate();
        while (left > 0) {
            day = day.plusDays(1);
            left -= isOpen(day.atTime(10, 0).atZone(ZONE)) ? 1 : 0;
        }

        assertThat(CALENDAR.due(start, new Limit(days, LimitUnit.WORKDAY)).at())
                .isEqualTo(day.atTime(18, 0).atZone(ZONE).toInstant());
    }

    @Property(tries = 300)
    void natural_days_end_at_a_midnight_behind_a_workday(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant due =
                CALENDAR.due(start, new Limit(days, LimitUnit.NATURAL_DAY)).at();

        ZonedDateTime midnight = due.atZone(ZONE);
        LocalDate last = midnight.toLocalDate().minusDays(1);
        LocalDate asked = start.atZone(ZONE).toLocalDate().plusDays(days);
        assertThat(midnight.toLocalTime().toSecondOfDay()).isZero();
        assertThat(isOpen(last.atTime(10, 0).atZone(ZONE))).isTrue();
        assertThat(last).isAfterOrEqualTo(asked);
        assertThat(asked.datesUntil(last)
                        .noneMatch(day -> isOpen(day.atTime(10, 0).atZone(ZONE))))
                .as("no workday was passed over")
                .isTrue();
    }

    @Property(tries = 300)
    void a_later_start_is_never_due_earlier(
            @ForAll("starts") Instant one,
            @ForAll("starts") Instant other,
            @ForAll @IntRange(min = 1, max = 20) int amount,
            @ForAll LimitUnit unit) {
        Instant earlier = one.isBefore(other) ? one : other;
        Instant later = one.isBefore(other) ? other : one;
        Limit limit = new Limit(amount, unit);

        assertThat(CALENDAR.due(later, limit).at())
                .isAfterOrEqualTo(CALENDAR.due(earlier, limit).at());
        assertThat(CALENDAR.due(earlier, limit).at()).isAfter(earlier);
    }

    /** Counts every minute that begins in opening hours; due when the last one is over. */
    static Instant minuteByMinute(Instant start, int minutes) {
        Instant now = start;
        for (int left = minutes; left > 0; now = now.plus(MINUTE)) {
            left -= isOpen(now.atZone(ZONE)) ? 1 : 0;
        }
        return now;
    }

    static boolean isOpen(ZonedDateTime time) {
        int hour = time.getHour();
        return isWorked(time.toLocalDate()) && (hour >= 8 && hour < 12 || hour >= 14 && hour < 18);
    }

    private static boolean isWorked(LocalDate day) {
        CalendarYear year = Years.YEAR_2026;
        boolean weekday = day.getDayOfWeek().getValue() <= 5;
        return year.workedDays().contains(day) || weekday && !year.holidays().contains(day);
    }
}
