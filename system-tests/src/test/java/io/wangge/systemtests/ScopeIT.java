package io.wangge.systemtests;

import static io.wangge.systemtests.Problems.assertRefused;
import static io.wangge.systemtests.World.lamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.systemtests.client.Answer;
import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.Command;
import io.wangge.systemtests.client.Outcome;
import io.wangge.systemtests.client.ReportForm;
import io.wangge.systemtests.client.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everybody reads and writes within their scope only; what lies outside does not exist for them. */
class ScopeIT {
    private final World world = World.shared();

    @Test
    void aCaseOfAnotherStreetIsNotThere() {
        CaseView opened = world.opened(lamp());
        Session stranger = world.as("handler-2");
        for (String path : List.of("", "/actions")) {
            assertRefused(
                    404,
                    "not-found",
                    headers -> stranger.exchange("GET", "/api/v1/cases/" + opened.id() + path, null, headers));
        }
        assertThat(stranger.send(opened.id(), opened.version(), Command.accept())
                        .status())
                .isEqualTo(404);
        assertThat(world.as("dispatcher-1").theCase(opened.id()).state()).isEqualTo("PENDING_ACCEPTANCE");
    }

    @Test
    void aCaseOfAnotherStreetIsInNoList() {
        CaseView opened = world.opened(lamp());
        assertThat(idsOf(world.as("handler-5").cases("inbox"))).contains(opened.id());
        assertThat(idsOf(world.as("dispatcher-2").cases("all"))).contains(opened.id());
        assertThat(idsOf(world.as("grid-worker-1").cases("reported"))).contains(opened.id());
        for (String tab : List.of("inbox", "all", "reported")) {
            assertThat(idsOf(world.as("handler-2").cases(tab))).as(tab).doesNotContain(opened.id());
        }
    }

    @Test
    void aCaseOfAnotherDepartmentOfTheSameStreetIsNotThere() {
        CaseView opened = world.opened(lamp());
        assertThat(status(world.as("handler-4"), "/api/v1/cases/" + opened.id()))
                .isEqualTo(404);
    }

    @Test
    void whoIsSecondedSeesTheCasesOfBothUnits() {
        Session seconded = world.as("handler-10");
        CaseView here = world.opened(ReportForm.saying("楼道堆物").category("0408").at(120.107, 30.233));
        CaseView there = world.opened(ReportForm.saying("楼道堆物").category("0408").at(120.137, 30.235));
        assertThat(seconded.theCase(here.id()).holder()).isEqualTo("990100001-d11");
        assertThat(seconded.theCase(there.id()).holder()).isEqualTo("990100002-d11");
    }

    @Test
    void aReportOfAnotherGridIsNotThere() {
        ReportForm form = lamp();
        world.as("grid-worker-1").report(form);
        assertThat(status(world.as("grid-worker-1"), "/api/v1/reports/" + form.id()))
                .isEqualTo(200);
        assertThat(status(world.as("grid-worker-7"), "/api/v1/reports/" + form.id()))
                .isEqualTo(404);
    }

    @Test
    void aLedgerAndARoundOfAnotherStreetAreNotThere() {
        CaseView waits = world.awaitingCallback();
        world.as("callback-clerk-2").awaitRound(waits.roundId());
        Session stranger = world.as("callback-clerk-3");
        assertThat(status(stranger, "/api/v1/callbacks/" + waits.roundId())).isEqualTo(404);
        assertThat(stranger.sendOutcome(waits.roundId(), Outcome.satisfied("SATISFIED"))
                        .status())
                .isEqualTo(404);
        assertThat(status(stranger, "/api/v1/ledger/cases/" + waits.id())).isEqualTo(404);
    }

    @Test
    void onlyACallbackClerkRecordsAnOutcome() {
        CaseView waits = world.awaitingCallback();
        world.as("callback-clerk-2").awaitRound(waits.roundId());
        assertRefused(
                403,
                "not-allowed",
                headers -> world.as("handler-5")
                        .exchange(
                                "POST",
                                "/api/v1/callbacks/" + waits.roundId() + "/outcomes",
                                Outcome.satisfied("SATISFIED").json().toString(),
                                headers));
    }

