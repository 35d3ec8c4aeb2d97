package io.wangge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.Outcome;
import io.wangge.systemtests.client.ReportForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every step stands in the ledger, once and in order, and nobody can quietly change it. */
class LedgerIT {
    private static final String GENESIS = "0".repeat(64);

    private final World world = World.shared();

    @Test
    void everyStepOfACaseStandsInTheLedgerInOrder() {
        JsonNode ledger = ledgerOf(closed());
        assertThat(typesOf(ledger, "report/")).containsExactly("report.received");
        assertThat(typesOf(ledger, "case/"))
                .containsExactly(
                        "case.opened",
                        "case.dispatched",
                        "case.accepted",
                        "case.completed",
                        "case.check-requested",
                        "case.work-checked",
                        "case.callback-requested",
                        "case.closed");
        assertThat(typesOf(ledger, "round/")).containsExactly("callback.round-opened", "callback.round-answered");
    }

    @Test
    void eachEntryCarriesTheHashOfTheOneBeforeIt() {
        Map<String, String> last = new HashMap<>();
        Map<String, Long> seq = new HashMap<>();
        for (JsonNode entry : ledgerOf(closed()).path("entries")) {
            String stream = entry.path("stream").asString();
            assertThat(entry.path("prevHash").asString()).isEqualTo(last.getOrDefault(stream, GENESIS));
            assertThat(entry.path("seq").asLong()).isEqualTo(seq.merge(stream, 1L, Long::sum));
            last.put(stream, entry.path("hash").asString());
        }
        assertThat(last).hasSize(3);
    }

    @Test
    void theWholeLedgerAndASingleCaseVerify() {
        CaseView closed = closed();
        ledgerOf(closed);
        JsonNode whole = Awaiting.until(() -> world.as("auditor-1").verify(), json -> !json.isMissingNode());
        assertThat(whole.path("ok").asBoolean()).as(whole.toString()).isTrue();
        assertThat(whole.path("entries").asLong()).isGreaterThanOrEqualTo(9);
        JsonNode one = world.as("auditor-1").get("/api/v1/ledger/verify?caseId=" + closed.id());
        assertThat(one.path("ok").asBoolean()).as(one.toString()).isTrue();
    }

    @Test
    void noNameAndNoNumberOfAResidentLeavesIntake() {
        ReportForm form = World.lamp().resident("欧阳不出现", "19912345678");
        CaseView waits = world.completed(world.accepted(world.opened(form)));
        assertThat(ledgerOf(waits).toString()).doesNotContain("欧阳不出现", "19912345678");
        assertThat(waits.json().toString()).doesNotContain("欧阳不出现", "19912345678");
    }

    @Test
    void whoWatchesSeesTheEventsOfTheirScopeAsTheyHappen() {
        Queue<String> auditor = new ConcurrentLinkedQueue<>();
        Queue<String> stranger = new ConcurrentLinkedQueue<>();
        try (Stream<String> seen = watch("auditor-1", auditor);
                Stream<String> hidden = watch("handler-2", stranger)) {
            Awaiting.until(() -> auditor.isEmpty() || stranger.isEmpty(), quiet -> !quiet);
            CaseView here = world.accepted(world.opened(World.lamp()));
            CaseView there =
                    world.opened(ReportForm.saying("路灯不亮").category(World.LAMP).at(120.137, 30.235));
            Awaiting.until(() -> String.join("\n", auditor), text -> text.contains("case/" + here.id() + "/3"));
            Awaiting.until(() -> String.join("\n", stranger), text -> text.contains("case/" + there.id() + "/2"));
            assertThat(String.join("\n", stranger)).doesNotContain(here.id());
        }
    }

    /** The stream ends when it is closed, which its reader hears as a failure. */
    private Stream<String> watch(String username, Queue<String> lines) {
        Stream<String> stream = world.as(username).lines("/api/v1/ledger/stream");
        Thread.ofVirtual().start(() -> {
            try {
                stream.forEach(lines::add);
            } catch (RuntimeException closed) {
                lines.add("closed");
            }
        });
        return stream;
    }

    private CaseView closed() {
        return world.answered(world.awaitingCallback(), Outcome.satisfied("SATISFIED"));
    }

    private JsonNode ledgerOf(CaseView theCase) {
        return world.as("auditor-1").awaitLedger(theCase.id(), theCase.version());
    }

    private static List<String> typesOf(JsonNode ledger, String stream) {
        List<String> types = new ArrayList<>();
        for (JsonNode entry : ledger.path("entries")) {
            if (entry.path("stream").asString().startsWith(stream)) {
                String type = entry.path("type").asString();
                types.add(type.replace("io.wangge.", "").replace(".v1", ""));
            }
        }
        return types;
    }
}
