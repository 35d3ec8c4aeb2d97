package io.wangge.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TrackingNumberTest {
    @Test
    void a_day_begins_at_midnight_of_the_district_and_has_its_own_series() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");

        assertThat(TrackingNumber.on(Instant.parse("2026-11-22T15:59:59.999Z"), zone, series -> {
                    assertThat(series).isEqualTo("tracking/261122");
                    return 42;
                }))
                .isEqualTo("261122-0042");
        assertThat(TrackingNumber.on(Instant.parse("2026-11-22T16:00:00Z"), zone, series -> 12345))
                .isEqualTo("261123-12345");
    }
}
