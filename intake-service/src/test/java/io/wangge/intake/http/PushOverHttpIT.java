package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.DISPATCHER;
import static io.wangge.intake.YunshanDirectory.HOLDER;
import static io.wangge.intake.YunshanDirectory.INSPECTOR;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.intake.http.RunningIntake.Answer;
import io.wangge.intake.sending.PushService;
import io.wangge.intake.sending.PushService.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a notice on Kafka to a browser behind a push service that holds to the standards. */
class PushOverHttpIT {
    private static final String PATH = "/api/v1/notices/push-subscriptions";
    private static PushService service;
    private static RunningIntake intake;
    private static String publicKey;

    @BeforeAll
    static void start() throws Exception {
        ECKey district = new ECKeyGenerator(Curve.P_256).generate();
        publicKey = Base64URL.encode(PushService.point(district)).toString();
        service = new PushService(district);
        intake = new RunningIntake(
                "--grid.notices.push.public-key=" + publicKey,
                "--grid.notices.push.private-key=" + district.getD(),
                "--grid.notices.push.contact=mailto:grid@example.gov.cn",
                "--grid.notices.push.hosts=127.0.0.1",
                "--grid.notices.push.allow-http=true",
                "--grid.notices.first-pause=200ms",
                "--grid.notices.every=100ms");
    }

    @AfterAll
    static void stop() {
        intake.close();
        service.close();
    }

    @Test
    void work_of_a_unit_reaches_every_browser_of_its_people_and_nobody_elses() throws Exception {
        Browser phone = service.browser("phone");
        Browser desk = service.browser("desk");
        Browser other = service.browser("other");
        assertThat(intake.get(HOLDER, PATH).text("publicKey")).isEqualTo(publicKey);
        String id = subscribe(HOLDER, phone).text("id");
        assertThat(subscribe(HOLDER, phone).text("id")).isEqualTo(id);
        subscribe(HOLDER, desk);
        subscribe(WORKER, other);
        desk.status = 503;

        raise("990100-71", "supervised");
        shows(phone, "990100-71");
        raise("990100-72", "not-a-subject-to-push");
        desk.status = 201;
        raise("990100-73", "returned");
        shows(phone, "990100-73");
        shows(desk, "990100-73");
        assertThat(phone.shown).hasSize(2);
        assertThat(other.shown).isEmpty();

        assertThat(delete(WORKER, id)).isEqualTo(404);
        assertThat(delete(HOLDER, id)).isEqualTo(204);
        raise("990100-74", "returned");
        shows(desk, "990100-74");
        assertThat(phone.shown).hasSize(2);
    }

    @Test
    void a_browser_that_left_is_forgotten_and_who_wants_no_push_gets_none() throws Exception {
        Browser left = service.browser("left");
        Browser stays = service.browser("stays");
        subscribe(DISPATCHER, left);
        subscribe(DISPATCHER, stays);
        left.status = 410;
        raise(Recipient.staff(DISPATCHER), "990100-81", "returned");
        shows(stays, "990100-81");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> intake.get(DISPATCHER, PATH).json().path("items").size() == 1);

        send("PUT", DISPATCHER, "/api/v1/notices/preferences", "{\"muted\":[\"returned\"]}");
        raise(Recipient.staff(DISPATCHER), "990100-82", "returned");
        raise(Recipient.staff(DISPATCHER), "990100-83", "supervised");
        shows(stays, "990100-83");
        assertThat(stays.shown.toString()).doesNotContain("990100-82");
    }

    @Test
    void in_quiet_hours_a_push_comes_without_a_sound_but_for_an_emergency() throws Exception {
        Browser phone = service.browser("quiet");
        subscribe(INSPECTOR, phone);
        LocalTime now = LocalTime.now(ZoneId.of("Asia/Shanghai"));
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm");
        String hours = "{\"quiet\":{\"on\":%s,\"from\":\"" + minutes.format(now.minusHours(2)) + "\",\"to\":\""
                + minutes.format(now.plusHours(2)) + "\"}}";

        send("PUT", INSPECTOR, "/api/v1/notices/preferences", hours.formatted(true));
        raise(Recipient.staff(INSPECTOR), "990100-91", "supervised", null);
        shows(phone, "990100-91");
        raise(Recipient.staff(INSPECTOR), "990100-92", "supervised", true);
        shows(phone, "990100-92");
        send("PUT", INSPECTOR, "/api/v1/notices/preferences", hours.formatted(false));
        raise(Recipient.staff(INSPECTOR), "990100-93", "supervised", null);
        shows(phone, "990100-93");

        assertThat(phone.shown)
                .extracting(shown -> shown.message().path("silent").asBoolean(false))
                .containsExactly(true, false, false);
    }

    @Test
    void addresses_that_are_no_push_service_and_keys_that_are_none_are_refused() throws Exception {
        Browser browser = service.browser("bad");
        String body = "{\"endpoint\":\"%s\",\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"}}";
        assertThat(send("POST", WORKER, PATH, body.formatted("https://10.0.0.8/x", browser.p256dh(), browser.auth()))
                        .text("code"))
                .isEqualTo("invalid-field");
        assertThat(send("POST", WORKER, PATH, body.formatted(browser.endpoint, "AAAA", browser.auth()))
                        .status())
                .isEqualTo(400);
        assertThat(send("POST", WORKER, PATH, "{}").status()).isEqualTo(400);
        assertThat(send(
                                "POST",
                                WORKER,
                                PATH,
                                "{\"endpoint\":\"::\",\"expirationTime\":9223372036854775807,\"keys\":{}}")
                        .status())
                .isEqualTo(400);
        assertThat(intake.get(WORKER, PATH).json().toString()).doesNotContain(browser.auth());
    }

    private static void shows(Browser browser, String caseNumber) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(browser.shown)
                        .anySatisfy(
                                shown -> assertThat(shown.message().path("text").asString())
                                        .contains(caseNumber)));
    }

    private static void raise(String caseNumber, String subject) throws Exception {
        raise(Recipient.unit("c1", "HANDLER"), caseNumber, subject);
    }

    private static void raise(Recipient to, String caseNumber, String subject) throws Exception {
        raise(to, caseNumber, subject, null);
    }

    private static void raise(Recipient to, String caseNumber, String subject, @Nullable Boolean urgent)
            throws Exception {
        Raised raised = new Raised(
                "test:" + UUID.randomUUID(),
                to,
                subject,
                Map.of("caseNumber", caseNumber, "reason", "x", "level", "普通", "dueAt", "明天"),
                null,
                null,
                urgent,
                null);
        intake.broker.say(
                Topics.NOTICES,
                to.id(),
                new Envelope<>(
                        Streams.notice(raised.noticeId()), 1, Instant.parse("2026-11-22T04:00:00Z"), null, raised));
    }

    private static Answer subscribe(String staffId, Browser browser) throws Exception {
        Answer answer = send(
                "POST",
                staffId,
                PATH,
                "{\"endpoint\":\"%s\",\"expirationTime\":null,\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"}}"
                        .formatted(browser.endpoint, browser.p256dh(), browser.auth()));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer;
    }

    private static int delete(String staffId, String id) throws Exception {
        return intake.send(intake.as(staffId, PATH + "/" + id).DELETE()).status();
    }

    private static Answer send(String method, String staffId, String path, String body) throws Exception {
        return intake.send(intake.as(staffId, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }
}
