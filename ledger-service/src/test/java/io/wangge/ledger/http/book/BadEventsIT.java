package io.wangge.ledger.http.book;

import static io.wangge.ledger.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.audit.AuditEvent.ContactRevealed;
import io.wangge.contracts.callback.CallbackEvent.RoundAbandoned;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.contracts.wire.EventJson;
import io.wangge.ledger.Story;
import io.wangge.ledger.http.RunningLedger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events that cannot be what they say: each has its answer, and nothing behind it waits. */
@Timeout(120)
class BadEventsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String AUDITOR = "s-auditor-1";

    @AutoClose
    private static final RunningLedger LEDGER = new RunningLedger();

    @Test
    void anEventOfAVersionFromTheFutureGoesAsideAndTheCaseWaitsForWhatItCanRead() throws Exception {
        Story story = new Story().waitingForCallback();
        List<Envelope<Event>> events = story.events();
        events.subList(0, 2).forEach(LEDGER::send);
        Envelope<Event> accepted = events.get(2);
        send(accepted, EventJson.typeOf(accepted.body()).replace(".v1", ".v9"));
        events.subList(3, events.size()).forEach(LEDGER::send);

        await().atMost(SOON).until(() -> asideOf(story.caseId) == 1);
        await().atMost(SOON)
                .until(() -> collection("parked_events").countDocuments(Filters.eq("stream", accepted.stream())) == 3);
        Document aside =
                collection("dead_letters").find(Filters.eq("key", story.caseId)).first();
        assertThat(aside).isNotNull();
        assertThat(aside.toJson()).contains("accepted.v9");
        passes();

        // A newer producer's event, once it comes in words that are known here.
        LEDGER.send(accepted);
        await().atMost(SOON).until(() -> entriesOf(accepted.stream()) == 5);
    }

    @Test
    void whatFollowsNothingWaitsAndMakesNoCase() throws Exception {
        Story story = new Story().waitingForCallback();
        Envelope<Event> fourth = story.events().get(4);
        LEDGER.send(fourth);

        await().atMost(SOON)
                .until(() -> collection("parked_events").countDocuments(Filters.eq("stream", fourth.stream())) == 1);
        assertThat(entriesOf(fourth.stream())).isZero();
        assertProblem(LEDGER.get(AUDITOR, "/api/v1/ledger/cases/" + story.caseId), 404, "not-found");
        passes();
    }

    @Test
    void anEventAboutACaseThatNobodyOpenedStandsAndIsShownWhenTheCaseComes() throws Exception {
        Story story = new Story().waitingForCallback();
        String reveal = Streams.reveal(UUID.randomUUID().toString());
        Actor clerk = Actor.staff("s-callback-clerk-1", "u-street-1");
        LEDGER.send(
                Topics.AUDIT,
                new Envelope<>(
                        reveal,
                        1,
                        Story.START,
                        null,
                        new ContactRevealed("r", "p-1", story.caseId, null, null, clerk, Story.text("联系居民"))));
        String round = Streams.round(story.caseId + ".7");
        LEDGER.send(
                Topics.CALLBACKS,
                new Envelope<>(
                        round, 1, Story.START, null, new RoundAbandoned(story.caseId + ".7", story.caseId, "none")));
        await().atMost(SOON).until(() -> entriesOf(reveal) == 1 && entriesOf(round) == 1);
        assertThat(collection("rounds").countDocuments(Filters.eq("caseId", story.caseId)))
                .isZero();
        assertProblem(LEDGER.get(AUDITOR, "/api/v1/ledger/cases/" + story.caseId), 404, "not-found");

        story.events().forEach(LEDGER::send);

        await().atMost(SOON)
                .until(() -> LEDGER.get(AUDITOR, "/api/v1/ledger/cases/" + story.caseId)
                                .statusCode()
                        == 200);
        assertThat(LEDGER.get(AUDITOR, "/api/v1/ledger/cases/" + story.caseId).body())
                .contains(reveal, "case.opened");
        assertThat(LEDGER.get("s-handler-1", "/api/v1/ledger/cases/" + story.caseId)
                        .body())
                .doesNotContain("\"p-1\"");
    }

    @Test
    void aBodyThatDoesNotFitItsTypeGoesAside() throws Exception {
        String id = UUID.randomUUID().toString();
        sendBody("case/" + id, "io.wangge.case.accepted.v1", "{\"by\":[1");
        sendBody("case/" + id, "io.wangge.case.accepted.v1", "null");
        await().atMost(SOON).until(() -> asideOf(id) == 2);
        passes();
    }

    /** Whoever comes after it is taken in. */
    private static void passes() {
        Story next = new Story().waitingForCallback();
        next.events().forEach(LEDGER::send);
        await().atMost(SOON).until(() -> entriesOf(Streams.ofCase(next.caseId)) == 5);
    }

    private static void send(Envelope<Event> event, String type) throws Exception {
        write(event.stream(), event.seq(), type, EventJson.write(event.body()).getBytes(StandardCharsets.UTF_8));
    }

    private static void sendBody(String stream, String type, String body) throws Exception {
        write(stream, 1, type, body.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static void write(String stream, long seq, String type, byte[] body) throws Exception {
        String key = Streams.subjectOf(stream);
        ((KafkaProducer<String, byte[]>) LEDGER.bean(KafkaProducer.class))
                .send(KafkaMessageFactory.<String>createWriter(Topics.CASES, null, null, key)
                        .writeBinary(CloudEventCodec.toCloudEvent("/test", stream, seq, type, Story.START, null, body)))
                .get();
    }

    private static MongoCollection<Document> collection(String name) {
        return LEDGER.bean(MongoClient.class).getDatabase(LEDGER.database()).getCollection(name);
    }

    private static long asideOf(String key) {
        return collection("dead_letters").countDocuments(Filters.eq("key", key));
    }

    private static long entriesOf(String stream) {
        return collection("entries").countDocuments(Filters.eq("stream", stream));
    }
}
