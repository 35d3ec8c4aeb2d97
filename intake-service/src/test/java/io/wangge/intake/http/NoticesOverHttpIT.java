package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.DISPATCHER;
import static io.wangge.intake.YunshanDirectory.HOLDER;
import static io.wangge.intake.YunshanDirectory.INSPECTOR;
import static io.wangge.intake.YunshanDirectory.OTHER_WORKER;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.CaseNews;
import io.wangge.intake.http.RunningIntake.Answer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told arrives: over Kafka, in the list, live, and at a provider of short messages that fails at first. */
class NoticesOverHttpIT {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final List<JsonNode> MESSAGES = new CopyOnWriteArrayList<>();
    private static final AtomicInteger FAILURES = new AtomicInteger();
    private static HttpServer provider;
    private static RunningIntake intake;

    @BeforeAll
    static void start() throws Exception {
        provider = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        provider.createContext("/sms", exchange -> {
            JsonNode message = JsonMapper.shared().readTree(exchange.getRequestBody());
            boolean allowed =
                    "Bearer provider-key".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            boolean away = FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (allowed && !away) {
                MESSAGES.add(message);
            }
            exchange.sendResponseHeaders(allowed ? (away ? 503 : 202) : 401, -1);
            exchange.close();
        });
        provider.start();
        intake = new RunningIntake(
                "--grid.notices.sms.url=http://127.0.0.1:"
                        + provider.getAddress().getPort() + "/sms",
                "--grid.notices.sms.token=provider-key",
                "--grid.notices.first-pause=1s",
                "--grid.notices.quiet-from=00:00",
                "--grid.notices.quiet-to=00:00",
                "--grid.notices.every=100ms");
    }

    @AfterAll
    static void stop() {
        intake.close();
        provider.stop(0);
    }

