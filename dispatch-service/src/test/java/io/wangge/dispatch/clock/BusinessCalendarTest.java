package io.wangge.dispatch.clock;

import static io.wangge.dispatch.clock.LimitUnit.EMERGENCY_HOUR;
import static io.wangge.dispatch.clock.LimitUnit.EMERGENCY_MINUTE;
import static io.wangge.dispatch.clock.LimitUnit.NATURAL_DAY;
import static io.wangge.dispatch.clock.LimitUnit.WORKDAY;
import static io.wangge.dispatch.clock.LimitUnit.WORK_HOUR;
import static io.wangge.dispatch.clock.Years.CALENDAR;
import static io.wangge.dispatch.clock.Years.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    @ParameterizedTest(name = "{1} {2} from {0} end at {3}")
    @CsvSource({
        // day and night
        "2026-10-03 23:30, 90, EMERGENCY_MINUTE, 2026-10-04 01:00",
        "2026-10-03 23:30, 24, EMERGENCY_HOUR, 2026-10-04 23:30",
        // within a morning, over noon, over night
        "2026-03-02 09:00, 2, WORK_HOUR, 2026-03-02 11:00",
        "2026-03-02 11:00, 2, WORK_HOUR, 2026-03-02 15:00",
        "2026-03-02 17:00, 4, WORK_HOUR, 2026-03-03 11:00",
        // what ends exactly at a closing is due at that closing
        "2026-03-02 08:00, 4, WORK_HOUR, 2026-03-02 12:00",
        "2026-03-02 16:00, 2, WORK_HOUR, 2026-03-02 18:00",
        // started outside hours: from the next opening
        "2026-03-02 12:30, 1, WORK_HOUR, 2026-03-02 15:00",
        "2026-03-02 12:00, 1, WORK_HOUR, 2026-03-02 15:00",
        "2026-03-02 20:00, 1, WORK_HOUR, 2026-03-03 09:00",
        "2026-03-07 10:00, 1, WORK_HOUR, 2026-03-09 09:00",
        // a Sunday that is worked
        "2026-01-04 09:00, 2, WORK_HOUR, 2026-01-04 11:00",
        // over the Spring Festival; Saturday 14 February is worked
        "2026-02-13 17:00, 2, WORK_HOUR, 2026-02-14 09:00",
        "2026-02-14 17:00, 2, WORK_HOUR, 2026-02-24 09:00",
        // the day of the start is not counted, whatever its hour
        "2026-03-02 08:00, 1, WORKDAY, 2026-03-03 18:00",
        "2026-03-02 23:59, 1, WORKDAY, 2026-03-03 18:00",
        "2026-03-06 10:00, 1, WORKDAY, 2026-03-09 18:00",
        "2026-03-07 10:00, 1, WORKDAY, 2026-03-09 18:00",
        // National Day; Saturday 10 October is worked
        "2026-09-30 10:00, 1, WORKDAY, 2026-10-08 18:00",
        "2026-09-30 10:00, 3, WORKDAY, 2026-10-10 18:00",
        "2026-09-30 10:00, 4, WORKDAY, 2026-10-12 18:00",
        // to the last midnight; a last day off moves to the next workday
        "2026-03-02 10:00, 1, NATURAL_DAY, 2026-03-04 00:00",
        "2026-03-02 10:00, 4, NATURAL_DAY, 2026-03-07 00:00",
        "2026-03-02 10:00, 5, NATURAL_DAY, 2026-03-10 00:00",
        "2026-02-10 10:00, 7, NATURAL_DAY, 2026-02-25 00:00",
        // Labour Day; Saturday 9 May is worked
        "2026-05-01 10:00, 8, NATURAL_DAY, 2026-05-10 00:00",
    })
    void a_limit_ends(String start, int amount, LimitUnit unit, String end) {
        assertThat(CALENDAR.due(at(start), new Limit(amount, unit))).isEqualTo(new Deadline(at(end), false));
    }

    @Test
    void seconds_are_not_lost() {
        Instant start = at("2026-03-02 11:59:30").plusMillis(250);

        assertThat(CALENDAR.due(start, new Limit(1, WORK_HOUR)).at())
                .isEqualTo(at("2026-03-02 14:59:30").plusMillis(250));
    }

    @Test
    void a_due_time_is_provisional_only_when_it_asks_a_year_that_is_not_published() {
        assertThat(CALENDAR.due(at("2026-12-31 16:00"), new Limit(2, WORK_HOUR)).provisional())
                .as("ends with the year")
                .isFalse();
        assertThat(CALENDAR.due(at("2026-12-31 16:00"), new Limit(3, WORK_HOUR)))
                .isEqualTo(new Deadline(at("2027-01-01 09:00"), true));
        assertThat(CALENDAR.due(at("2026-12-31 16:00"), new Limit(1, WORKDAY)).provisional())
                .isTrue();
        assertThat(CALENDAR.due(at("2026-12-30 16:00"), new Limit(1, NATURAL_DAY)))
                .as("24:00 of the last day")
                .isEqualTo(new Deadline(at("2027-01-01 00:00"), false));
        assertThat(CALENDAR.due(at("2026-12-31 16:00"), new Limit(24, EMERGENCY_HOUR))
                        .provisional())
                .as("day and night ask no calendar")
                .isFalse();
        assertThat(CALENDAR.due(at("2028-03-01 09:00"), new Limit(1, WORKDAY)).provisional())
                .as("a year without data")
                .isTrue();
    }

    @Test
    void what_follows_on_a_provisional_due_time_is_provisional() {
        Deadline first = CALENDAR.due(at("2026-12-31 17:00"), new Limit(2, WORK_HOUR));

        assertThat(first.then(CALENDAR, new Limit(30, EMERGENCY_MINUTE)))
                .isEqualTo(new Deadline(at("2027-01-01 09:30"), true));
    }

    @Test
    void handling_after_an_acceptance_that_ended_at_midnight_counts_the_next_day() {
        Deadline acceptance = CALENDAR.due(at("2026-03-02 10:00"), new Limit(1, NATURAL_DAY));

        assertThat(acceptance.at()).isEqualTo(at("2026-03-04 00:00"));
        assertThat(acceptance.then(CALENDAR, new Limit(2, NATURAL_DAY)).at())
                .as("24:00 of the 3rd, and two days more")
                .isEqualTo(at("2026-03-06 00:00"));
        assertThat(acceptance.then(CALENDAR, new Limit(1, WORK_HOUR)).at()).isEqualTo(at("2026-03-04 09:00"));
    }

    @Test
    void a_unit_has_its_own_hours_else_those_of_the_next_one_above_else_the_districts() {
        OpeningHours evening = hours("08:00-12:00", "14:00-20:00");
        OpeningHours saturday = hours("09:00-12:00");
        BusinessCalendar calendar = new BusinessCalendar(
                Years.ZONE,
                OfficeHours.of(OpeningHours.USUAL),
                CALENDAR.years(),
                WorkdayCount.WHOLE_DAY,
                Map.of(
                        "window",
                        new OfficeHours(
                                OpeningHours.USUAL,
                                Map.of(DayOfWeek.SATURDAY, saturday, DayOfWeek.WEDNESDAY, evening))),
                3);
        BusinessCalendar window = calendar.of(List.of("district", "street", "window", "desk"));
        Limit hour = new Limit(1, WORK_HOUR);

        assertThat(window.due(at("2026-03-07 09:30"), hour).at())
                .as("a Saturday of the window")
                .isEqualTo(at("2026-03-07 10:30"));
        assertThat(window.due(at("2026-03-04 18:30"), hour).at())
                .as("a Wednesday evening")
                .isEqualTo(at("2026-03-04 19:30"));
        assertThat(window.due(at("2026-02-14 13:00"), hour).at())
                .as("a Saturday that is worked like any workday")
                .isEqualTo(at("2026-02-14 15:00"));
        assertThat(window.due(at("2026-02-21 09:30"), hour).at())
                .as("a Saturday within a holiday")
                .isEqualTo(at("2026-02-24 09:00"));
        assertThat(window.due(at("2026-03-06 09:30"), new Limit(1, WORKDAY)).at())
                .as("opening on a Saturday makes it no workday")
                .isEqualTo(at("2026-03-09 18:00"));
        assertThat(window.due(at("2026-03-03 09:30"), new Limit(1, WORKDAY)).at())
                .as("the last closing of a long Wednesday")
                .isEqualTo(at("2026-03-04 20:00"));
        assertThat(calendar.of(List.of("district", "street"))
                        .due(at("2026-03-07 09:30"), hour)
                        .at())
                .isEqualTo(at("2026-03-09 09:00"));
        assertThat(window.of(List.of("district"))).isEqualTo(calendar);
        assertThat(window.version()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{1} workdays counted as working time from {0} end at {2}")
    @CsvSource({
        "2026-03-02 10:00, 1, 2026-03-03 10:00",
        "2026-03-02 08:00, 1, 2026-03-02 18:00",
        "2026-03-06 17:00, 2, 2026-03-10 17:00",
        "2026-02-13 17:00, 2, 2026-02-24 17:00",
    })
    void a_district_may_count_a_workday_as_its_working_time(String start, int amount, String end) {
        BusinessCalendar district = workingTime();

        assertThat(district.due(at(start), new Limit(amount, WORKDAY)).at()).isEqualTo(at(end));
        assertThat(district.due(at(start), new Limit(amount * 8, WORK_HOUR)).at())
                .isEqualTo(at(end));
    }

    static BusinessCalendar workingTime() {
        return new BusinessCalendar(
                Years.ZONE,
                OfficeHours.of(OpeningHours.USUAL),
                CALENDAR.years(),
                WorkdayCount.WORKING_TIME,
                Map.of(),
                0);
    }

    private static OpeningHours hours(String... spans) {
        return new OpeningHours(Stream.of(spans)
                .map(span -> span.split("-", -1))
                .map(ends -> new OpeningHours.Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
                .toList());
    }

    @Test
    void the_working_names_the_days_that_counted_and_why_the_end_was_moved() {
        Working workdays = CALENDAR.working(at("2026-09-30 10:00"), new Limit(2, WORKDAY));
        Working days = CALENDAR.working(at("2026-09-30 10:00"), new Limit(3, NATURAL_DAY));

        assertThat(workdays.counted())
                .extracting(span -> LocalDateTime.ofInstant(span.from(), Years.ZONE) + "/" + span.length())
                .containsExactly(
                        "2026-10-08T08:00/PT4H",
                        "2026-10-08T14:00/PT4H",
                        "2026-10-09T08:00/PT4H",
                        "2026-10-09T14:00/PT4H");
        assertThat(workdays.moved()).isNull();
        assertThat(days.counted()).hasSize(3);
        assertThat(days.due().at()).isEqualTo(at("2026-10-09 00:00"));
        assertThat(days.moved())
                .isEqualTo(new Working.Moved(LocalDate.of(2026, 10, 3), DayKind.HOLIDAY, at("2026-10-04 00:00")));
    }

    @Test
    void a_calendar_that_contradicts_itself_is_refused() {
        Set<LocalDate> day = Set.of(LocalDate.of(2026, 1, 1));

        assertThatThrownBy(() -> new CalendarYear(2026, day, day, true)).hasMessageContaining("both");
        assertThatThrownBy(() -> new CalendarYear(2027, day, Set.of(), true)).hasMessageContaining("2027");
        assertThatThrownBy(() -> new Limit(0, WORKDAY)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new Limit(3651, NATURAL_DAY)).hasMessageContaining("ten years");
    }
}
