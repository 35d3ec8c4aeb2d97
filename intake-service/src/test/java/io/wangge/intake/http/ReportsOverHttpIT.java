package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.DISPATCHER;
import static io.wangge.intake.YunshanDirectory.HOLDER;
import static io.wangge.intake.YunshanDirectory.OTHER_WORKER;
import static io.wangge.intake.YunshanDirectory.WEST;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.Topics;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.CaseNews;
import io.wangge.intake.http.RunningIntake.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReportsOverHttpIT {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static RunningIntake intake;

    @BeforeAll
    static void start() throws Exception {
        intake = new RunningIntake();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void a_report_is_answered_with_its_number_and_heard_by_the_others() throws Exception {
        String id = newId();

        Answer answer = intake.post(WORKER, full(id, "13800000001"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.raw().headers().firstValue("Location")).contains("/api/v1/reports/" + id);
        assertThat(answer.json().propertyNames()).containsExactly("id", "trackingNumber", "gridCode", "receivedAt");
        assertThat(answer.text("id")).isEqualTo(id);
        assertThat(answer.text("trackingNumber")).matches("\\d{6}-\\d{4,}");
        assertThat(answer.text("gridCode")).isEqualTo(WEST);
        assertThat(OffsetDateTime.parse(answer.text("receivedAt")).getOffset()).hasToString("+08:00");

        Received heard = heard(id);
        assertThat(heard.trackingNumber()).isEqualTo(answer.text("trackingNumber"));
        assertThat(heard.text().value()).isEqualTo("望江路井盖破损");
        assertThat(heard.text().salt()).hasSize(32);
        assertThat(heard.residentId()).isNotNull();
        assertThat(heard.settledOnSpot().attachmentIds()).containsExactly("photo-1");
        assertThat(heard.toString()).doesNotContain("13800000001").doesNotContain("王秀英");
    }

    @Test
    void the_same_again_gets_the_same_answer_and_other_content_gets_409() throws Exception {
        String id = newId();
        Answer first = intake.post(WORKER, simple(id, "路灯不亮"));

        Answer again = intake.post(WORKER, simple(id.toUpperCase(java.util.Locale.ROOT), " 路灯不亮 "));
        Answer other = intake.post(WORKER, simple(id, "路灯又不亮"));
        Answer stranger = intake.post(OTHER_WORKER, simple(id, "路灯不亮"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertProblem(other, 409, "same-id-other-content");
        assertProblem(stranger, 409, "same-id-other-content");
        assertThat(stranger.raw().body()).doesNotContain(first.text("trackingNumber"));
    }

    @Test
    void of_two_at_one_moment_one_is_created_and_the_others_repeat_it() throws Exception {
        String body = full(newId(), "13800000002");
        List<Future<Answer>> answers = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                answers.add(callers.submit(() -> intake.post(WORKER, body)));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        List<JsonNode> bodies = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            statuses.add(answer.get().status());
            bodies.add(answer.get().json());
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200, 200, 200);
        assertThat(bodies.stream().distinct()).hasSize(1);
    }

    @Test
    void the_reporter_sees_how_the_case_stands() throws Exception {
        String id = newId();
        intake.post(WORKER, simple(id, "占道经营"));
        assertThat(intake.get(WORKER, "/api/v1/reports/" + id).json().has("case"))
                .isFalse();

        say(id, 1, CaseState.PENDING_ACCEPTANCE, new CaseEvent.Accepted("c1"));
        Answer opened = intake.get(WORKER, "/api/v1/reports/" + id + "?waitMs=20000");
        assertThat(opened.json().path("case").path("state").asString()).isEqualTo("PENDING_ACCEPTANCE");
        assertThat(opened.json().path("case").path("caseNumber").asString()).isEqualTo("990100-1");

        intake.broker.sayNonsense(Topics.CASES, id);
        say(id, 3, CaseState.CLOSED, new CaseEvent.Closed(CloseReason.SATISFIED, "SATISFIED", true));
        say(id, 2, CaseState.IN_PROGRESS, new CaseEvent.Accepted("c1"));
        say(id, 2, CaseState.IN_PROGRESS, new CaseEvent.Accepted("c1"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode standing =
                    intake.get(WORKER, "/api/v1/reports/" + id).json().path("case");
            assertThat(standing.path("state").asString()).isEqualTo("CLOSED");
            assertThat(standing.path("closeReason").asString()).isEqualTo("SATISFIED");
            assertThat(standing.path("seq").asLong()).isEqualTo(3);
        });
    }

    @Test
    void outside_the_own_scope_a_report_does_not_exist() throws Exception {
        String id = newId();
        intake.post(WORKER, simple(id, "噪音扰民"));

        assertThat(intake.get(DISPATCHER, "/api/v1/reports/" + id).status()).isEqualTo(200);
        assertProblem(intake.get(OTHER_WORKER, "/api/v1/reports/" + id), 404, "not-found");
        assertProblem(intake.get(WORKER, "/api/v1/reports/" + newId()), 404, "not-found");
    }

    @Test
    void who_took_in_a_tip_off_is_hidden_from_whoever_has_to_settle_it() throws Exception {
        String id = newId();
        String tipOff = full(id, "13800000007").replace("\"HELP\"", "\"TIP_OFF\"");
        assertThat(intake.post(WORKER, tipOff).status()).isEqualTo(201);

        Answer forHolder = intake.get(HOLDER, "/api/v1/reports/" + id);
        assertThat(forHolder.status()).isEqualTo(200);
        assertThat(forHolder.json().toString()).doesNotContain(WORKER, "13800000007");
        assertThat(intake.get(DISPATCHER, "/api/v1/reports/" + id).text("reportedBy"))
                .isEqualTo(WORKER);
        assertThat(intake.get(WORKER, "/api/v1/reports/" + id).text("reportedBy"))
                .isEqualTo(WORKER);
    }

    @Test
    void an_asset_and_the_hard_case_desk_are_passed_on() throws Exception {
        String id = newId();
        String report = simple(id, "路灯不亮")
                .replaceFirst(
                        "\\{",
                        "{\"assetId\":\" WJ-LD-0042 \",\"hardCase\":true,\"anonymous\":true,\"channel\":\"RECEPTION\",");
        assertThat(intake.post(WORKER, report).status()).isEqualTo(201);

        Received heard = heard(id);
        assertThat(heard.assetId()).isEqualTo("WJ-LD-0042");
        assertThat(heard.hardCase()).isTrue();
        assertThat(intake.get(WORKER, "/api/v1/reports/" + id).text("assetId")).isEqualTo("WJ-LD-0042");

        String wrong = simple(newId(), "路灯不亮").replaceFirst("\\{", "{\"assetId\":\"#\",\"hardCase\":true,");
        assertThat(intake.post(WORKER, wrong).json().toString()).contains("含有不能用于编码的字符", "只用于来访登记");
    }

    @Test
    void own_reports_are_listed_newest_first() throws Exception {
        String one = newId();
        String two = newId();
        intake.post("staff-worker-9", simple(one, "第一件"));
        intake.post("staff-worker-9", simple(two, "第二件"));

        JsonNode items =
                intake.get("staff-worker-9", "/api/v1/reports?tab=mine").json().path("items");

        assertThat(items.valueStream().map(item -> item.path("id").asString())).containsExactlyInAnyOrder(two, one);
        assertProblem(intake.get(WORKER, "/api/v1/reports?tab=all"), 400, "invalid-field");
        assertProblem(intake.get(WORKER, "/api/v1/reports?cursor=x"), 400, "invalid-field");
        assertProblem(intake.get(WORKER, "/api/v1/reports/" + one + "?waitMs=soon"), 400, "invalid-field");
    }

    @Test
    void all_faults_come_back_at_once_with_a_remedy_in_the_callers_language() throws Exception {
        String body =
                "{\"id\":\"7\",\"text\":\"%s\",\"urgency\":\"SOON\",\"location\":{\"type\":\"Point\",\"coordinates\":[30,120]}}"
                        .formatted("井".repeat(2001));

        Answer chinese = intake.post(WORKER, body);
        Answer english = intake.send(intake.as(WORKER, "/api/v1/reports")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(body)));

        assertProblem(chinese, 400, "invalid-field");
        assertThat(chinese.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly("id", "text", "location.coordinates", "urgency");
        assertThat(chinese.json().path("errors").path(1).path("reason").asString())
                .contains("2000");
        assertThat(english.json().path("errors").path(3).path("remedy").asString())
                .contains("NORMAL, EMERGENCY");
    }

    @Test
    void what_cannot_be_read_is_refused_before_anything_is_stored() throws Exception {
        assertProblem(intake.post(WORKER, "{\"id\": "), 400, "malformed-json");
        assertProblem(intake.post(WORKER, "{\"id\":\"" + newId() + "\",\"text\":5}"), 400, "malformed-json");
        assertProblem(intake.post(WORKER, "null"), 400, "malformed-json");
        assertProblem(intake.post(WORKER, simple(newId(), "井".repeat(400_000))), 413, "body-too-large");
    }

    @Test
    void without_a_valid_token_nobody_is_heard() throws Exception {
        String body = simple(newId(), "井盖");

        assertProblem(intake.send(posting(body)), 401, "not-signed-in");
        assertProblem(
                intake.send(posting(body).header("Authorization", "Bearer " + intake.tokens.expired(WORKER))),
                401,
                "token-expired");
        assertProblem(intake.send(posting(body).header("Authorization", "Bearer abc")), 401, "token-invalid");
        assertProblem(intake.post("nobody-of-ours", body), 403, "not-allowed");
    }

    @Test
    void a_matter_is_never_refused_for_geography_or_category() throws Exception {
        String id = newId();
        Answer answer = intake.post(
                WORKER,
                "{\"id\":\"%s\",\"category\":\"9999\",\"text\":\"在区外\",\"gridCode\":\"123\",\"location\":{\"type\":\"Point\",\"coordinates\":[2,48]}}"
                        .formatted(id));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().has("gridCode")).isFalse();
        assertThat(heard(id).claimedGridCode()).isEqualTo("123");
    }

    private static java.net.http.HttpRequest.Builder posting(String body) {
        return intake.request("/api/v1/reports")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.text("code")).as(answer.raw().body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("remedy")).isNotBlank();
        assertThat(answer.raw().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    private static void say(String id, long seq, CaseState state, CaseEvent what) throws Exception {
        intake.broker.say(Topics.CASES, id, CaseNews.of(id, seq, state, NOON.plusSeconds(seq), what));
    }

    private static Received heard(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> intake.broker.heard(Topics.REPORTS, 1).stream()
                                .map(event -> (Received) event.body())
                                .filter(received -> received.reportId().equals(id))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static String simple(String id, String text) {
        return "{\"id\":\"%s\",\"text\":\"%s\",\"location\":{\"type\":\"Point\",\"coordinates\":[120.11,30.21]}}"
                .formatted(id, text);
    }

    private static String full(String id, String phone) {
        return """
                {"id":"%s","category":"0102","text":"望江路井盖破损","gridCode":"990100001001002","urgency":"EMERGENCY",
                 "location":{"type":"Point","coordinates":[120.11,30.21]},"nature":"HELP","unknownField":1,
                 "settledOnSpot":{"text":"已设围挡","attachmentIds":["photo-1"]},
                 "resident":{"name":"王秀英","phone":"%s"}}""".formatted(id, phone);
    }
}
