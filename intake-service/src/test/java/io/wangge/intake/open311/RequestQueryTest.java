package io.wangge.intake.open311;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.open311.RequestQuery.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestQueryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void without_dates_it_is_the_last_ninety_days_and_the_first_thousand() {
        RequestQuery query = readable(Map.of());
        assertThat(query.until()).isEqualTo(NOW);
        assertThat(query.from()).isEqualTo(NOW.minus(Duration.ofDays(90)));
        assertThat(query.pageSize()).isEqualTo(1000);
        assertThat(query.open()).isNull();
    }

    @Test
    void one_date_spans_ninety_days_and_never_goes_beyond_now() {
        RequestQuery from = readable(Map.of("start_date", "2026-01-01T00:00:00Z"));
        assertThat(Duration.between(from.from(), from.until())).isEqualTo(Duration.ofDays(90));
        assertThat(readable(Map.of("start_date", "2026-11-01T00:00:00Z")).until())
                .isEqualTo(NOW);
        RequestQuery until = readable(Map.of("end_date", "2026-06-01T00:00:00+08:00"));
        assertThat(Duration.between(until.from(), until.until())).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void ninety_days_are_allowed_and_a_second_more_is_not() {
        readable(Map.of("start_date", "2026-01-01T00:00:00Z", "end_date", "2026-04-01T00:00:00Z"));
        assertThat(reasons(Map.of("start_date", "2026-01-01T00:00:00Z", "end_date", "2026-04-01T00:00:01Z")))
                .containsExactly("span-too-long");
        assertThat(reasons(Map.of("start_date", "2026-04-01T00:00:00Z", "end_date", "2026-01-01T00:00:00Z")))
                .containsExactly("start-after-end");
    }

    /** A plus that nobody encoded is a blank; clients without an offset mean the district's time. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-01T00:00:00 08:00",
                "2026-06-01T00:00:00+0800",
                "2026-06-01T00:00:00",
                "2026-06-01",
                "2026-05-31T16:00:00Z"
            })
    void a_time_is_read_as_clients_write_it(String written) {
        assertThat(readable(Map.of("start_date", written)).from()).isEqualTo(Instant.parse("2026-05-31T16:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "+999999999-12-31T23:59:59Z", "9999-12-31T00:00:00Z", "2026-13-01", "-1"})
    void what_is_no_date_is_told(String written) {
        assertThat(reasons(Map.of("start_date", written))).containsExactly("not-a-time");
    }

    @Test
    void an_empty_argument_is_none_and_everything_wrong_is_told_at_once() {
        assertThat(readable(Map.of("status", "", "page", " ")).page()).isEqualTo(1);
        assertThat(readable(Map.of("status", "open,closed")).open()).isNull();
        assertThat(readable(Map.of("status", "closed")).open()).isFalse();
        assertThat(reasons(Map.of("status", "lost", "page", "0", "page_size", "1001", "updated_after", "x")))
                .hasSize(4);
        assertThat(reasons(Map.of("page", "101"))).containsExactly("out-of-range");
    }

    private static RequestQuery readable(Map<String, String> arguments) {
        return ((Reading.Readable) read(arguments)).query();
    }

    private static List<String> reasons(Map<String, String> arguments) {
        return ((Reading.Faulty) read(arguments))
                .faults().stream().map(fault -> fault.what().reason()).toList();
    }

    private static Reading read(Map<String, String> arguments) {
        Map<String, List<String>> all = new HashMap<>();
        arguments.forEach((name, value) -> all.put(name, List.of(value)));
        return RequestQuery.read(new Arguments(all), NOW, ZONE);
    }
}
