package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.ADMIN;
import static io.wangge.intake.YunshanDirectory.AGENT;
import static io.wangge.intake.YunshanDirectory.CALLBACK_CLERK;
import static io.wangge.intake.YunshanDirectory.DISPATCHER;
import static io.wangge.intake.YunshanDirectory.OTHER_AGENT;
import static io.wangge.intake.YunshanDirectory.OTHER_WORKER;
import static io.wangge.intake.YunshanDirectory.WEST;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.audit.AuditEvent.ContactRevealed;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.contracts.report.Channel;
import io.wangge.intake.CaseNews;
import io.wangge.intake.http.RunningIntake.Answer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HotlineIT {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static RunningIntake intake;

    private final String phone = "138" + (10_000_000 + new Random().nextInt(89_999_999));
    private final String masked = "138****" + phone.substring(7);
    private final String callId = "call-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        intake = new RunningIntake();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void a_call_pops_up_is_filed_from_and_shows_the_callers_history_next_time() throws Exception {
        assertThat(ring("ANSWER", "8001").status()).isEqualTo(200);
        assertThat(ring("RING", "8001").text("state")).isEqualTo("ANSWERED");

        JsonNode popUp = intake.get(AGENT, "/api/v1/calls/" + callId).json();
        assertThat(popUp.path("call").path("number").asString()).isEqualTo(masked);
        assertThat(popUp.path("caller").isMissingNode()).isTrue();
        String report = uuid();
        Answer filed = intake.post(AGENT, "/api/v1/calls/" + callId + "/reports", quick(report, "EMERGENCY"));
        assertThat(filed.status()).as(filed.raw().body()).isEqualTo(201);
        assertThat(intake.post(AGENT, "/api/v1/calls/" + callId + "/reports", quick(report, "EMERGENCY"))
                        .status())
                .isEqualTo(200);

        JsonNode taken = intake.get(AGENT, "/api/v1/reports/" + report).json();
        assertThat(taken.path("channel").asString()).isEqualTo("HOTLINE");
        assertThat(taken.path("urgency").asString()).isEqualTo("EMERGENCY");
        assertThat(taken.path("source").path("reference").asString()).isEqualTo("rec-" + callId);
        assertThat(taken.path("residentKnown").asBoolean()).isTrue();

        String next = "call-" + UUID.randomUUID();
        ring(next, "RING", "8001", phone);
        JsonNode again = intake.get(AGENT, "/api/v1/calls/" + next).json();
        assertThat(again.path("caller").path("phone").asString()).isEqualTo(masked);
        assertThat(again.path("caller").path("reports").path(0).path("id").asString())
                .isEqualTo(report);
        assertThat(again.toString()).doesNotContain(phone);
        JsonNode lookedUp = intake.post(AGENT, "/api/v1/callers/lookups", "{\"phone\": \"%s\"}".formatted(phone))
                .json();
        assertThat(lookedUp.path("caller").path("reports").size()).isEqualTo(1);
        assertThat(intake.post(WORKER, "/api/v1/callers/lookups", "{\"phone\": \"%s\"}".formatted(phone))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_call_ends_once_and_may_still_be_written_up() throws Exception {
        assertThat(ring("RING", "8001").text("state")).isEqualTo("RINGING");
        assertThat(ring("ANSWER", "8001").text("state")).isEqualTo("ANSWERED");
        assertThat(ring("END", "8001").text("state")).isEqualTo("ENDED");
        assertThat(ring("END", "8001").text("state")).isEqualTo("ENDED");
        assertThat(ring("ANSWER", "8001").text("state"))
                .as("told late, as its messages may come in any order")
                .isEqualTo("ENDED");

        Answer filed = intake.post(AGENT, "/api/v1/calls/" + callId + "/reports", quick(uuid(), "NORMAL"));
        assertThat(filed.status()).as(filed.raw().body()).isEqualTo(201);
    }

    @Test
    void who_rings_about_what_is_reported_already_hears_its_outcome() throws Exception {
        String reported = uuid();
        ring("ANSWER", "8001");
        intake.post(AGENT, "/api/v1/calls/" + callId + "/reports", quick(reported, "NORMAL"));
        String next = "call-" + UUID.randomUUID();
        ring(next, "ANSWER", "8001", "139" + phone.substring(3));
        String follow = "{\"id\": \"%s\", \"callId\": \"%s\"}".formatted(uuid(), next);
        String followers = "/api/v1/reports/" + reported + "/followers";

        assertThat(intake.post(OTHER_AGENT, followers, follow).text("code")).isEqualTo("call-of-another-agent");
        assertThat(intake.post(AGENT, followers, follow.replace(next, "no-such-call"))
                        .status())
                .isEqualTo(404);
        Answer followed = intake.post(AGENT, followers, follow);
        assertThat(followed.status()).as(followed.raw().body()).isEqualTo(201);
        assertThat(followed.json().path("residentKnown").asBoolean()).isTrue();
        assertThat(followed.raw().body()).doesNotContain("139" + phone.substring(3));
        assertThat(intake.post(AGENT, followers, follow).status()).isEqualTo(200);
    }

    @Test
    void a_ring_reaches_the_agents_open_page_and_nobody_elses() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var stream = http.send(intake.as(AGENT, "/api/v1/calls/stream").build(), BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).contains("watching");
                ring("call-of-another", "RING", OTHER_AGENT, phone);
                ring("RING", "8001");
                String told = "";
                while (!told.contains(callId)) {
                    told += lines.readLine() + "\n";
                }
                told += lines.readLine() + lines.readLine();
                assertThat(told).contains("event:call").contains(masked).doesNotContain("call-of-another", phone);
            }
        }
        assertThat(intake.get(OTHER_AGENT, "/api/v1/calls/" + callId).status()).isEqualTo(404);
        assertThat(intake.get(WORKER, "/api/v1/calls").status()).isEqualTo(403);
    }

    @Test
    void only_the_telephone_system_tells_of_calls() throws Exception {
        Answer refused = intake.send(intake.request("/api/v1/calls/events")
                .header("Content-Type", "application/json")
                .header("X-Hotline-Key", "guessed")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("code")).isEqualTo("hotline-key-wrong");
        assertThat(refused.text("remedy")).isNotEmpty();
    }

    @Test
    void an_enquiry_is_answered_with_an_article_which_counts_it_once() throws Exception {
        String article = uuid();
        assertThat(intake.put(
                                DISPATCHER,
                                "/api/v1/hotline/articles/" + article,
                                "{\"question\": \"居住证到期怎么续签\", \"answer\": \"带身份证到社区服务站办理。\", \"keywords\": \"暂住证\"}")
                        .status())
                .isEqualTo(200);
        assertThat(intake.get(AGENT, "/api/v1/hotline/articles?q=%E5%B1%85%E4%BD%8F%E8%AF%81")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(article);
        ring("ANSWER", "8001");
        String report = uuid();
        String settle = "{\"id\": \"%s\", \"articleId\": \"%s\"}".formatted(report, article);

        assertThat(intake.post(AGENT, "/api/v1/calls/" + callId + "/answers", settle)
                        .status())
                .isEqualTo(201);
        assertThat(intake.post(AGENT, "/api/v1/calls/" + callId + "/answers", settle)
                        .status())
                .isEqualTo(200);

        JsonNode taken = intake.get(AGENT, "/api/v1/reports/" + report).json();
        assertThat(taken.path("nature").asString()).isEqualTo("ENQUIRY");
        assertThat(taken.path("settledOnSpot").path("text").asString()).contains("服务站");
        assertThat(intake.get(AGENT, "/api/v1/hotline/articles?q=%E6%9A%82%E4%BD%8F%E8%AF%81")
                        .json()
                        .path("items")
                        .path(0)
                        .path("used")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_call_is_handed_on_to_a_line_that_there_is() throws Exception {
        ring("ANSWER", "8001");
        String line = "{\"nameZh\": \"供水热线\", \"nameEn\": \"Water\", \"unitId\": \"s1\"}";
        assertThat(intake.put(DISPATCHER, "/api/v1/hotline/lines/96111", line).status())
                .isEqualTo(403);
        assertThat(intake.put(ADMIN, "/api/v1/hotline/lines/96111", line).status())
                .isEqualTo(200);

        Answer unknown = intake.post(AGENT, "/api/v1/calls/" + callId + "/transfers", transfer("99999"));
        assertThat(unknown.status()).isEqualTo(400);
        Answer done = intake.post(AGENT, "/api/v1/calls/" + callId + "/transfers", transfer("96111"));
        assertThat(done.json().path("transfers").path(0).path("toLine").asString())
                .isEqualTo("96111");
        assertThat(intake.post(OTHER_AGENT, "/api/v1/calls/" + callId + "/transfers", transfer("96111"))
                        .text("code"))
                .isEqualTo("call-of-another-agent");
    }

    @Test
    void a_contact_is_shown_for_an_open_round_only_and_the_ledger_hears_of_it() throws Exception {
        String report = reportOfResident();
        String round = report + ".1";
        Answer before = reveal(CALLBACK_CLERK, report, round, uuid());
        assertThat(before.status()).as("not known yet").isIn(403, 404);

        say(report, 1, CaseState.PENDING_CALLBACK, asked(report, round));
        assertThat(reveal(WORKER, report, round, uuid()).text("code")).isEqualTo("reveal-not-for-role");
        assertThat(reveal(CALLBACK_CLERK, report, report + ".2", uuid()).text("code"))
                .isEqualTo("reveal-without-round");
        String id = uuid();
        Answer shown = reveal(CALLBACK_CLERK, report, round, id);
        assertThat(shown.status()).as(shown.raw().body()).isEqualTo(200);
        assertThat(shown.text("phone")).isEqualTo(phone);
        assertThat(reveal(CALLBACK_CLERK, report, round, id).text("phone")).isEqualTo(phone);

        ContactRevealed heard = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> intake.broker.heard(Topics.AUDIT, 1).stream()
                                .map(event -> (ContactRevealed) event.body())
                                .filter(revealed -> revealed.revealId().equals(id))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
        assertThat(heard.caseId()).isEqualTo(report);
        assertThat(heard.reason().value()).isEqualTo("电话回访");
        assertThat(heard.toString()).doesNotContain(phone);

        reveal(CALLBACK_CLERK, report, round, uuid());
        reveal(CALLBACK_CLERK, report, round, uuid());
        Answer tooMany = reveal(CALLBACK_CLERK, report, round, uuid());
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.text("code")).isEqualTo("too-many-reveals");

        say(report, 2, CaseState.CLOSED, new CaseEvent.Closed(CaseEvent.CloseReason.SATISFIED, "SATISFIED", true));
        assertThat(reveal(CALLBACK_CLERK, report, round, uuid()).text("code")).isEqualTo("reveal-without-round");
    }

    @Test
    void who_was_told_to_visit_sees_the_contact_too_and_no_other_grid_worker_does() throws Exception {
        String report = reportOfResident();
        String round = report + ".1";
        say(report, 1, CaseState.PENDING_CALLBACK, asked(report, round));
        assertThat(reveal(WORKER, report, round, uuid()).text("code")).isEqualTo("reveal-not-for-role");

        tellToVisit(report, round, "staff-of-the-work");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> reveal(WORKER, report, round, uuid()).status() == 200);
        assertThat(reveal(WORKER, report, round, uuid()).text("phone")).isEqualTo(phone);
        assertThat(reveal(OTHER_WORKER, report, round, uuid()).status()).isIn(403, 404);

        String own = reportOfResident();
        say(own, 1, CaseState.PENDING_CALLBACK, asked(own, own + ".1"));
        tellToVisit(own, own + ".1", WORKER);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        intake.get(WORKER, "/api/v1/notices").json().toString().contains(own + ".1"));
        assertThat(reveal(WORKER, own, own + ".1", uuid()).text("code")).isEqualTo("reveal-not-for-role");
    }

    private static void tellToVisit(String report, String round, String doer) throws Exception {
        Raised raised = new Raised(
                "callback-visit:" + round,
                Recipient.unit("g1", "GRID_WORKER"),
                "callback-visit",
                Map.of("roundId", round, "doerId", doer, "caseNumber", "990100-1"),
                null,
                report,
                null,
                null);
        intake.broker.say(
                Topics.NOTICES, "g1", new Envelope<>(Streams.notice(raised.noticeId()), 1, NOON, null, raised));
    }

    @Test
    void a_superiors_order_is_one_report_however_often_it_comes_and_is_answered_in_its_form() throws Exception {
        String number = "GD" + Math.abs(new Random().nextInt());
        String order = "{\"issuer\": \"city-12345\", \"number\": \"%s\", \"answerBy\": \"2026-11-25T10:00:00+08:00\","
                        .formatted(number)
                + " \"text\": \"=cmd 夜间施工噪音\", \"gridCode\": \"%s\", \"nature\": \"COMPLAINT\"}".formatted(WEST);
        Answer taken = intake.post(DISPATCHER, "/api/v1/orders", order);
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(201);
        assertThat(intake.post(DISPATCHER, "/api/v1/orders", order).status()).isEqualTo(200);
        assertThat(intake.post(DISPATCHER, "/api/v1/orders", order.replace("夜间", "白天"))
                        .text("code"))
                .isEqualTo("order-number-taken");
        String report = taken.text("reportId");
        say(report, 1, CaseState.IN_PROGRESS, new CaseEvent.Accepted("c1"));

        String at = "/api/v1/orders/city-12345/" + number;
        assertThat(intake.get(DISPATCHER, at).text("dueAt")).startsWith("2026-11-25T10:00");
        assertThat(intake.post(DISPATCHER, at + "/answers", answer("SETTLED")).text("code"))
                .isEqualTo("order-case-open");
        assertThat(intake.post(DISPATCHER, at + "/answers", answer("RECORDED")).status())
                .isEqualTo(200);
        say(report, 2, CaseState.CLOSED, new CaseEvent.Closed(CaseEvent.CloseReason.SATISFIED, "SATISFIED", true));
        Answer settled = intake.post(DISPATCHER, at + "/answers", answer("SETTLED"));
        assertThat(settled.json().path("open").asBoolean(true)).isFalse();
        assertThat(intake.post(DISPATCHER, at + "/answers", answer("SETTLED")).text("code"))
                .isEqualTo("order-answered");
        assertThat(intake.post(WORKER, "/api/v1/orders", order).status()).isEqualTo(403);

        try (HttpClient http = HttpClient.newHttpClient()) {
            String sheet = http.send(
                            intake.as(DISPATCHER, "/api/v1/orders/answers.csv?since=2026-01-01T00:00:00Z")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            assertThat(sheet)
                    .contains("\"工单编号\"")
                    .contains(number)
                    .contains("\"已办结\"")
                    .contains("\"'=已处理\"");
        }
    }

    @Test
    void an_order_that_was_merged_is_answered_by_how_the_case_ends_that_carries_it() throws Exception {
        String number = "GD" + uuid().substring(0, 8);
        String order = "{\"issuer\": \"city-12345\", \"number\": \"%s\", \"text\": \"井盖缺失\", \"gridCode\": \"%s\"}"
                .formatted(number, WEST);
        String report = intake.post(DISPATCHER, "/api/v1/orders", order).text("reportId");
        String carrying = reportOfResident();
        say(carrying, 1, CaseState.IN_PROGRESS, new CaseEvent.CaseJoined(report, List.of()));
        say(report, 1, CaseState.MERGED, new CaseEvent.MergedInto(carrying, "同一个井盖"));

        String at = "/api/v1/orders/city-12345/" + number;
        assertThat(intake.get(DISPATCHER, at).text("carriedBy")).isEqualTo(carrying);
        assertThat(intake.get(DISPATCHER, at).text("state")).isEqualTo("IN_PROGRESS");
        assertThat(intake.post(DISPATCHER, at + "/answers", answer("SETTLED")).text("code"))
                .isEqualTo("order-case-open");

        say(carrying, 2, CaseState.CLOSED, new CaseEvent.Closed(CaseEvent.CloseReason.SATISFIED, "SATISFIED", true));
        assertThat(intake.post(DISPATCHER, at + "/answers", answer("SETTLED")).status())
                .isEqualTo(200);

        say(report, 2, CaseState.IN_PROGRESS, new CaseEvent.MergeUndone(carrying, "不是同一个"));
        assertThat(intake.get(DISPATCHER, at).json().has("carriedBy")).isFalse();
        assertThat(intake.get(DISPATCHER, at).text("state")).isEqualTo("IN_PROGRESS");
    }

    private static String answer(String outcome) {
        return ("{\"id\": \"%s\", \"outcome\": \"%s\", \"responded\": true, \"settled\": true, \"satisfied\": true,"
                        + " \"text\": \"=已处理\"}")
                .formatted(uuid(), outcome);
    }

    private static CaseEvent asked(String report, String round) throws Exception {
        String resident = intake.broker.heard(Topics.REPORTS, 1).stream()
                .map(event -> (io.wangge.contracts.report.ReportEvent.Received) event.body())
                .filter(received -> received.reportId().equals(report))
                .map(received -> String.valueOf(received.residentId()))
                .findFirst()
                .orElseThrow();
        return new CaseEvent.CallbackRequested(round, List.of(resident), "c1", Channel.HOTLINE, NOON);
    }

    private String reportOfResident() throws Exception {
        String id = uuid();
        Answer taken = intake.post(
                AGENT,
                ("{\"id\": \"%s\", \"text\": \"楼道灯坏了\", \"gridCode\": \"%s\", \"channel\": \"HOTLINE\","
                                + " \"resident\": {\"name\": \"王小明\", \"phone\": \"%s\"}}")
                        .formatted(id, WEST, phone));
        assertThat(taken.status()).isEqualTo(201);
        return id;
    }

    private static Answer reveal(String staff, String report, String round, String id) throws Exception {
        return intake.post(
                staff,
                "/api/v1/reports/" + report + "/reveals",
                "{\"id\": \"%s\", \"roundId\": \"%s\", \"reason\": \"电话回访\"}".formatted(id, round));
    }

    private static void say(String id, long seq, CaseState state, CaseEvent what) throws Exception {
        intake.broker.say(Topics.CASES, id, CaseNews.of(id, seq, state, NOON.plusSeconds(seq), what));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> intake.get(AGENT, "/api/v1/reports/" + id)
                                .json()
                                .path("case")
                                .path("seq")
                                .asLong()
                        == seq);
    }

    private Answer ring(String type, String agent) throws Exception {
        return ring(callId, type, agent, phone);
    }

    private static Answer ring(String id, String type, String agent, String number) throws Exception {
        return intake.send(intake.request("/api/v1/calls/events")
                .header("Content-Type", "application/json")
                .header("X-Hotline-Key", RunningIntake.PBX_KEY)
                .POST(BodyPublishers.ofString(
                        ("{\"callId\": \"%s\", \"type\": \"%s\", \"line\": \"12345\", \"number\": \"%s\","
                                        + " \"agent\": \"%s\", \"record\": \"rec-%s\"}")
                                .formatted(id, type, number, agent, id))));
    }

    private static String quick(String id, String urgency) {
        return "{\"id\": \"%s\", \"text\": \"燃气泄漏\", \"category\": \"0301\", \"gridCode\": \"%s\", \"urgency\": \"%s\"}"
                .formatted(id, WEST, urgency);
    }

    private static String transfer(String line) {
        return "{\"id\": \"%s\", \"toLine\": \"%s\", \"reason\": \"属供水\"}".formatted(uuid(), line);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
