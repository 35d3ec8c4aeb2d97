package io.wangge.ledger.http.callback;

import static io.wangge.ledger.http.Answers.assertProblem;
import static io.wangge.ledger.http.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.wangge.ledger.Story;
import io.wangge.ledger.desk.Tokens;
import io.wangge.ledger.http.RunningLedger;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The clerk's work list, the resident's link, the published list: at the HTTP door. */
class CallbackWorkIT {
    private static final String CLERK = "s-callback-clerk-1";
    private static final String OTHER_CLERK = "s-callback-clerk-3";
    private static final String UNHAPPY =
            "{\"settled\":false,\"grade\":\"UNSATISFIED\",\"tags\":[\"SLOW\"],\"comment\":\"还是坏的\"}";
    private static final String HAPPY = "{\"settled\":true,\"grade\":\"SATISFIED\"}";

    @AutoClose
    private static final RunningLedger LEDGER = new RunningLedger();

    @Test
    void aClaimedRoundIsOneClerksUntilItIsReleasedOrOver() throws Exception {
        String round = open("p-1");
        JsonNode claimed = ok(LEDGER.post(CLERK, round + "/claim", "{}"));
        assertThat(claimed.get("claim").get("by").asString()).isEqualTo(CLERK);
        assertThat(claimed.get("script").get("zh").get(0).asString()).startsWith("您好");

        assertProblem(LEDGER.post(OTHER_CLERK, round + "/claim", "{}"), 409, "claimed-by-another");
        assertProblem(LEDGER.post(OTHER_CLERK, round + "/outcomes", missed()), 409, "claimed-by-another");
        ok(LEDGER.post(CLERK, round + "/claim", "{}"));
        ok(LEDGER.delete(OTHER_CLERK, round + "/claim"));
        assertProblem(LEDGER.post(OTHER_CLERK, round + "/claim", "{}"), 409, "claimed-by-another");

        ok(LEDGER.delete(CLERK, round + "/claim"));
        ok(LEDGER.post(OTHER_CLERK, round + "/claim", "{}"));
        set("round_claims", idOf(round), "until", Date.from(Instant.now().minusSeconds(1)));
        assertThat(ok(LEDGER.get(CLERK, round)).has("claim")).isFalse();
        ok(LEDGER.post(CLERK, round + "/claim", "{}"));
        assertProblem(LEDGER.post("s-handler-1", round + "/claim", "{}"), 403, "not-allowed");
        assertProblem(LEDGER.post("s-callback-clerk-2", round + "/claim", "{}"), 404, "not-found");
    }

    @Test
    void aLinkTakesOneAnswerWithoutALoginAndNamesNobody() throws Exception {
        String round = open("p-1");
        String token =
                ok(LEDGER.post(CLERK, round + "/links", "{}"), 201).get("token").asString();
        String path = "/api/v1/callbacks/by-token/" + token;

        HttpResponse<String> asked = LEDGER.get(null, path);
        assertThat(ok(asked).get("caseNumber").asString()).isEqualTo("990100001-20260302-0001");
        assertThat(asked.body()).doesNotContain("p-1", "s-handler", "井盖破损");
        assertProblem(LEDGER.post(null, path, "{\"settled\":true,\"grade\":\"SUPERB\"}"), 400, "invalid-field");
        assertProblem(
                LEDGER.post(null, path, "{\"settled\":true,\"grade\":\"FAIR\",\"tags\":[\"X\"]}"),
                400,
                "invalid-field");

        assertThat(ok(LEDGER.post(null, path, HAPPY)).get("answered").asBoolean())
                .isTrue();
        assertThat(ok(LEDGER.get(CLERK, round)).get("state").asString()).isEqualTo("ANSWERED");
        assertProblem(LEDGER.post(null, path, HAPPY), 409, "link-used");
        assertProblem(LEDGER.get(null, path), 409, "link-used");
        assertProblem(LEDGER.get(null, path + "0"), 404, "link-unknown");
    }

    @Test
    void anExpiredLinkSaysSo() throws Exception {
        String round = open("p-1");
        String token =
                ok(LEDGER.post(CLERK, round + "/links", "{}"), 201).get("token").asString();
        set(
                "round_links",
                Tokens.hash(token),
                "expiresAt",
                Date.from(Instant.now().minusSeconds(1)));

        assertProblem(LEDGER.post(null, "/api/v1/callbacks/by-token/" + token, HAPPY), 410, "link-expired");
        assertThat(ok(LEDGER.get(CLERK, round)).get("state").asString()).isEqualTo("OPEN");
    }

