package io.wangge.dispatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.callback.Grade;
import io.wangge.dispatch.service.RunningService.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseLoopIT {
    private static final String GRID = "990100001001001";
    private static final String STREET_WORKS = "990100001-d07";

    private final RunningService service = RunningService.get();

    @Test
    void a_report_is_routed_accepted_completed_called_back_and_closed() {
        String id = service.send(RunningService.report("0601", GRID));

        Answer given = service.await("handler-5", id, 2);
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.text("state")).isEqualTo("PENDING_ACCEPTANCE");
        assertThat(given.text("stateZh")).isEqualTo("待受理");
        assertThat(given.body().path("holder").path("unitId").asString("")).isEqualTo(STREET_WORKS);
        assertThat(given.text("caseNumber")).matches("990100001-\\d{8}-\\d{4,}");
        assertThat(given.etag()).isEqualTo("\"2\"");

        Answer accepted = service.command("handler-5", id, 2, "{\"type\":\"accept\"}");
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.text("state")).isEqualTo("IN_PROGRESS");

        Answer completed = completed(id, accepted.version(), "已换新井盖");
        assertThat(completed.text("state")).isEqualTo("PENDING_CALLBACK");
        assertThat(completed.text("roundId")).isEqualTo(id + ".1");

        service.answer(id + ".1", 2, Grade.SATISFIED, true, null);
        Answer closed = service.await("handler-5", id, completed.version() + 1);
        assertThat(closed.text("state")).isEqualTo("CLOSED");
        assertThat(closed.text("closeReason")).isEqualTo("SATISFIED");
        assertThat(closed.body().path("onTime").asBoolean()).isTrue();
    }

    @Test
    void an_unsatisfied_resident_brings_the_case_back_or_before_the_inspector() {
        String id = service.send(RunningService.report("0601", GRID));
        service.await("handler-5", id, 2);
        service.command("handler-5", id, 2, "{\"type\":\"accept\"}");
        Answer completed = completed(id, 3, "已处理");

        service.answer(id + ".1", 2, Grade.UNSATISFIED, false, true);
        Answer rework = service.await("handler-5", id, completed.version() + 1);
        assertThat(rework.text("state")).isEqualTo("IN_PROGRESS");
        assertThat(rework.body().path("reworks").asInt()).isEqualTo(1);
        assertThat(rework.body().path("hold").path("number").asInt()).isEqualTo(2);

        Answer again = completed(id, rework.version(), "已重新处理");
        service.answer(id + ".2", 2, Grade.UNSATISFIED, false, false);
        Answer waiting = service.await("inspector-2", id, again.version() + 1);
        assertThat(waiting.text("state")).isEqualTo("PENDING_DECISION");

        Answer decided = service.command(
                "inspector-2",
                id,
                waiting.version(),
                "{\"type\":\"decide\",\"decision\":\"CLOSE\",\"reason\":\"超出职责范围\"}");
        assertThat(decided.text("state")).isEqualTo("CLOSED");
        assertThat(decided.text("closeReason")).isEqualTo("DECIDED");
    }

    @Test
    void a_matter_of_the_block_climbs_to_its_ceiling_and_no_further() {
        String id = service.send(RunningService.report("0104", GRID));
        Answer given = service.await("grid-worker-1", id, 2);
        assertThat(given.text("level")).isEqualTo("BLOCK");
        service.command("grid-worker-1", id, 2, "{\"type\":\"accept\"}");

        Answer up = service.command(
                "grid-worker-1", id, 3, "{\"type\":\"escalate\",\"reason\":\"面积太大\",\"tried\":\"已清扫一部分\"}");
        assertThat(up.status()).isEqualTo(200);
        assertThat(up.text("level")).isEqualTo("COMMUNITY");
        service.command("community-clerk-1", id, 4, "{\"type\":\"accept\"}");

        Answer refused = service.command(
                "community-clerk-1", id, 5, "{\"type\":\"escalate\",\"reason\":\"太难\",\"tried\":\"协调过\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("ceiling-reached");
        assertThat(refused.text("detail")).contains("小事不出社区");
    }

    @Test
    void a_repeated_command_gets_the_same_answer_before_its_version_is_looked_at() {
        String id = service.send(RunningService.report("0601", GRID));
        service.await("handler-5", id, 2);
        String commandId = UUID.randomUUID().toString();

        Answer first = service.command("handler-5", id, "\"2\"", commandId, "{\"type\":\"accept\"}");
        Answer second = service.command("handler-5", id, "\"2\"", commandId, "{\"type\":\"accept\"}");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.version()).isEqualTo(first.version()).isEqualTo(3);
        assertThat(second.body().path("commandSeq").asLong()).isEqualTo(3);
    }

    @Test
    void a_stale_version_a_missing_one_and_a_star_are_refused() {
        String id = service.send(RunningService.report("0601", GRID));
        service.await("handler-5", id, 2);
        String accept = "{\"type\":\"accept\"}";
        String commandId = UUID.randomUUID().toString();

        Answer stale = service.command("handler-5", id, 1, accept);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("code")).isEqualTo("stale-version");
        assertThat(service.command("handler-5", id, null, commandId, accept).status())
                .isEqualTo(428);
        assertThat(service.command("handler-5", id, "*", commandId, accept).status())
                .isEqualTo(400);
        assertThat(service.command("handler-5", id, "W/\"2\"", commandId, accept)
                        .status())
                .isEqualTo(400);
    }

    /** Done by the street's department, and looked at by the worker of the grid. */
    private Answer completed(String id, long version, String text) {
        Answer done = service.command("handler-5", id, version, "{\"type\":\"complete\",\"text\":\"" + text + "\"}");
        assertThat(done.text("state")).isEqualTo("PENDING_CHECK");
        return service.command(
                "grid-worker-1", id, done.version(), "{\"type\":\"check\",\"passed\":true,\"text\":\"已看\"}");
    }
}
