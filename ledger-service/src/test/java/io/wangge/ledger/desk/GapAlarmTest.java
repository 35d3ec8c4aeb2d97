package io.wangge.ledger.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapAlarmTest {
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    private final GapAlarm alarm = new GapAlarm(Duration.ofSeconds(60));
    private final Gap gap = new Gap("case/a", 2, 3, 1, START);

    @Test
    void anEventThatIsOnlyLateRaisesNothing() {
        assertThat(alarm.look(List.of(gap), START.plusSeconds(59)).raised()).isEmpty();
        assertThat(alarm.look(List.of(), START.plusSeconds(70)).filled()).isEmpty();
    }

    @Test
    void aGapThatDoesNotFillIsSaidOnceAndOnceMoreWhenItHas() {
        assertThat(alarm.look(List.of(gap), START.plusSeconds(60)).raised()).containsExactly(gap);
        assertThat(alarm.look(List.of(gap), START.plusSeconds(90)).raised()).isEmpty();
        assertThat(alarm.standing()).containsExactly("case/a");

        assertThat(alarm.look(List.of(), START.plusSeconds(95)).filled()).containsExactly(gap);
        assertThat(alarm.look(List.of(), START.plusSeconds(99)).filled()).isEmpty();
        assertThat(alarm.standing()).isEmpty();
    }
}
