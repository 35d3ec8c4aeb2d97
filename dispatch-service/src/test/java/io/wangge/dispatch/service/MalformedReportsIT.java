package io.wangge.dispatch.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.callback.CallbackEvent.RoundAnswered;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.report.ReportEvent.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MalformedReportsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final RunningService service = RunningService.get();

    private long deadLetters() {
        return service.database().getCollection("dead_letters").countDocuments();
    }

    @Test
    void good_malformed_good_the_good_ones_become_cases_and_the_malformed_ones_dead_letters() {
        long before = deadLetters();
        String good = service.send(RunningService.report("0102", "990100001001001"));
        service.send(new ProducerRecord<>(Topics.REPORTS, good, "{broken".getBytes(StandardCharsets.UTF_8)));
        Received whole = RunningService.report("0102", "990100001001001");
        String hollowId = UUID.randomUUID().toString();
        Received hollow = new Received(
                hollowId, "T", null, null, "0102", null, null, null, null, null, null, null, null, Instant.now(), null);
        service.send(Topics.REPORTS, good, new Envelope<>(Streams.report(hollowId), 1, Instant.now(), null, hollow));
        service.send(
                Topics.REPORTS, good, new Envelope<>(Streams.report(whole.reportId()), 1, Instant.now(), null, whole));

        assertThat(service.await("dispatcher-1", good, 2).status()).isEqualTo(200);
        assertThat(service.await("dispatcher-1", whole.reportId(), 2).status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> deadLetters() == before + 2);
        assertThat(service.get("dispatcher-1", "/api/v1/cases/" + hollowId).status())
                .isEqualTo(404);
        assertThat(service.getWithToken(null, "/actuator/health").status())
                .as("degraded, and alive")
                .isEqualTo(200);
    }

    @Test
    void an_outcome_that_came_before_its_case_is_replayed_by_an_administrator_and_then_on_record() {
        Received report = RunningService.report("0601", "990100001001001");
        String id = report.reportId();
        RoundAnswered early =
                new RoundAnswered(id + ".1", id, Actor.system("ledger"), true, true, Grade.FAIR, null, null);
        service.send(Topics.CALLBACKS, id, new Envelope<>(Streams.round(id + ".1"), 2, Instant.now(), null, early));
        await().atMost(PATIENCE).until(() -> !letterOf(id).isEmpty());
        service.send(report);
        long before = service.await("dispatcher-1", id, 2).version();

        String letter = letterOf(id);
        String replay = "{\"id\":\"%s\",\"letters\":[\"%s\"]}".formatted(UUID.randomUUID(), letter);
        assertThat(service.post("handler-1", "/api/v1/dead-letters/dispatch/replays", replay)
                        .status())
                .isEqualTo(403);
        assertThat(service.post("admin-1", "/api/v1/dead-letters/dispatch/replays", replay)
                        .status())
                .isEqualTo(200);
        assertThat(service.await("dispatcher-1", id, before + 1).version()).isEqualTo(before + 1);
        await().atMost(PATIENCE).until(() -> letterOf(id).isEmpty());
    }

    /** Of the case's callback round, as the administrator's list has it; empty when there is none. */
    private String letterOf(String caseId) {
        for (JsonNode letter : service.get("admin-1", "/api/v1/dead-letters/dispatch?topic=" + Topics.CALLBACKS)
                .body()
                .get("items")) {
            if (letter.path("event").asString("").contains(caseId)) {
                return letter.get("id").asString();
            }
        }
        return "";
    }

    @Test
    void a_report_that_comes_twice_is_one_case_with_its_events_once() {
        Received report = RunningService.report("0102", "990100001001001");
        service.send(report);
        service.send(report);
        String later = service.send(RunningService.report("0102", "990100001001001"));

        assertThat(service.await("dispatcher-1", report.reportId(), 2).version())
                .isEqualTo(2);
        service.await("dispatcher-1", later, 2);
        assertThat(service.get("dispatcher-1", "/api/v1/cases/" + report.reportId())
                        .version())
                .isEqualTo(2);
    }

    @Test
    void an_outcome_of_no_case_is_a_dead_letter_and_one_that_is_too_late_is_on_record_once() {
        long before = deadLetters();
        String nowhere = UUID.randomUUID().toString();
        RoundAnswered lost =
                new RoundAnswered(nowhere + ".1", nowhere, Actor.system("ledger"), true, true, Grade.FAIR, null, null);
        service.send(
                Topics.CALLBACKS, nowhere, new Envelope<>(Streams.round(nowhere + ".1"), 2, Instant.now(), null, lost));
        await().atMost(PATIENCE).until(() -> deadLetters() == before + 1);

        String id = service.send(RunningService.report("0601", "990100001001001"));
        service.await("dispatcher-1", id, 2);
        service.answer(id + ".1", 2, Grade.FAIR, true, null);
        service.answer(id + ".1", 2, Grade.FAIR, true, null);
        service.answer(id + ".2", 2, Grade.FAIR, true, null);
        assertThat(service.await("dispatcher-1", id, 4).version())
                .as("one rejection for each of the two outcomes")
                .isEqualTo(4);
        assertThat(service.get("dispatcher-1", "/api/v1/cases/" + id).text("state"))
                .isEqualTo("PENDING_ACCEPTANCE");
    }
}