    @Test
    void aContactIsShownToTheClerkOfItsGroundAloneAndStandsOnTheLedger() {
        CaseView waits = world.awaitingCallback();
        String path = "/api/v1/reports/" + waits.id() + "/reveals";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> reveal("callback-clerk-2", path, waits.roundId()).status() == 200);
        assertThat(reveal("callback-clerk-3", path, waits.roundId()).status()).isEqualTo(404);
        assertRefused(
                403,
                "reveal-not-for-role",
                headers -> world.as("handler-5").exchange("POST", path, revealBody(waits.roundId()), headers));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> world.as("auditor-1")
                        .get("/api/v1/ledger/cases/" + waits.id())
                        .toString()
                        .contains("audit.contact-revealed"));
    }

    @Test
    void callsOrdersAndWebhooksAreForWhoeverWorksWithThem() {
        assertRefused(
                403,
                "not-a-hotline-agent",
                headers -> world.as("grid-worker-1").exchange("GET", "/api/v1/calls", null, headers));
        assertRefused(
                403,
                "orders-not-for-role",
                headers -> world.as("handler-5").exchange("GET", "/api/v1/orders", null, headers));
        assertThat(world.as("handler-5").get("/api/v1/webhooks").path("items").size())
                .isZero();
        assertThat(status(world.as("hotline-agent-1"), "/api/v1/calls")).isEqualTo(200);
        assertThat(status(world.as("dispatcher-1"), "/api/v1/orders")).isEqualTo(200);
    }

    @Test
    void onlyWhoeverAuditsVerifiesTheLedger() {
        assertRefused(
                403,
                "not-allowed",
                headers -> world.as("grid-worker-1").exchange("GET", "/api/v1/ledger/verify", null, headers));
    }

    @Test
    void keysOfOtherSystemsAreForAdministratorsOnly() {
        for (String person : List.of("grid-worker-1", "dispatcher-1", "leader-1", "auditor-1")) {
            assertThat(status(world.as(person), "/api/v1/api-keys")).as(person).isEqualTo(403);
        }
        assertThat(status(world.as("admin-1"), "/api/v1/api-keys")).isEqualTo(200);
    }

    @Test
    void anImportIsItsOwnersAlone() {
        String id = UUID.randomUUID().toString();
        String path = "/api/v1/import-jobs?id=" + id + "&fileName=a.csv";
        Map<String, String> csv = Map.of("Content-Type", "text/csv");
        assertThat(world.as("dispatcher-1")
                        .exchange("POST", path, "text\nx\n", csv)
                        .status())
                .isEqualTo(201);
        assertThat(status(world.as("dispatcher-1"), "/api/v1/import-jobs/" + id))
                .isEqualTo(200);
        for (String at : List.of("", "/errors")) {
            assertThat(status(world.as("dispatcher-2"), "/api/v1/import-jobs/" + id + at))
                    .isEqualTo(404);
            assertThat(status(world.as("grid-worker-1"), "/api/v1/import-jobs/" + id + at))
                    .isEqualTo(403);
        }
    }

    @Test
    void nobodyReadsOpen311AndFilesWithoutAKey() {
        var client = world.client();
        assertThat(client.exchange("GET", "/open311/v2/services.json", null, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(client.exchange("GET", "/open311/v2/requests.json", null, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(client.exchange(
                                "POST",
                                "/open311/v2/requests.json",
                                "service_code=0107&lat=30.2331&long=120.1071",
                                Map.of("Content-Type", "application/x-www-form-urlencoded"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theActionsSayWhatMayBeDoneAndWhyNot() {
        CaseView opened = world.opened(lamp());
        var actions = world.as("handler-5")
                .get("/api/v1/cases/" + opened.id() + "/actions")
                .path("actions");
        for (var action : actions) {
            switch (action.path("type").asString()) {
                case "accept", "return", "record-conference", "comment" ->
                    assertThat(action.path("allowed").asBoolean())
                            .as(action.toString())
                            .isTrue();
                default -> {
                    assertThat(action.path("allowed").asBoolean())
                            .as(action.toString())
                            .isFalse();
                    assertThat(action.path("code").asString("")).isNotBlank();
                    assertThat(action.path("reason").asString("")).isNotBlank();
                }
            }
        }
        assertThat(actions.size()).isEqualTo(32);
    }

    private Answer reveal(String user, String path, String roundId) {
        return world.as(user).exchange("POST", path, revealBody(roundId), Map.of());
    }

    private static String revealBody(String roundId) {
        return "{\"id\": \"%s\", \"roundId\": \"%s\", \"reason\": \"回访\"}".formatted(UUID.randomUUID(), roundId);
    }

    private static int status(Session who, String path) {
        return who.exchange("GET", path, null, Map.of()).status();
    }

    private static List<String> idsOf(List<CaseView> cases) {
        return cases.stream().map(CaseView::id).toList();
    }
}
