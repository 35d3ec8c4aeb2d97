package io.wangge.dispatch.clock;

import static io.wangge.dispatch.clock.Years.CALENDAR;
import static io.wangge.dispatch.clock.Years.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainingTest {

    @ParameterizedTest(name = "at {0}, due {1} in {2}: {3} {4}, overdue {5}")
    @CsvSource({
        "2026-03-02 09:00, 2026-03-02 10:30, EMERGENCY_HOUR, 1, EMERGENCY_HOUR, false",
        "2026-03-02 09:00, 2026-03-02 09:20, EMERGENCY_HOUR, 20, EMERGENCY_MINUTE, false",
        "2026-03-02 09:00, 2026-03-03 11:00, EMERGENCY_HOUR, 26, EMERGENCY_HOUR, false",
        // over night
        "2026-03-02 17:00, 2026-03-03 10:00, WORK_HOUR, 3, WORK_HOUR, false",
        "2026-03-02 17:01, 2026-03-03 10:00, WORK_HOUR, 2, WORK_HOUR, false",
        "2026-03-03 09:30, 2026-03-03 10:00, WORK_HOUR, 30, WORK_MINUTE, false",
        "2026-03-03 10:00, 2026-03-03 10:00, WORK_HOUR, 0, WORK_MINUTE, false",
        "2026-03-03 11:30, 2026-03-03 10:00, WORK_HOUR, 1, WORK_HOUR, true",
        "2026-03-04 08:10, 2026-03-03 18:00, WORK_HOUR, 10, WORK_MINUTE, true",
        // a due time at a closing passes while nobody works
        "2026-03-03 20:00, 2026-03-03 18:00, WORK_HOUR, 0, WORK_MINUTE, true",
        // the day on which one stands does not count
        "2026-03-02 09:00, 2026-03-04 18:00, WORKDAY, 2, WORKDAY, false",
        "2026-03-02 20:00, 2026-03-04 18:00, WORKDAY, 2, WORKDAY, false",
        "2026-03-03 09:00, 2026-03-04 18:00, WORKDAY, 1, WORKDAY, false",
        "2026-03-04 10:00, 2026-03-04 18:00, WORKDAY, 6, WORK_HOUR, false",
        "2026-03-05 10:00, 2026-03-04 18:00, WORKDAY, 2, WORK_HOUR, true",
        "2026-03-06 10:00, 2026-03-04 18:00, WORKDAY, 1, WORKDAY, true",
        // over National Day; Saturday 10 October is worked
        "2026-09-30 10:00, 2026-10-10 18:00, WORKDAY, 3, WORKDAY, false",
        "2026-03-02 10:00, 2026-03-07 00:00, NATURAL_DAY, 4, NATURAL_DAY, false",
        "2026-03-06 10:00, 2026-03-07 00:00, NATURAL_DAY, 14, EMERGENCY_HOUR, false",
        "2026-03-09 10:00, 2026-03-07 00:00, NATURAL_DAY, 2, NATURAL_DAY, true",
    })
    void time_is_told_in_the_terms_of_the_limit(
            String now, String due, LimitUnit unit, long amount, Remaining.Unit told, boolean overdue) {
        assertThat(Remaining.of(at(now), at(due), unit, CALENDAR)).isEqualTo(new Remaining(amount, told, overdue));
    }

    @Test
    void at_its_start_a_limit_is_left_whole() {
        for (LimitUnit unit : new LimitUnit[] {LimitUnit.WORK_HOUR, LimitUnit.EMERGENCY_HOUR, LimitUnit.WORKDAY}) {
            Deadline due = CALENDAR.due(at("2026-03-02 10:00"), new Limit(3, unit));

            assertThat(Remaining.of(at("2026-03-02 10:00"), due.at(), unit, CALENDAR))
                    .isEqualTo(new Remaining(3, Remaining.Unit.valueOf(unit.name()), false));
        }
    }

    @Test
    void a_workday_counted_as_working_time_is_left_as_working_time() {
        BusinessCalendar district = BusinessCalendarTest.workingTime();
        Deadline due = district.due(at("2026-03-02 10:00"), new Limit(2, LimitUnit.WORKDAY));

        assertThat(Remaining.of(at("2026-03-02 10:00"), due.at(), LimitUnit.WORKDAY, district))
                .isEqualTo(new Remaining(2, Remaining.Unit.WORKDAY, false));
        assertThat(Remaining.of(at("2026-03-03 11:00"), due.at(), LimitUnit.WORKDAY, district))
                .isEqualTo(new Remaining(7, Remaining.Unit.WORK_HOUR, false));
    }
}
