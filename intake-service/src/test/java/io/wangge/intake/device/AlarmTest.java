package io.wangge.intake.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Urgency;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final ReadingKind TILT =
            new ReadingKind("tilt", "井盖倾角", "Tilt", "°", 15.0, null, 2, "0102", Urgency.NORMAL);
    private static final Device COVER =
            new Device("cover-7", "江滨路7号井盖", "c1", "staff-1", "g", null, null, false, null, null, null);

    @Test
    void one_reading_out_of_bounds_is_a_wave_and_two_in_a_row_are_an_alarm() {
        Alarm.Step first = step(Alarm.none("cover-7", "tilt"), "b1", false, 40);
        Alarm.Step second = step(first.after(), "b2", false, 41);

        assertThat(first.fired()).isFalse();
        assertThat(first.after().reportId()).isEmpty();
        assertThat(second.fired()).isTrue();
        assertThat(second.after().text()).contains("江滨路7号井盖", "41°", "高于 15°");
        assertThat(second.after().filed()).isFalse();
    }

    @Test
    void a_reading_within_bounds_begins_the_count_again() {
        Alarm.Step step = step(Alarm.none("cover-7", "tilt"), "b1", false, 40, 3, 40, 3);

        assertThat(step.fired()).isFalse();
        assertThat(step.after().inARow()).isZero();
    }

    @Test
    void what_comes_while_the_case_is_open_is_counted_onto_it() {
        Alarm open =
                step(Alarm.none("cover-7", "tilt"), "b1", false, 40, 41).after().withReport();
        Alarm.Step more = step(open, "b2", false, 60, 50, 3);

        assertThat(more.fired()).isFalse();
        assertThat(more.after().reportId()).isEqualTo(open.reportId());
        assertThat(more.after().counted()).isEqualTo(4);
        assertThat(more.after().worst()).isEqualTo(60);
        assertThat(more.after().filed()).isTrue();
    }

    @Test
    void after_the_case_is_over_the_next_alarm_is_another_one() {
        Alarm open =
                step(Alarm.none("cover-7", "tilt"), "b1", false, 40, 41).after().withReport();
        Alarm.Step again = step(open, "b2", true, 42, 43);

        assertThat(again.fired()).isTrue();
        assertThat(again.after().run()).isEqualTo(2);
        assertThat(again.after().reportId()).isNotEqualTo(open.reportId());
        assertThat(again.after().counted()).isEqualTo(2);
        assertThat(again.after().text()).contains("此前已告警 1 次");
    }

    @Test
    void the_same_batch_again_changes_nothing() {
        Alarm.Step first = step(Alarm.none("cover-7", "tilt"), "b1", false, 40, 41);
        Alarm.Step again = step(first.after(), "b1", false, 40, 41);

        assertThat(again.fired()).isFalse();
        assertThat(again.after()).isEqualTo(first.after());
    }

    private static Alarm.Step step(Alarm before, String batch, boolean over, double... values) {
        List<Reading> readings = Arrays.stream(values)
                .mapToObj(value -> new Reading("tilt", value, null))
                .toList();
        return before.after(batch, readings, TILT, COVER, over, "", NOW);
    }
}
