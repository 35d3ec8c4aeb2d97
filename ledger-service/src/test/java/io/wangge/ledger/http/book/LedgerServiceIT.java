package io.wangge.ledger.http.book;

import static io.wangge.ledger.http.Answers.assertProblem;
import static io.wangge.ledger.http.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.Story;
import io.wangge.ledger.http.RunningLedger;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole service: events in from Kafka, people at the HTTP door, outcomes out to Kafka. */
class LedgerServiceIT {
    private static final String CLERK = "s-callback-clerk-1";
    private static final String SATISFIED =
            "{\"id\":\"%s\",\"reached\":true,\"settled\":true,\"grade\":\"SATISFIED\",\"comment\":\"谢谢\"}";

    @AutoClose
    private static final RunningLedger LEDGER = new RunningLedger();

    @Test
    void aCallbackRequestedByTheCaseIsOpenedAnsweredAndStandsInTheLedger() throws Exception {
        Story story = sent(new Story().waitingForCallback());

        JsonNode round = ok(LEDGER.get(CLERK, "/api/v1/callbacks/" + story.roundId() + "?waitMs=10000"));
        assertThat(round.get("state").asString()).isEqualTo("OPEN");
        assertThat(round.get("caseNumber").asString()).isEqualTo("990100001-20260302-0001");
        assertThat(roundIds(ok(LEDGER.get(CLERK, "/api/v1/callbacks?tab=due&limit=100"))))
                .contains(story.roundId());

        String id = UUID.randomUUID().toString();
        JsonNode answered = ok(outcome(CLERK, story, SATISFIED.formatted(id)));
        assertThat(answered.get("state").asString()).isEqualTo("ANSWERED");
        assertThat(answered.get("outcome").get("grade").asString()).isEqualTo("SATISFIED");
        assertThat(ok(outcome(CLERK, story, SATISFIED.formatted(id)))).isEqualTo(answered);
        assertProblem(outcome(CLERK, story, SATISFIED.formatted(id).replace("谢谢", "")), 409, "same-id-other-content");
        assertProblem(outcome(CLERK, story, SATISFIED.formatted(UUID.randomUUID())), 409, "round-ended");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> types(story).contains("io.wangge.callback.round-answered.v1"));
        LEDGER.send(story.closed().last());
        JsonNode whole = ok(LEDGER.get(CLERK, "/api/v1/ledger/cases/" + story.caseId + "?atLeastSeq=6&waitMs=10000"));
        assertThat(whole.get("facts").get("state").asString()).isEqualTo("CLOSED");
        assertThat(types(story))
                .startsWith("io.wangge.report.received.v1", "io.wangge.case.opened.v1")
                .hasSize(9)
                .contains("io.wangge.callback.round-opened.v1", "io.wangge.case.closed.v1");
        JsonNode first = whole.get("entries").get(0);
        assertThat(first.get("typeZh").asString()).isEqualTo("上报");
        assertThat(first.get("what").get("text").get("value").asString()).startsWith("井盖破损");
        assertThat(first.get("by").get("name").asString()).isEqualTo("网格员甲");
        assertThat(first.get("time").asString()).endsWith("+08:00");
        assertThat(ok(LEDGER.get("s-auditor-1", "/api/v1/ledger/verify?caseId=" + story.caseId))
                        .get("entries")
                        .asInt())
                .isEqualTo(9);
    }

    @Test
    void eachWrongOutcomeIsRefusedWithItsCodeAndTheRoundStaysOpen() throws Exception {
        Story story = sent(new Story().waitingForCallback());
        ok(LEDGER.get(CLERK, "/api/v1/callbacks/" + story.roundId() + "?waitMs=10000"));
        String id = UUID.randomUUID().toString();

        assertProblem(
                outcome(CLERK, story, "{\"id\":\"" + id + "\",\"reached\":true,\"settled\":false,\"grade\":\"FAIR\"}"),
                409,
                "fault-not-judged");
        assertProblem(outcome(CLERK, story, "{\"id\":\"" + id + "\",\"reached\":true}"), 400, "invalid-field");
        assertProblem(
                outcome(CLERK, story, "{\"id\":\"" + id + "\",\"reached\":true,\"settled\":true,\"grade\":\"SUPERB\"}"),
                400,
                "invalid-field");
        assertProblem(outcome(CLERK, story, "{\"id\":\"nine\",\"reached\":false}"), 400, "invalid-field");
        assertProblem(outcome(CLERK, story, "{\"id\":"), 400, "malformed-json");
        assertProblem(outcome("s-handler-1", story, SATISFIED.formatted(id)), 403, "not-allowed");
        assertProblem(outcome("s-callback-clerk-2", story, SATISFIED.formatted(id)), 404, "not-found");
        assertProblem(LEDGER.get(CLERK, "/api/v1/callbacks/none.1"), 404, "not-found");
        assertProblem(LEDGER.get(CLERK, "/api/v1/callbacks?tab=all"), 400, "invalid-field");
        assertProblem(LEDGER.get(CLERK, "/api/v1/callbacks?cursor=abc"), 400, "invalid-field");
        assertProblem(LEDGER.get(null, "/api/v1/callbacks"), 401, "not-signed-in");

        JsonNode tried = ok(outcome(CLERK, story, "{\"id\":\"" + id + "\",\"reached\":false}"));
        assertThat(tried.get("state").asString()).isEqualTo("OPEN");
        assertThat(tried.get("attempts").size()).isEqualTo(1);
    }

    @Test
    void whoeverHoldsATipOffLearnsNothingOfItsReporterFromTheLedger() throws Exception {
        Story story = sent(new Story().asTipOff().waitingForCallback());
        String rounds = "/api/v1/callbacks/" + story.roundId();
        String ofCase = "/api/v1/ledger/cases/" + story.caseId + "?atLeastSeq=5&waitMs=10000";
        ok(LEDGER.get(CLERK, rounds + "?waitMs=10000"));
        await().atMost(Duration.ofSeconds(30)).until(() -> types(story).contains("io.wangge.callback.round-opened.v1"));

        assertThat(ok(LEDGER.get("s-handler-1", ofCase)).toString())
                .contains("io.wangge.case.opened.v1", "井盖破损")
                .doesNotContain("p-1\"", "s-grid-worker-1", "网格员甲");
        assertThat(ok(LEDGER.get("s-handler-1", rounds)).get("residentIds")).isEmpty();
        assertThat(ok(LEDGER.get("s-handler-1", "/api/v1/callbacks?tab=due&limit=100"))
                        .toString())
                .contains(story.roundId())
                .doesNotContain("p-1\"");

        assertThat(ok(LEDGER.get("s-auditor-1", ofCase)).toString()).contains("\"p-1\"", "s-grid-worker-1");
        assertThat(ok(LEDGER.get(CLERK, rounds)).get("residentIds").toString()).contains("p-1");
    }

    @Test
    void idsOfResidentsAreNoBusinessOfTheHolderButHeSeesWhoTookTheMatterIn() throws Exception {
        Story story = sent(new Story().waitingForCallback());

        String shown = ok(LEDGER.get(
                        "s-handler-1", "/api/v1/ledger/cases/" + story.caseId + "?atLeastSeq=5&waitMs=10000"))
                .toString();

        assertThat(shown).contains("s-grid-worker-1").doesNotContain("p-1\"");
    }

    @Test
    void ofTwoOutcomesAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        Story story = sent(new Story().waitingForCallback());
        ok(LEDGER.get(CLERK, "/api/v1/callbacks/" + story.roundId() + "?waitMs=10000"));

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> both = List.of(
                    () -> outcome(CLERK, story, SATISFIED.formatted(UUID.randomUUID()))
                            .statusCode(),
                    () -> outcome(CLERK, story, SATISFIED.formatted(UUID.randomUUID()))
                            .statusCode());
            for (var status : threads.invokeAll(both)) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void eventsThatComeTwiceOrOutOfOrderStandOnceAndInOrder() throws Exception {
        Story story = new Story().waitingForCallback();
        List<Envelope<Event>> events = story.events();
        for (int i : new int[] {0, 3, 2, 2, 1, 1, 5, 4, 3}) {
            LEDGER.send(events.get(i));
        }

        ok(LEDGER.get(CLERK, "/api/v1/ledger/cases/" + story.caseId + "?atLeastSeq=5&waitMs=10000"));
        await().atMost(Duration.ofSeconds(30)).until(() -> types(story).size() == 7);
        assertThat(ok(LEDGER.get("s-auditor-1", "/api/v1/ledger/verify?caseId=" + story.caseId))
                        .get("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theLedgerOfACaseIsForItsScopeAndVerifyingForThoseWhoAnswerForIt() throws Exception {
        Story story = sent(new Story().waitingForCallback());
        String path = "/api/v1/ledger/cases/" + story.caseId;

        ok(LEDGER.get(CLERK, path + "?waitMs=10000"));
        assertProblem(LEDGER.get("s-callback-clerk-2", path), 404, "not-found");
        assertProblem(LEDGER.get(CLERK, path + "?waitMs=999999"), 400, "invalid-field");
        assertProblem(LEDGER.get(CLERK, "/api/v1/ledger/verify"), 403, "not-allowed");
        assertProblem(LEDGER.get("s-auditor-1", "/api/v1/ledger/verify?caseId=none"), 404, "not-found");
    }

    @Test
    void anAlteredEntryIsNamedInBothLanguages() throws Exception {
        Story story = sent(new Story().waitingForCallback());
        ok(LEDGER.get(CLERK, "/api/v1/ledger/cases/" + story.caseId + "?atLeastSeq=5&waitMs=10000"));
        String altered = "case/" + story.caseId + "/2";
        var entries =
                LEDGER.bean(MongoClient.class).getDatabase(LEDGER.database()).getCollection("entries");
        String said = entries.find(Filters.eq("_id", altered)).first().getString("data");
        entries.updateOne(
                Filters.eq("_id", altered), Updates.set("data", said.replace(Story.HANDLER.id(), "s-somebody-else")));

        JsonNode verdict = ok(LEDGER.get("s-auditor-1", "/api/v1/ledger/verify"));

        assertThat(verdict.get("ok").asBoolean()).isFalse();
        JsonNode broken = verdict.get("firstBroken");
        assertThat(broken.get("entryId").asString()).isEqualTo(altered);
        assertThat(broken.get("kind").asString()).isEqualTo("ALTERED");
        assertThat(broken.get("words").get("zh").asString()).contains("被改动");
        entries.updateOne(Filters.eq("_id", altered), Updates.set("data", said));
        assertThat(ok(LEDGER.get("s-auditor-1", "/api/v1/ledger/verify"))
                        .get("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theLiveStreamShowsEventsOfTheScopeWithoutFreeTextAndOthersNone() throws Exception {
        Story story = new Story().reported().opened();
        try (BufferedReader inScope = watch(CLERK);
                BufferedReader outside = watch("s-callback-clerk-2")) {
            story.events().forEach(LEDGER::send);

            String seen = readUntil(inScope, "id:" + story.last().id());
            assertThat(seen).contains("event:io.wangge.case.opened.v1").doesNotContain("井盖");
            assertThat(readUntil(outside, ":heartbeat")).doesNotContain(story.caseId);
        }
    }

    private static BufferedReader watch(String staffId) throws Exception {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(LEDGER.stream(staffId, "/api/v1/ledger/stream"), StandardCharsets.UTF_8));
        readUntil(reader, ":watching");
        return reader;
    }

    private static String readUntil(BufferedReader reader, String mark) throws Exception {
        StringBuilder seen = new StringBuilder();
        String line;
        boolean marked = false;
        while ((line = reader.readLine()) != null) {
            seen.append(line).append('\n');
            marked |= line.startsWith(mark);
            if (marked && line.isEmpty()) {
                return seen.toString();
            }
        }
        throw new AssertionError("The stream ended: " + seen);
    }

    private static Story sent(Story story) {
        story.events().forEach(LEDGER::send);
        return story;
    }

    private static HttpResponse<String> outcome(String staffId, Story story, String body) throws Exception {
        return LEDGER.post(staffId, "/api/v1/callbacks/" + story.roundId() + "/outcomes", body);
    }

    private static List<String> types(Story story) throws Exception {
        List<String> types = new ArrayList<>();
        ok(LEDGER.get(CLERK, "/api/v1/ledger/cases/" + story.caseId))
                .get("entries")
                .forEach(entry -> types.add(entry.get("type").asString()));
        return types;
    }

    private static List<String> roundIds(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(round -> ids.add(round.get("roundId").asString()));
        return ids;
    }
}
