package io.wangge.intake.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.wangge.intake.notice.Attempt;
import io.wangge.intake.notice.Message;
import io.wangge.intake.notice.MessageChannel;
import io.wangge.intake.notice.PushServices;
import io.wangge.intake.notice.PushSubscription;
import io.wangge.intake.sending.PushService.Browser;
import io.wangge.intake.sending.PushService.Shown;
import io.wangge.kit.settings.StartRefused;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebPushTest {
    private final ECKey district = newPair();
    private PushService service;
    private WebPush push;

    @BeforeEach
    void start() throws Exception {
        service = new PushService(district);
        push = push(settings(publicKey(district), privateKey(district), "mailto:grid@example.gov.cn"));
    }

    @AfterEach
    void stop() {
        push.close();
        service.close();
    }

    @Test
    void a_browser_reads_what_its_push_service_cannot() throws Exception {
        Browser browser = service.browser("one");
        assertThat(push.send(subscription(browser), message("supervised", "请回复 😀"), false))
                .isEqualTo(new Attempt.Sent());
        Shown shown = browser.shown.getFirst();
        assertThat(shown.message().path("title").asString()).isEqualTo("督办");
        assertThat(shown.message().path("text").asString()).isEqualTo("请回复 😀");
        assertThat(shown.message().path("link").asString()).isEqualTo("https://grid.example/#/cases/1");
        assertThat(shown.ttl()).isEqualTo("43200");
        assertThat(shown.urgency()).isEqualTo("normal");
        assertThat(shown.topic()).hasSize(32).matches("[0-9a-f]+");
    }

    @Test
    void a_message_of_any_length_fits_and_a_repeat_takes_the_place_of_the_first() throws Exception {
        Browser browser = service.browser("one");
        push.send(subscription(browser), message("emergency-dispatched", "路".repeat(5_000)), false);
        push.send(subscription(browser), message("emergency-dispatched", "路".repeat(5_000)), false);
        assertThat(browser.shown.getFirst().message().path("text").asString()).hasSize(601);
        assertThat(browser.shown.getFirst().urgency()).isEqualTo("high");
        assertThat(browser.shown.get(1).topic())
                .isEqualTo(browser.shown.getFirst().topic());
    }

    @ParameterizedTest
    @CsvSource({"404", "410"})
    void a_browser_that_left_is_gone(int status) throws Exception {
        Browser browser = service.browser("one");
        browser.status = status;
        assertThat(push.send(subscription(browser), message("supervised", "x"), false))
                .isEqualTo(new Attempt.Refused("gone"));
    }

    @ParameterizedTest
    @CsvSource({"429", "500", "503"})
    void a_service_that_is_busy_is_asked_again(int status) throws Exception {
        Browser browser = service.browser("one");
        browser.status = status;
        assertThat(push.send(subscription(browser), message("supervised", "x"), false))
                .isEqualTo(new Attempt.NotNow("status-" + status));
    }

    @Test
    void a_service_that_is_away_is_asked_again_and_one_that_is_not_named_never() throws Exception {
        Browser browser = service.browser("one");
        service.close();
        assertThat(push.send(subscription(browser), message("supervised", "x"), false))
                .isEqualTo(new Attempt.NotNow("no-answer"));
        PushSubscription elsewhere = new PushSubscription(
                "s", "STAFF:s", URI.create("http://10.0.0.8/x"), browser.p256dh(), browser.auth(), Instant.EPOCH, null);
        assertThat(push.send(elsewhere, message("supervised", "x"), false))
                .isEqualTo(new Attempt.Refused("push-service-not-allowed"));
    }

    @Test
    void only_what_a_browser_can_have_made_is_a_key() throws Exception {
        Browser browser = service.browser("one");
        assertThat(push.isKey(browser.p256dh(), browser.auth())).isTrue();
        byte[] beside = PushService.point(district);
        beside[64] ^= 1;
        assertThat(push.isKey(Base64URL.encode(beside).toString(), browser.auth()))
                .isFalse();
        assertThat(push.isKey("", browser.auth())).isFalse();
        assertThat(push.isKey("!", "!")).isFalse();
        assertThat(push.isKey(browser.p256dh(), "AAAA")).isFalse();
    }

    @Test
    void keys_that_are_no_pair_stop_the_service_with_a_sentence() {
        ECKey other = newPair();
        assertThatThrownBy(() -> push(settings(publicKey(district), privateKey(other), "mailto:a@b.cn")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("grid.notices.push");
        assertThatThrownBy(() -> settings(publicKey(district), null, "mailto:a@b.cn"))
                .isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> settings(publicKey(district), privateKey(district), null))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("contact");
        assertThat(settings(null, null, null).on()).isFalse();
        assertThat(settings(" ", "", null).pushed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/x",
                "https://web.push.apple.com/x",
                "https://FCM.googleapis.com:443/x"
            })
    void known_push_services_are_called(String endpoint) {
        assertThat(known().allow(URI.create(endpoint))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/x",
                "https://fcm.googleapis.com.evil.example/x",
                "https://evilpush.apple.com.cn/x",
                "https://push.apple.com@10.0.0.1/x",
                "https://127.0.0.1/x",
                "file:///etc/passwd",
                "https:opaque"
            })
    void nothing_else_is(String endpoint) {
        assertThat(known().allow(URI.create(endpoint))).isFalse();
    }

    private static PushServices known() {
        return new PushServices(List.of("fcm.googleapis.com", "*.push.apple.com"), false);
    }

    private static WebPush push(PushSettings settings) {
        return new WebPush(settings, new PushServices(settings.hosts(), settings.allowHttp()));
    }

    private static PushSettings settings(
            @Nullable String publicKey, @Nullable String privateKey, @Nullable String contact) {
        return new PushSettings(
                publicKey,
                privateKey,
                null,
                contact,
                List.of("supervised"),
                List.of("127.0.0.1"),
                true,
                Duration.ofHours(12),
                Duration.ofSeconds(20));
    }

    private static PushSubscription subscription(Browser browser) {
        return new PushSubscription(
                "s", "STAFF:s", browser.endpoint, browser.p256dh(), browser.auth(), Instant.EPOCH, null);
    }

    private static Message message(String subject, String text) {
        return new Message(
                "notice-1",
                MessageChannel.PUSH,
                "STAFF:s",
                subject,
                "督办",
                text,
                "https://grid.example/#/cases/1",
                false,
                Map.of());
    }

    private static ECKey newPair() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publicKey(ECKey pair) {
        return Base64URL.encode(PushService.point(pair)).toString();
    }

    private static String privateKey(ECKey pair) {
        return pair.getD().toString();
    }
}
