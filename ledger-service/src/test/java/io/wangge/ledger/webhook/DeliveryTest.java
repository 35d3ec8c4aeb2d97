package io.wangge.ledger.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration DAYS = Duration.ofDays(3);

    private final Delivery fresh =
            Delivery.of(SigningTest.subscription(), "case/1/1", "io.wangge.case.closed.v1", "1", 1, "{}", NOW);

    @Test
    void the_same_event_has_the_same_id_for_a_subscriber_and_another_for_another() {
        assertThat(Delivery.idOf("s", "case/1/1")).isEqualTo(fresh.id()).startsWith("msg_");
        assertThat(Delivery.idOf("t", "case/1/1")).isNotEqualTo(fresh.id());
    }

    @Test
    void a_failure_waits_longer_each_time() {
        Delivery once = fresh.after(Reply.answered(500, 3), NOW, DAYS);
        Delivery twice = once.after(Reply.failed("timed-out", 3), NOW, DAYS);

        assertThat(once.state()).isEqualTo(Delivery.State.WAITING);
        assertThat(once.problem()).isEqualTo("http-500");
        assertThat(Duration.between(NOW, once.nextAt())).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        assertThat(Duration.between(NOW, twice.nextAt())).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(72));
    }

    @Test
    void after_some_days_it_is_given_up_and_a_success_ends_it() {
        assertThat(fresh.after(Reply.answered(503, 1), NOW.plus(DAYS).plusSeconds(1), DAYS)
                        .state())
                .isEqualTo(Delivery.State.GIVEN_UP);
        assertThat(fresh.after(Reply.answered(204, 1), NOW, DAYS).state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void a_redirect_is_a_failure() {
        assertThat(Reply.answered(302, 1).isGood()).isFalse();
    }
}
