package io.wangge.dispatch.clock;

import static io.wangge.dispatch.clock.BusinessCalendarPropertyTest.isOpen;
import static io.wangge.dispatch.clock.Years.CALENDAR;
import static io.wangge.dispatch.clock.Years.ZONE;
import static io.wangge.dispatch.clock.Years.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest(name = "{3} % of {1} {2} from {0} are used up at {4}")
    @CsvSource({
        // halves round up to the minute
        "2026-03-02 09:00, 3, EMERGENCY_MINUTE, 50, 2026-03-02 09:02",
        "2026-03-02 09:00, 1, EMERGENCY_HOUR, 50, 2026-03-02 09:30",
        "2026-03-02 09:00, 1, EMERGENCY_HOUR, 150, 2026-03-02 10:30",
        "2026-03-02 09:00, 4, WORK_HOUR, 50, 2026-03-02 11:00",
        "2026-03-02 17:00, 4, WORK_HOUR, 80, 2026-03-03 10:12",
        "2026-03-02 17:00, 4, WORK_HOUR, 100, 2026-03-03 11:00",
        "2026-03-02 17:00, 4, WORK_HOUR, 150, 2026-03-03 15:00",
        "2026-03-02 17:00, 4, WORK_HOUR, 200, 2026-03-03 17:00",
        // started outside hours
        "2026-03-07 10:00, 1, WORK_HOUR, 50, 2026-03-09 08:30",
        // the day of the start has no minutes of a WORKDAY
        "2026-03-02 09:00, 1, WORKDAY, 50, 2026-03-03 12:00",
        "2026-03-02 17:00, 2, WORKDAY, 50, 2026-03-03 18:00",
        "2026-03-02 17:00, 2, WORKDAY, 80, 2026-03-04 14:48",
        "2026-03-02 17:00, 2, WORKDAY, 100, 2026-03-04 18:00",
        "2026-03-02 17:00, 2, WORKDAY, 150, 2026-03-05 18:00",
        "2026-03-05 17:00, 1, WORKDAY, 200, 2026-03-09 18:00",
        // over National Day; Saturday 10 October is worked
        "2026-09-30 10:00, 3, WORKDAY, 50, 2026-10-09 12:00",
        "2026-09-30 10:00, 3, WORKDAY, 100, 2026-10-10 18:00",
        // nor of a NATURAL_DAY
        "2026-03-02 17:00, 7, NATURAL_DAY, 50, 2026-03-06 12:00",
        "2026-03-02 17:00, 7, NATURAL_DAY, 100, 2026-03-10 00:00",
        // 100 % is the end as it was moved to Monday; shares below are not moved
        "2026-03-02 10:00, 5, NATURAL_DAY, 50, 2026-03-05 12:00",
        "2026-03-02 10:00, 5, NATURAL_DAY, 80, 2026-03-07 00:00",
        "2026-03-02 10:00, 5, NATURAL_DAY, 100, 2026-03-10 00:00",
        "2026-03-02 10:00, 5, NATURAL_DAY, 200, 2026-03-15 00:00",
    })
    void a_share_of_a_limit(String start, int amount, LimitUnit unit, int percent, String end) {
        assertThat(CALENDAR.share(at(start), new Limit(amount, unit), percent).at())
                .isEqualTo(at(end));
    }

    @Test
    void a_clock_that_was_extended_has_the_shares_of_its_new_length() {
        Instant start = at("2026-03-02 10:00");
        Deadline due = CALENDAR.following(
                CALENDAR.due(start, new Limit(2, LimitUnit.WORKDAY)).at(), new Limit(2, LimitUnit.WORKDAY));

        assertThat(due.at()).isEqualTo(at("2026-03-06 18:00"));
        assertThat(CALENDAR.shareUntil(start, due.at(), LimitUnit.WORKDAY, 50).at())
                .isEqualTo(at("2026-03-04 18:00"));
        assertThat(CALENDAR.shareUntil(start, due.at(), LimitUnit.WORKDAY, 100).at())
                .isEqualTo(due.at());
        assertThat(CALENDAR.shareUntil(start, due.at(), LimitUnit.WORKDAY, 150).at())
                .isEqualTo(at("2026-03-10 18:00"));
    }

    @Test
    void a_share_before_the_start_is_refused() {
        assertThatThrownBy(() -> CALENDAR.share(at("2026-03-02 10:00"), new Limit(1, LimitUnit.WORKDAY), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

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
    void the_whole_share_is_the_due_time(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 30) int amount, @ForAll LimitUnit unit) {
        Limit limit = new Limit(amount, unit);
        Deadline due = CALENDAR.due(start, limit);

        assertThat(CALENDAR.share(start, limit, 100)).isEqualTo(due);
        assertThat(CALENDAR.shareUntil(start, due.at(), unit, 100).at()).isEqualTo(due.at());
    }

    @Property(tries = 300)
    void shares_never_run_backwards(
            @ForAll("starts") Instant start,
            @ForAll @IntRange(min = 1, max = 30) int amount,
            @ForAll LimitUnit unit,
            @ForAll @IntRange(min = 0, max = 299) int percent) {
        Limit limit = new Limit(amount, unit);

        assertThat(CALENDAR.share(start, limit, percent).at()).isAfterOrEqualTo(start);
        assertThat(CALENDAR.share(start, limit, percent + 1).at())
                .isAfterOrEqualTo(CALENDAR.share(start, limit, percent).at());
    }

    @Property(tries = 300)
    void a_share_is_reached_after_that_share_of_the_minutes_that_count(
            @ForAll("starts") Instant start,
            @ForAll @IntRange(min = 1, max = 9) int amount,
            @ForAll LimitUnit unit,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        int minutes = amount
                * switch (unit) {
                    case EMERGENCY_MINUTE -> 1;
                    case EMERGENCY_HOUR, WORK_HOUR -> 60;
                    case WORKDAY -> 480;
                    case NATURAL_DAY -> 1440;
                };
        int part = (int) Math.round(minutes * percent / 100.0);
        Instant expected = start;
        for (int left = part; left > 0; expected = expected.plus(MINUTE)) {
            left -= counts(expected, start, unit) ? 1 : 0;
        }

        assertThat(CALENDAR.share(start, new Limit(amount, unit), percent).at()).isEqualTo(expected);
    }

    private static boolean counts(Instant minute, Instant start, LimitUnit unit) {
        LocalDate day = LocalDate.ofInstant(minute, ZONE);
        boolean later = day.isAfter(LocalDate.ofInstant(start, ZONE));
        return switch (unit) {
            case EMERGENCY_MINUTE, EMERGENCY_HOUR -> true;
            case WORK_HOUR -> isOpen(minute.atZone(ZONE));
            case WORKDAY -> later && isOpen(minute.atZone(ZONE));
            case NATURAL_DAY -> later;
        };
    }
}
