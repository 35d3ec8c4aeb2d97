package io.wangge.ledger.http.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.ledger.Story;
import io.wangge.ledger.http.RunningLedger;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 回头看 in the clerk's list: opened by the case's event, marked, ended with the state that asked. */
class RevisitIT {
    private static final String CLERK = "s-callback-clerk-1";

    @AutoClose
    private static final RunningLedger LEDGER = new RunningLedger();

    @Test
    void a_revisit_stands_in_the_list_as_such_and_a_comment_does_not_end_it() throws Exception {
        Story story =
                new Story().waitingForCallback().closed().revisitRequested(2).commentedWhenClosed();
        story.events().forEach(LEDGER::send);

        JsonNode round = settled(story, 2, "OPEN");
        assertThat(round.get("revisit").asBoolean()).isTrue();
        assertThat(round.get("kindZh").asString()).isEqualTo("回头看");
        assertThat(settled(story, 1, "ABANDONED").get("revisit").asBoolean()).isFalse();
        assertThat(LEDGER.get(CLERK, "/api/v1/callbacks?tab=open&limit=100").body())
                .contains(story.caseId + ".2");

        JsonNode answered = RunningLedger.json(LEDGER.post(CLERK, path(story, 2), happy(UUID.randomUUID())));
        assertThat(answered.get("state").asString()).isEqualTo("ANSWERED");
    }

    @Test
    void what_is_sent_again_opens_no_second_round_and_a_reopening_ends_it() throws Exception {
        Story story = new Story().waitingForCallback().closed().revisitRequested(2);
        story.events().forEach(LEDGER::send);
        story.events().forEach(LEDGER::send);
        settled(story, 2, "OPEN");

        LEDGER.send(story.reopened().last());

        assertThat(settled(story, 2, "ABANDONED").get("abandonedFor").asString())
                .isEqualTo("case-moved-on");
    }

    @Test
    void a_year_that_is_published_moves_the_due_time_of_a_round() throws Exception {
        Story story = new Story().waitingForCallback();
        story.events().forEach(LEDGER::send);
        settled(story, 1, "OPEN");
        Instant dueAt = Story.START.plus(Duration.ofDays(5));

        LEDGER.send(story.waitingDueAnew(dueAt).last());

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Instant.from(OffsetDateTime.parse(
                                settled(story, 1, "OPEN").get("dueAt").asString())))
                        .isEqualTo(dueAt));
    }

    @Test
    void of_two_outcomes_with_one_id_at_once_one_stands_and_the_other_is_told() throws Exception {
        Story story = new Story().waitingForCallback();
        story.events().forEach(LEDGER::send);
        settled(story, 1, "OPEN");
        UUID id = UUID.randomUUID();

        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> both = Stream.of(happy(id), unhappy(id))
                    .map(body -> (Callable<HttpResponse<String>>) () -> LEDGER.post(CLERK, path(story, 1), body))
                    .toList();
            for (var answer : threads.invokeAll(both)) {
                statuses.add(answer.get().statusCode());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    private static String path(Story story, int round) {
        return "/api/v1/callbacks/" + story.caseId + "." + round + "/outcomes";
    }

    private static String happy(UUID id) {
        return "{\"id\":\"%s\",\"reached\":true,\"settled\":true,\"grade\":\"SATISFIED\"}".formatted(id);
    }

    private static String unhappy(UUID id) {
        return "{\"id\":\"%s\",\"reached\":true,\"settled\":false,\"grade\":\"UNSATISFIED\",\"unitAtFault\":true}"
                .formatted(id);
    }

    private static JsonNode settled(Story story, int round, String state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            HttpResponse<String> answer = LEDGER.get(
                                    CLERK, "/api/v1/callbacks/" + story.caseId + "." + round + "?waitMs=1000");
                            return RunningLedger.json(answer);
                        },
                        node -> node.has("state")
                                && node.get("state").asString().equals(state));
    }
}
