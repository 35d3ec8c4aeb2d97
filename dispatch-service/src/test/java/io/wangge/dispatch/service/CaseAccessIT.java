package io.wangge.dispatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.dispatch.service.RunningService.Answer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CaseAccessIT {
    private static final String GRID = "990100001001001";
    private final RunningService service = RunningService.get();

    @Test
    void without_a_token_or_with_a_bad_one_nothing_is_shown() {
        assertThat(service.getWithToken(null, "/api/v1/cases").text("code")).isEqualTo("not-signed-in");
        assertThat(service.getWithToken("no.such.token", "/api/v1/cases").status())
                .isEqualTo(401);
        String old = service.tokens().of("staff-handler-5", Duration.ofHours(-1));
        assertThat(service.getWithToken(old, "/api/v1/cases").text("code")).isEqualTo("token-expired");
        assertThat(service.get("nobody", "/api/v1/cases").status()).isEqualTo(403);
    }

    @Test
    void what_lies_outside_of_the_callers_scope_does_not_exist_for_him() {
        String id = service.send(RunningService.report("0601", GRID));
        service.await("handler-5", id, 2);

        assertThat(service.get("handler-2", "/api/v1/cases/" + id).status()).isEqualTo(404);
        assertThat(service.get("handler-2", "/api/v1/cases/" + id + "/actions").status())
                .isEqualTo(404);
        assertThat(service.command("handler-2", id, 2, "{\"type\":\"accept\"}").status())
                .isEqualTo(404);
        assertThat(service.command("leader-1", id, 2, "{\"type\":\"accept\"}").status())
                .isEqualTo(403);
        assertThat(ids(service.get("handler-2", "/api/v1/cases?tab=all&limit=100")))
                .doesNotContain(id);
    }

    @Test
    void actions_say_what_the_caller_may_do_and_for_what_not_why() {
        String id = service.send(RunningService.report("0601", GRID));
        service.await("handler-5", id, 2);

        JsonNode actions = service.get("handler-5", "/api/v1/cases/" + id + "/actions")
                .body()
                .path("actions");

        assertThat(action(actions, "accept").path("allowed").asBoolean()).isTrue();
        assertThat(action(actions, "return").path("allowed").asBoolean()).isTrue();
        assertThat(action(actions, "complete").path("code").asString("")).isEqualTo("wrong-state");
        assertThat(action(actions, "complete").path("reason").asString("")).contains("待受理", "处置完成");
        assertThat(action(actions, "dispatch").path("code").asString("")).isEqualTo("not-allowed");
        assertThat(action(actions, "dispatch").path("reason").asString("")).contains("派遣");
    }

    @Test
    void the_lists_show_the_case_to_its_holder_and_to_who_took_it_in() {
        String id = service.send(RunningService.report("0601", GRID));
        service.await("handler-5", id, 2);

        assertThat(ids(service.get("handler-5", "/api/v1/cases?limit=100"))).contains(id);
        assertThat(ids(service.get("grid-worker-1", "/api/v1/cases?limit=100"))).doesNotContain(id);
        assertThat(ids(service.get("grid-worker-1", "/api/v1/cases?tab=reported&limit=100")))
                .contains(id);
        assertThat(service.get("handler-5", "/api/v1/cases?tab=everything").text("code"))
                .isEqualTo("invalid-field");
        assertThat(service.get("handler-5", "/api/v1/cases?limit=101").text("code"))
                .isEqualTo("invalid-field");
        assertThat(service.get("handler-5", "/api/v1/cases?cursor=xx").text("code"))
                .isEqualTo("invalid-field");
    }

    @Test
    void a_reader_may_wait_for_a_case_that_does_not_exist_yet() {
        Received report = RunningService.report("0601", GRID);
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(
                () -> service.get("handler-5", "/api/v1/cases/" + report.reportId() + "?atLeastSeq=2&waitMs=10000"));
        service.send(report);

        assertThat(waiting.join().version()).isEqualTo(2);
        assertThat(service.get("handler-5", "/api/v1/cases/" + UUID.randomUUID() + "?waitMs=10001")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_report_without_a_place_or_a_known_category_waits_for_the_dispatcher() {
        String unknown = service.send(RunningService.report("7777", GRID));
        String nowhere = service.send(RunningService.report("0601", null));

        Answer first = service.await("dispatcher-2", unknown, 2);
        assertThat(first.text("state")).isEqualTo("PENDING_DISPATCH");
        assertThat(first.body().path("route").path("code").asString("")).isEqualTo("unknown-category");
        Answer second = service.await("dispatcher-1", nowhere, 2);
        assertThat(second.body().path("route").path("code").asString("")).isEqualTo("outside-every-grid");
        assertThat(second.text("caseNumber")).startsWith("990100-");
        assertThat(second.body().path("holder").path("unitId").asString("")).isEqualTo("990100");

        Answer dispatched = service.command(
                "dispatcher-2",
                unknown,
                2,
                "{\"type\":\"dispatch\",\"unitId\":\"990100001-d07\",\"category\":\"0601\"}");
        assertThat(dispatched.text("state")).isEqualTo("PENDING_ACCEPTANCE");
        assertThat(dispatched.body().path("category").path("subclassZh").asString(""))
                .isEqualTo("井盖缺失破损");
    }

    @Test
    void a_command_that_says_too_little_is_refused_in_both_languages() {
        String id = service.send(RunningService.report("0601", GRID));
        service.await("handler-5", id, 2);

        Answer noReason = service.command("handler-5", id, 2, "{\"type\":\"return\"}");
        assertThat(noReason.status()).isEqualTo(400);
        assertThat(noReason.text("code")).isEqualTo("invalid-field");
        assertThat(service.command("handler-5", id, 2, "{\"type\":\"dance\"}").status())
                .isEqualTo(400);
        assertThat(service.command("handler-5", id, 2, "{\"type\":").text("code"))
                .isEqualTo("malformed-json");
    }

    private static Iterable<String> ids(Answer list) {
        return StreamSupport.stream(list.body().path("items").spliterator(), false)
                .map(item -> item.path("id").asString(""))
                .toList();
    }

    private static JsonNode action(JsonNode actions, String type) {
        return StreamSupport.stream(actions.spliterator(), false)
                .filter(action -> action.path("type").asString("").equals(type))
                .findFirst()
                .orElseThrow();
    }
}
