package io.wangge.ledger.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.ledger.webhook.Subscription.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningTest {
    private static final String PUBLISHED = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void signs_as_the_published_example_of_standard_webhooks() {
        assertThat(Signing.signature(PUBLISHED, "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void both_secrets_sign_while_one_is_changed_and_the_former_no_longer_after_that() {
        Subscription changing = Changes.newSecret(subscription(), "whsec_c2VjcmV0LW9mLXRvZGF5", NOW.plusSeconds(60));
        Delivery delivery = Delivery.of(changing, "case/1/1", "io.wangge.case.closed.v1", "1", 1, "{}", NOW);

        assertThat(Signing.headers(changing, delivery, NOW)
                        .get("webhook-signature")
                        .split(" "))
                .hasSize(2)
                .allMatch(signature -> signature.startsWith("v1,"));
        assertThat(Signing.headers(changing, delivery, NOW.plusSeconds(61))
                        .get("webhook-signature")
                        .split(" "))
                .hasSize(1);
    }

    @Test
    void a_pattern_takes_a_family_and_a_name_takes_one_kind() {
        assertThat(subscription().wants("io.wangge.case.closed.v1")).isTrue();
        assertThat(subscription().wants("io.wangge.report.received.v1")).isTrue();
        assertThat(subscription().wants("io.wangge.callback.round-opened.v1")).isFalse();
        assertThat(subscription().wants("io.wangge.audit.signed-in.v1")).isFalse();
    }

    static Subscription subscription() {
        return new Subscription(
                "s",
                "市平台",
                URI.create("https://city.example/hook"),
                List.of("case.*", "report.received"),
                "u-district",
                false,
                true,
                null,
                List.of(new Secret(PUBLISHED, null)),
                "s-admin-1",
                NOW,
                null,
                null);
    }
}