    @Test
    void anUnsatisfiedAnswerThroughALinkIsJudgedByAClerkBeforeTheRoundEnds() throws Exception {
        String round = open("p-1", "p-2");
        assertProblem(LEDGER.post(CLERK, round + "/links", "{}"), 409, "reporter-not-named");
        String token = ok(LEDGER.post(CLERK, round + "/links", "{\"residentId\":\"p-1\"}"), 201)
                .get("token")
                .asString();
        ok(LEDGER.post(null, "/api/v1/callbacks/by-token/" + token, UNHAPPY));
        assertThat(listed("judge")).contains(idOf(round));
        assertThat(listed("overdue")).contains(idOf(round));
        ok(LEDGER.post(
                CLERK,
                round + "/outcomes",
                "{\"id\":\"%s\",\"residentId\":\"p-2\",\"reached\":true,\"settled\":true,\"grade\":\"FAIR\"}"
                        .formatted(UUID.randomUUID())));
        assertThat(ok(LEDGER.get(CLERK, round)).get("state").asString()).isEqualTo("OPEN");

        assertProblem(LEDGER.post(CLERK, round + "/judgements", "{}"), 400, "invalid-field");
        JsonNode judged = ok(LEDGER.post(
                CLERK,
                round + "/judgements",
                "{\"id\":\"%s\",\"residentId\":\"p-1\",\"unitAtFault\":false}".formatted(UUID.randomUUID())));

        assertThat(judged.get("state").asString()).isEqualTo("ANSWERED");
        assertThat(judged.get("outcome").get("grade").asString()).isEqualTo("UNSATISFIED");
        assertThat(judged.get("outcome").get("unitAtFault").asBoolean()).isFalse();
        assertThat(listed("judge")).doesNotContain(idOf(round));
    }

    @Test
    void ofTwoAnswersThroughOneLinkAtOnceOneStandsAndTheOtherIsTold() throws Exception {
        String round = open("p-1");
        String token =
                ok(LEDGER.post(CLERK, round + "/links", "{}"), 201).get("token").asString();

        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> both = Stream.of(HAPPY, UNHAPPY)
                    .map(answer ->
                            (Callable<Integer>) () -> LEDGER.post(null, "/api/v1/callbacks/by-token/" + token, answer)
                                    .statusCode())
                    .toList();
            for (var status : threads.invokeAll(both)) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void whatAnInspectorClosesAgainstTheResidentsWordIsPublishedWithTheReason() throws Exception {
        Story story = new Story().waitingForCallback().closedByDecision("现场复核三次，诉求超出法定职责");
        story.events().forEach(LEDGER::send);
        await().atMost(Duration.ofSeconds(30)).until(() -> lineOf(story) != null);

        JsonNode line = lineOf(story);
        assertThat(line.get("reason").asString()).startsWith("现场复核三次");
        assertThat(line.get("unit").get("nameZh").asString()).isEqualTo("望江社区");
        assertThat(line.get("decidedBy").get("id").asString()).isEqualTo("u-district");
        assertThat(line.toString()).doesNotContain("s-inspector-1", "p-1");
        assertProblem(LEDGER.get(null, "/api/v1/ledger/accountability?limit=0"), 400, "invalid-field");
    }

    private static JsonNode lineOf(Story story) throws Exception {
        for (JsonNode line :
                ok(LEDGER.get(null, "/api/v1/ledger/accountability")).get("items")) {
            if (line.get("entryId").asString().contains(story.caseId)) {
                return line;
            }
        }
        return null;
    }

    /** @return the path of a new round */
    private static String open(String... residents) throws Exception {
        Story story = new Story().reported().opened().accepted().completed().callbackRequested(List.of(residents));
        story.events().forEach(LEDGER::send);
        String path = "/api/v1/callbacks/" + story.roundId();
        ok(LEDGER.get(CLERK, path + "?waitMs=10000"));
        return path;
    }

    private static String idOf(String roundPath) {
        return roundPath.substring(roundPath.lastIndexOf('/') + 1);
    }

    private static String missed() {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"reached\":false}";
    }

    private static List<String> listed(String tab) throws Exception {
        JsonNode items =
                ok(LEDGER.get(CLERK, "/api/v1/callbacks?limit=100&tab=" + tab)).get("items");
        return Stream.iterate(0, i -> i < items.size(), i -> i + 1)
                .map(i -> items.get(i).get("roundId").asString())
                .toList();
    }

    private static void set(String collection, String id, String field, Object value) {
        LEDGER.bean(MongoClient.class)
                .getDatabase(LEDGER.database())
                .getCollection(collection)
                .updateOne(Filters.eq("_id", id), Updates.set(field, value));
    }
}
