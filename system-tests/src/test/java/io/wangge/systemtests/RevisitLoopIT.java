package io.wangge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.systemtests.client.Answer;
import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.Outcome;
import io.wangge.systemtests.client.Session;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** 回头看 through all services: a closed case is asked about again, and reopened as the same case. */
class RevisitLoopIT {
    private static final String POLICY = "/api/v1/reference/case-policy";
    private final World world = World.shared();

    @Test
    void aCaseThatWasClosedWithAFairGradeIsAskedAboutAgainAndReopenedWithItsHistory() {
        revisitAfterAMinute();
        CaseView closed = world.answered(world.awaitingCallback(), Outcome.satisfied("FAIR"));
        assertThat(closed.state()).isEqualTo("CLOSED");
        String second = closed.id() + ".2";

        JsonNode round = Awaiting.untilTheMinuteIsOver(
                () -> world.as("callback-clerk-2").get("/api/v1/callbacks/" + second + "?waitMs=5000"),
                json -> json.path("state").asString("").equals("OPEN"));
        assertThat(round.path("revisit").asBoolean(false)).isTrue();
        assertThat(world.as("dispatcher-1").theCase(closed.id()).state()).isEqualTo("CLOSED");

        world.as("callback-clerk-2").outcome(second, Outcome.unsatisfied(false, true, "没几天又不亮了"));
        CaseView again = world.as("dispatcher-1").awaitState(closed.id(), "PENDING_ACCEPTANCE");

        assertThat(again.holder()).isEqualTo(World.MUNICIPAL_WORKS);
        String ledger = world.as("inspector-2")
                .awaitLedger(closed.id(), again.version())
                .toString();
        assertThat(ledger).contains("case.opened", "case.closed", "case.revisit-requested", "case.reopened");
    }

    private void revisitAfterAMinute() {
        Session admin = world.as("admin-1");
        ObjectNode policy = (ObjectNode) admin.get(POLICY + "/export?format=json");
        ObjectNode revisit = (ObjectNode) policy.path("rows").path(0).path("revisit");
        revisit.putObject("after").put("amount", 1).put("unit", "EMERGENCY_MINUTE");
        Answer draft = admin.exchange(
                        "PUT", POLICY + "/draft", policy.toString(), Map.of("Content-Type", "application/json"))
                .done();
        admin.exchange(
                        "POST",
                        POLICY + "/draft/activation",
                        "{}",
                        Map.of("If-Match", draft.header("ETag").orElseThrow()))
                .done();
    }
}