    @Test
    void a_resident_hears_the_number_and_the_outcome_once_though_the_provider_fails_at_first() throws Exception {
        FAILURES.set(1);
        String id = UUID.randomUUID().toString();
        Answer receipt = intake.post(
                WORKER, "{\"id\":\"%s\",\"text\":\"路灯不亮\",\"resident\":{\"phone\":\"13911110001\"}}".formatted(id));
        String number = receipt.text("trackingNumber");
        String resident = residentOf(id);

        CaseEvent opened = opened(id, number, resident);
        say(id, 1, CaseState.PENDING_DISPATCH, opened);
        say(id, 1, CaseState.PENDING_DISPATCH, opened);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(messagesTo("13911110001")).hasSize(1));
        say(id, 2, CaseState.CLOSED, new CaseEvent.Closed(CloseReason.SATISFIED, "SATISFIED", true));

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(messagesTo("13911110001"))
                        .extracting(message -> message.path("subject").asString())
                        .containsExactlyInAnyOrder("receipt", "closed"));
        assertThat(messagesTo("13911110001")).allSatisfy(message -> {
            assertThat(message.path("text").asString()).contains(number, "/public.html#/track/" + number);
            assertThat(message.path("id").asString()).isNotBlank();
        });
    }

    @Test
    void who_follows_a_report_hears_its_outcome_under_his_own_number_which_opens_it() throws Exception {
        String id = UUID.randomUUID().toString();
        String reported = intake.post(WORKER, "{\"id\":\"%s\",\"text\":\"井盖松动\"}".formatted(id))
                .text("trackingNumber");
        String number = intake.post(
                        WORKER,
                        "/api/v1/reports/" + id + "/followers",
                        "{\"id\":\"%s\",\"resident\":{\"phone\":\"13911110007\"}}".formatted(UUID.randomUUID()))
                .text("trackingNumber");
        assertThat(number).isNotEqualTo(reported);

        say(id, 1, CaseState.PENDING_DISPATCH, opened(id, reported, null));
        say(id, 2, CaseState.CLOSED, new CaseEvent.Closed(CloseReason.SATISFIED, "SATISFIED", true));

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(messagesTo("13911110007"))
                        .singleElement()
                        .satisfies(message -> {
                            assertThat(message.path("subject").asString()).isEqualTo("closed");
                            assertThat(message.path("text").asString())
                                    .contains(number)
                                    .doesNotContain(reported);
                        }));
        Answer tracked = intake.get(WORKER, "/api/v1/public/tracking/" + number);
        assertThat(tracked.status()).isEqualTo(200);
        assertThat(tracked.text("stageCode")).isEqualTo("CLOSED");
    }

    @Test
    void what_any_service_raises_reaches_a_unit_once_and_each_of_its_people_reads_it_for_himself() throws Exception {
        String noticeId = "test:" + UUID.randomUUID();
        Raised raised = new Raised(
                noticeId,
                Recipient.unit("c1", "HANDLER"),
                "returned",
                Map.of("caseNumber", "990100-7", "reason", "不属本单位"),
                null,
                "case-7",
                null,
                null);
        raise(raised);
        raise(raised);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(noticesOf(HOLDER, raised.facts().get("caseNumber")))
                        .hasSize(1));
        JsonNode notice = noticesOf(HOLDER, "990100-7").getFirst();
        assertThat(notice.path("text").path("zh").asString()).isEqualTo("案卷 990100-7 被回退：不属本单位");
        assertThat(notice.path("text").path("en").asString()).contains("sent back");
        assertThat(notice.path("caseId").asString()).isEqualTo("case-7");
        assertThat(notice.path("read").asBoolean()).isFalse();
        assertThat(noticesOf(OTHER_WORKER, "990100-7")).isEmpty();
        assertThat(intake.get(HOLDER, "/api/v1/notices/count")
                        .json()
                        .path("unread")
                        .asInt())
                .isPositive();

        Answer read = intake.post(
                HOLDER,
                "/api/v1/notices/read",
                "{\"ids\":[\"%s\"]}".formatted(notice.path("id").asString()));

        assertThat(read.status()).isEqualTo(200);
        assertThat(noticesOf(HOLDER, "990100-7").getFirst().path("read").asBoolean())
                .isTrue();
        intake.post(HOLDER, "/api/v1/notices/read", "{}");
        assertThat(intake.get(HOLDER, "/api/v1/notices/count")
                        .json()
                        .path("unread")
                        .asInt())
                .isZero();
        assertThat(intake.get(HOLDER, "/api/v1/notices?unread=true").json().path("items"))
                .isEmpty();
    }

    @Test
    void a_role_that_nobody_holds_there_is_told_where_it_is_held_above() throws Exception {
        raise(new Raised(
                "test:" + UUID.randomUUID(),
                Recipient.unit("g1", "DISPATCHER"),
                "extension-asked",
                Map.of("caseNumber", "990100-8", "reason", "x"),
                null,
                null,
                null,
                null));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(noticesOf(DISPATCHER, "990100-8")).hasSize(1));
    }

    @Test
    void a_new_notice_is_seen_live_by_whom_it_is_for() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(intake.as(WORKER, "/api/v1/notices/stream").build(), BodyHandlers.ofInputStream());
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, closed) -> {})
                    .start(() -> new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))
                            .lines()
                            .forEach(lines::add));
            await().until(() -> lines.contains(":watching"));

            raise(new Raised(
                    "test:" + UUID.randomUUID(),
                    Recipient.staff(WORKER),
                    "returned",
                    Map.of("caseNumber", "990100-9", "reason", "x"),
                    null,
                    null,
                    null,
                    null));
            raise(new Raised(
                    "test:" + UUID.randomUUID(),
                    Recipient.staff(OTHER_WORKER),
                    "returned",
                    Map.of("caseNumber", "990100-0", "reason", "x"),
                    null,
                    null,
                    null,
                    null));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(String.join("\n", lines)).contains("event:notice", "990100-9"));
            assertThat(String.join("\n", lines)).doesNotContain("990100-0");
            http.shutdownNow();
        }
    }

    @Test
    void preferences_are_kept_and_what_is_unknown_is_refused() throws Exception {
        Answer kept = intake.put(WORKER, "/api/v1/notices/preferences", "{\"off\":[\"SMS\"],\"muted\":[\"returned\"]}");

        assertThat(kept.json().path("off").get(0).asString()).isEqualTo("SMS");
        assertThat(intake.get(WORKER, "/api/v1/notices/preferences").json()).isEqualTo(kept.json());
        assertThat(intake.put(WORKER, "/api/v1/notices/preferences", "{\"off\":[\"PIGEON\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(intake.put(WORKER, "/api/v1/notices/preferences", "{\"muted\":[\"nothing\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(intake.get(WORKER, "/api/v1/notices?cursor=nonsense").status())
                .isEqualTo(400);
        assertThat(intake.get(WORKER, "/api/v1/notices/sending").status()).isEqualTo(403);
    }

    @Test
    void quiet_hours_belong_to_the_person_and_stay_when_something_else_is_chosen() throws Exception {
        String path = "/api/v1/notices/preferences";
        JsonNode usual = intake.get(INSPECTOR, path).json().path("quiet");
        assertThat(usual.path("on").asBoolean()).isTrue();
        assertThat(usual.path("from").asString())
                .as("the district's, as this service was started")
                .isEqualTo("00:00");

        String wanted = "{\"quiet\":{\"on\":true,\"from\":\"22:30\",\"to\":\"06:30\"}}";
        assertThat(intake.put(INSPECTOR, path, wanted).json().at("/quiet/from").asString())
                .isEqualTo("22:30");
        intake.put(INSPECTOR, path, "{\"off\":[\"SMS\"]}");
        assertThat(intake.get(INSPECTOR, path).json().at("/quiet/to").asString())
                .isEqualTo("06:30");
        Answer wrong = intake.put(INSPECTOR, path, "{\"quiet\":{\"from\":\"25:00\",\"to\":\"06:30\"}}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().toString()).contains("quiet.from");
    }

    private static List<JsonNode> messagesTo(String phone) {
        return MESSAGES.stream()
                .filter(message -> message.path("phone").asString().equals(phone))
                .toList();
    }

    private static List<JsonNode> noticesOf(String staffId, String caseNumber) throws Exception {
        return intake.get(staffId, "/api/v1/notices")
                .json()
                .path("items")
                .valueStream()
                .filter(item ->
                        item.path("facts").path("caseNumber").asString("").equals(caseNumber))
                .toList();
    }

    private static void raise(Raised raised) throws Exception {
        intake.broker.say(
                Topics.NOTICES,
                raised.to().id(),
                new Envelope<>(Streams.notice(raised.noticeId()), 1, NOON, null, raised));
    }

    private static void say(String id, long seq, CaseState state, CaseEvent what) throws Exception {
        intake.broker.say(Topics.CASES, id, CaseNews.of(id, seq, state, NOON.plusSeconds(seq), what));
    }

    private static String residentOf(String id) {
        return intake.broker.heard(Topics.REPORTS, 1).stream()
                .map(event -> (Received) event.body())
                .filter(received -> received.reportId().equals(id))
                .findFirst()
                .orElseThrow()
                .residentId();
    }

    private static CaseEvent.Opened opened(String id, String number, String residentId) {
        return new CaseEvent.Opened(
                id,
                number,
                "990100-1",
                Channel.HOTLINE,
                null,
                "0102",
                new Erasable("x", "0".repeat(32)),
                null,
                null,
                List.of("d"),
                Urgency.NORMAL,
                Actor.staff(WORKER, null),
                residentId,
                NOON);
    }
}
