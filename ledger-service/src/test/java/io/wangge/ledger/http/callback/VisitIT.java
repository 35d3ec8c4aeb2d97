package io.wangge.ledger.http.callback;

import static io.wangge.ledger.http.Answers.assertProblem;
import static io.wangge.ledger.http.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.ledger.Story;
import io.wangge.ledger.http.RunningLedger;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 上门回访 at the HTTP door: whose list it stands on, who may say what came of it, and what the ledger keeps. */
class VisitIT {
    private static final String CLERK = "s-callback-clerk-1";
    private static final String WORKER = "s-grid-worker-1";
    private static final String OTHER_GRID = "s-grid-worker-2";
    private static final String DOER = "s-grid-worker-3";

    @AutoClose
    private static final RunningLedger LEDGER = new RunningLedger();

    @Test
    void a_round_stands_on_the_list_of_its_own_grid_and_of_nobody_else() throws Exception {
        String round = open();

        JsonNode listed = itemOf(WORKER, round);
        assertThat(listed.get("visit").asBoolean()).isTrue();
        assertThat(listed.get("residentIds").get(0).asString()).isEqualTo("p-1");
        assertThat(itemOf(OTHER_GRID, round)).isNull();
        assertThat(itemOf("s-handler-1", round)).isNull();
        assertProblem(LEDGER.get(OTHER_GRID, round), 404, "not-found");
        assertProblem(LEDGER.post(OTHER_GRID, round + "/outcomes", satisfied()), 404, "not-found");
        assertProblem(LEDGER.post(OTHER_GRID, round + "/claim", "{}"), 404, "not-found");
        assertProblem(LEDGER.post("s-handler-1", round + "/outcomes", satisfied()), 403, "not-allowed");
    }

    @Test
    void whoever_handled_the_case_neither_finds_it_nor_asks() throws Exception {
        Story story = new Story()
                .reported()
                .opened()
                .accepted()
                .completedBy(Story.COLLEAGUE)
                .callbackRequested();
        story.events().forEach(LEDGER::send);
        String round = "/api/v1/callbacks/" + story.roundId();
        ok(LEDGER.get(CLERK, round + "?waitMs=10000"));

        assertThat(itemOf(WORKER, round)).isNotNull();
        assertThat(itemOf(DOER, round)).isNull();
        assertThat(ok(LEDGER.get(DOER, round)).get("residentIds").size()).isZero();
        assertProblem(LEDGER.post(DOER, round + "/claim", "{}"), 409, "doer-cannot-ask");
        assertProblem(LEDGER.post(DOER, round + "/outcomes", satisfied()), 409, "doer-cannot-ask");
    }

    @Test
    void the_ledger_says_that_it_was_a_visit_and_by_whom() throws Exception {
        String round = open();
        ok(LEDGER.post(WORKER, round + "/claim", "{}"));
        assertProblem(LEDGER.post(CLERK, round + "/outcomes", satisfied()), 409, "claimed-by-another");

        JsonNode answered = ok(LEDGER.post(WORKER, round + "/outcomes", satisfied()));
        assertThat(answered.get("state").asString()).isEqualTo("ANSWERED");
        assertThat(answered.get("reporters").get(0).get("mode").asString()).isEqualTo("VISIT");
        String entries = "/api/v1/ledger/cases/" + idOf(round).replaceAll("\\.\\d+$", "");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> LEDGER.get(CLERK, entries).body().contains("\"mode\":\"VISIT\""));
        assertThat(LEDGER.get(CLERK, entries).body()).contains("callback.reporter-answered", WORKER);
    }

    @Test
    void not_at_home_leaves_the_list_for_the_day_and_an_outcome_made_on_an_older_version_comes_back() throws Exception {
        String round = open();
        long seen = ok(LEDGER.get(WORKER, round)).get("version").asLong();
        String missed = "{\"id\":\"" + UUID.randomUUID() + "\",\"reached\":false}";

        JsonNode tried = ok(post(WORKER, round + "/outcomes", missed, seen));
        assertThat(tried.get("attempts").get(0).get("mode").asString()).isEqualTo("VISIT");
        assertThat(itemOf(WORKER, round)).isNull();

        assertProblem(post(WORKER, round + "/outcomes", satisfied(), seen), 412, "stale-version");
        // The same again is answered as it was, whatever it was made on.
        ok(post(WORKER, round + "/outcomes", missed, seen));
        ok(post(WORKER, round + "/outcomes", satisfied(), tried.get("version").asLong()));
    }

    @Test
    void what_is_said_against_the_unit_at_the_door_waits_for_a_clerks_word_on_the_fault() throws Exception {
        String round = open();
        ok(LEDGER.post(
                WORKER,
                round + "/outcomes",
                "{\"id\":\"%s\",\"reached\":true,\"settled\":false,\"grade\":\"UNSATISFIED\",\"comment\":\"还在漏\"}"
                        .formatted(UUID.randomUUID())));

        assertThat(listed(CLERK, "judge")).contains(idOf(round));
        assertThat(itemOf(WORKER, round)).isNull();
        assertProblem(
                LEDGER.post(
                        WORKER,
                        round + "/judgements",
                        "{\"id\":\"%s\",\"unitAtFault\":false}".formatted(UUID.randomUUID())),
                403,
                "not-allowed");
    }

    private static String open() throws Exception {
        Story story = new Story().reported().opened().accepted().completed().callbackRequested();
        story.events().forEach(LEDGER::send);
        String path = "/api/v1/callbacks/" + story.roundId();
        ok(LEDGER.get(CLERK, path + "?waitMs=10000"));
        return path;
    }

    /** @param seen version that the outcome was made on */
    private static HttpResponse<String> post(String staff, String path, String body, long seen) throws Exception {
        return LEDGER.post(staff, path, body, "\"" + seen + "\"");
    }

    private static String satisfied() {
        return "{\"id\":\"%s\",\"reached\":true,\"settled\":true,\"grade\":\"SATISFIED\"}".formatted(UUID.randomUUID());
    }

    private static String idOf(String roundPath) {
        return roundPath.substring(roundPath.lastIndexOf('/') + 1);
    }

    private static JsonNode itemOf(String staff, String round) throws Exception {
        return items(staff, "visit")
                .filter(item -> item.get("roundId").asString().equals(idOf(round)))
                .findAny()
                .orElse(null);
    }

    private static List<String> listed(String staff, String tab) throws Exception {
        return items(staff, tab).map(item -> item.get("roundId").asString()).toList();
    }

    private static Stream<JsonNode> items(String staff, String tab) throws Exception {
        JsonNode items =
                ok(LEDGER.get(staff, "/api/v1/callbacks?limit=100&tab=" + tab)).get("items");
        return Stream.iterate(0, i -> i < items.size(), i -> i + 1).map(items::get);
    }
}
