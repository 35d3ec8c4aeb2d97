package io.wangge.dispatch.clock;

import static io.wangge.dispatch.clock.BusinessCalendarPropertyTest.isOpen;
import static io.wangge.dispatch.clock.LimitUnit.EMERGENCY_HOUR;
import static io.wangge.dispatch.clock.LimitUnit.WORKDAY;
import static io.wangge.dispatch.clock.LimitUnit.WORK_HOUR;
import static io.wangge.dispatch.clock.Years.CALENDAR;
import static io.wangge.dispatch.clock.Years.ZONE;
import static io.wangge.dispatch.clock.Years.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.dispatch.clock.ClockRun.Move;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockRunTest {
    private static final BusinessCalendar WITH_2027 = new BusinessCalendar(
            ZONE,
            OpeningHours.USUAL,
            Map.of(
                    2026,
                    Years.YEAR_2026,
                    2027,
                    new CalendarYear(2027, Set.of(LocalDate.of(2027, 1, 1)), Set.of(), true)));

    @ParameterizedTest(name = "{1} {2} from {0}, paused {3}, going on {4}, are due {5}")
    @CsvSource({
        "2026-03-02 10:00, 4, WORK_HOUR, 2026-03-02 11:00, 2026-03-10 16:00, 2026-03-11 09:00",
        "2026-03-02 10:00, 4, EMERGENCY_HOUR, 2026-03-02 11:00, 2026-03-10 16:00, 2026-03-10 19:00",
        // what is left of a WORKDAY are the opening minutes of workdays until its end
        "2026-03-02 10:00, 2, WORKDAY, 2026-03-02 10:00, 2026-03-09 10:00, 2026-03-11 18:00",
        "2026-03-02 10:00, 2, WORKDAY, 2026-03-03 18:00, 2026-03-09 00:00, 2026-03-09 18:00",
        // over the Spring Festival
        "2026-02-10 10:00, 2, WORKDAY, 2026-02-12 08:00, 2026-02-15 00:00, 2026-02-24 18:00",
        "2026-03-02 10:00, 4, NATURAL_DAY, 2026-03-03 00:00, 2026-03-10 00:00, 2026-03-14 00:00",
        "2026-03-02 10:00, 4, NATURAL_DAY, 2026-03-03 00:00, 2026-03-09 15:00, 2026-03-14 00:00",
        // what would end on Saturday night ends with Monday
        "2026-03-02 10:00, 4, NATURAL_DAY, 2026-03-03 00:00, 2026-03-11 00:00, 2026-03-17 00:00",
        // what is overdue stays overdue
        "2026-03-02 10:00, 1, WORK_HOUR, 2026-03-02 16:00, 2026-03-10 16:00, 2026-03-02 11:00",
    })
    void a_pause_keeps_what_was_left(String start, int amount, LimitUnit unit, String from, String until, String due) {
        ClockRun run = ClockRun.of(at(start), new Limit(amount, unit)).then(new Move.Paused(at(from), at(until), unit));

        assertThat(run.due(CALENDAR).at()).isEqualTo(at(due));
    }

    @Test
    void a_cases_due_time_is_made_of_acceptance_handling_and_what_moved_it() {
        ClockRun run = ClockRun.of(at("2026-03-02 10:00"), new Limit(2, WORK_HOUR))
                .then(new Move.Longer(new Limit(4, WORK_HOUR)))
                .then(new Move.GivenBack(at("2026-03-02 10:00"), at("2026-03-02 11:00"), WORK_HOUR))
                .then(new Move.Longer(new Limit(4, WORK_HOUR)));

        assertThat(run.due(CALENDAR)).isEqualTo(new Deadline(at("2026-03-03 15:00"), false));
    }

    @Test
    void a_provisional_due_time_is_set_anew_once_when_the_year_is_published() {
        ClockRun run = ClockRun.of(at("2026-12-31 16:00"), new Limit(1, WORKDAY));
        Deadline stored = run.due(CALENDAR);

        assertThat(stored).isEqualTo(new Deadline(at("2027-01-01 18:00"), true));
        assertThat(Provisional.yearOf(stored.at(), CALENDAR)).isEqualTo(2027);
        assertThat(Provisional.settled(run, 2027, CALENDAR))
                .as("not published yet")
                .isEmpty();
        assertThat(Provisional.settled(run, 2027, WITH_2027)).hasValue(new Deadline(at("2027-01-04 18:00"), false));
    }

    @Test
    void a_provisional_due_time_that_turns_out_right_is_settled_too() {
        ClockRun run = ClockRun.of(at("2027-01-04 10:00"), new Limit(1, WORKDAY));

        assertThat(Provisional.settled(run, 2027, WITH_2027)).hasValue(new Deadline(at("2027-01-05 18:00"), false));
    }

    @Test
    void one_that_the_published_year_moves_into_the_next_waits_for_that_one() {
        ClockRun run = ClockRun.of(at("2027-12-30 10:00"), new Limit(2, WORKDAY));

        assertThat(Provisional.settled(run, 2028, WITH_2027)).isEmpty();
        assertThat(Provisional.settled(run, 2027, WITH_2027)).hasValue(new Deadline(at("2028-01-03 18:00"), true));
    }

    @Test
    void midnight_at_the_end_of_a_year_belongs_to_it() {
        assertThat(Provisional.yearOf(at("2027-01-01 00:00"), CALENDAR)).isEqualTo(2026);
    }

    @Test
    void what_moved_a_certain_due_time_is_all_that_is_computed_again() {
        ClockRun run = ClockRun.certain(at("2026-12-31 17:00")).then(new Move.Longer(new Limit(2, WORK_HOUR)));

        assertThat(run.due(CALENDAR)).isEqualTo(new Deadline(at("2027-01-01 09:00"), true));
        assertThat(run.due(WITH_2027)).isEqualTo(new Deadline(at("2027-01-04 09:00"), false));
    }

    @Test
    void half_a_limit_is_computed_again_as_half_a_limit() {
        ClockRun run = ClockRun.ofShare(at("2026-12-31 17:00"), new Limit(4, WORK_HOUR), 50);

        assertThat(run.due(WITH_2027)).isEqualTo(new Deadline(at("2027-01-04 09:00"), false));
    }

    @Test
    void what_is_computed_from_something_provisional_is_provisional() {
        ClockRun run = ClockRun.of(at("2026-12-31 17:00"), new Limit(2, WORK_HOUR))
                .then(new Move.Longer(new Limit(1, EMERGENCY_HOUR)));

        assertThat(run.due(CALENDAR).provisional()).isTrue();
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers()
                .between(0, 300 * 24 * 60)
                .map(minute -> LocalDateTime.of(2026, 1, 1, 0, 0)
                        .plusMinutes(minute)
                        .atZone(ZONE)
                        .toInstant());
    }

    @Property(tries = 300)
    void a_clock_that_goes_on_at_once_is_due_as_before(
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 1, max = 20) int amount,
            @ForAll LimitUnit unit,
            @ForAll @IntRange(min = 0, max = 99) int percent) {
        Instant due = CALENDAR.due(start, new Limit(amount, unit)).at();
        Instant now =
                start.plus(Duration.between(start, due).multipliedBy(percent).dividedBy(100));

        Countable left = CALENDAR.left(now, due, unit);
        if (left.isNothing()) {
            return;
        }
        assertThat(CALENDAR.resume(now, left).at()).isEqualTo(due);
    }

    @Property(tries = 200)
    void what_is_left_are_the_minutes_that_count(
            @ForAll("moments") Instant now,
            @ForAll @IntRange(min = 0, max = 20_000) int minutes,
            @ForAll LimitUnit unit) {
        int open = 0;
        for (int minute = 0; minute < minutes; minute++) {
            boolean counts = unit != WORK_HOUR && unit != WORKDAY
                    || isOpen(now.plus(Duration.ofMinutes(minute)).atZone(ZONE));
            open += counts ? 1 : 0;
        }

        assertThat(CALENDAR.left(now, now.plus(Duration.ofMinutes(minutes)), unit)
                        .time())
                .isEqualTo(Duration.ofMinutes(open));
    }

    @Property(tries = 200)
    void what_goes_on_later_is_never_due_earlier(
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other,
            @ForAll @IntRange(min = 1, max = 20_000) int minutes,
            @ForAll LimitUnit unit) {
        Countable left = new Countable(Duration.ofMinutes(minutes), unit, false);
        Instant earlier = one.isBefore(other) ? one : other;
        Instant later = one.isBefore(other) ? other : one;

        assertThat(CALENDAR.resume(later, left).at())
                .isAfterOrEqualTo(CALENDAR.resume(earlier, left).at());
    }
}
