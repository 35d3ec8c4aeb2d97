package io.wangge.ledger.mongo.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.ClientSession;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.kit.outbox.PendingEvent;
import io.wangge.kit.store.StreamDocument;
import io.wangge.ledger.Story;
import io.wangge.ledger.book.Changes;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.mongo.callback.CallbackMigrations;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoBookIT {
    private final LedgerStore store = new LedgerStore();
    private final LedgerStore.TestBook book = store.book();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aBatchBecomesEntriesHeadsFactsAndARoundWithItsPendingEvent() {
        Story story = new Story().waitingForCallback();

        Changes changes = book.write(story.events());

        assertThat(changes.lines()).hasSize(6);
        assertThat(count(LedgerCollections.ENTRIES)).isEqualTo(6);
        assertThat(count("pages")).isEqualTo(1);
        assertThat(book.positionsOf(Set.of(Streams.report(story.caseId), Streams.ofCase(story.caseId), "case/none")))
                .isEqualTo(Map.of(Streams.report(story.caseId), 1L, Streams.ofCase(story.caseId), 5L));
        Document round = round(story);
        assertThat(round.getString("state")).isEqualTo("OPEN");
        assertThat(round.getString("doerId")).isEqualTo(Story.HANDLER.id());
        assertThat(StreamDocument.pendingOf(round))
                .singleElement()
                .extracting(PendingEvent::type)
                .isEqualTo("io.wangge.callback.round-opened.v1");
        assertThat(store.prover().verifyAll().ok()).isTrue();
    }

    @Test
    void entriesCarryNoErasableText() {
        book.write(new Story().waitingForCallback().events());

        store.collection(LedgerCollections.ENTRIES)
                .find()
                .forEach(entry ->
                        assertThat(entry.getString("data")).doesNotContain("井盖").doesNotContain("p-1"));
    }

    @Test
    void aRepeatedBatchAddsNothing() {
        Story story = new Story().waitingForCallback();
        book.write(story.events());
        List<Document> before = all(LedgerCollections.ENTRIES);

        assertThat(book.write(story.events()).nothing()).isTrue();
        assertThat(book.write(twice(story.commented("催办").events())).lines()).hasSize(1);

        assertThat(all(LedgerCollections.ENTRIES)).containsAll(before).hasSize(7);
        assertThat(count(CallbackMigrations.ROUNDS)).isEqualTo(1);
    }

    @Test
    void aReplayIntoAnEmptyLedgerGivesTheSameChain() {
        List<Envelope<Event>> events = new Story().waitingForCallback().events();
        book.write(events);
        List<Object> hashes = hashes(store);

        try (LedgerStore another = new LedgerStore()) {
            events.forEach(event -> another.book().write(List.of(event)));
            assertThat(hashes(another)).isEqualTo(hashes);
        }
    }

    @Test
    void aGapIsRefusedAsAWholeBatchAndNothingOfItStays() {
        List<Envelope<Event>> events =
                new Story().reported().opened().accepted().completed().events();
        List<Envelope<Event>> withGap = List.of(events.get(0), events.get(1), events.get(3));

        assertThatThrownBy(() -> book.write(withGap)).isInstanceOf(IllegalArgumentException.class);

        assertThat(count(LedgerCollections.ENTRIES)).isZero();
        assertThat(count(LedgerCollections.STREAMS)).isZero();
        assertThat(count(CaseFactsDocuments.COLLECTION)).isZero();
    }

    @Test
    void whatIsWrittenWithoutACommitIsNeverSeenAndTheBatchCountsOnce() {
        Story story = new Story().waitingForCallback();
        try (ClientSession crashed = store.client.startSession()) {
            crashed.startTransaction();
            store.collection(LedgerCollections.ENTRIES)
                    .insertOne(crashed, new Document("_id", story.last().id()).append("stream", "half"));
            crashed.abortTransaction();
        }

        book.write(story.events());

        assertThat(count(LedgerCollections.ENTRIES)).isEqualTo(6);
        assertThat(count(CallbackMigrations.ROUNDS)).isEqualTo(1);
    }

    @Test
    void aCaseThatMovesOnByItselfAbandonsItsRoundWithAnEvent() {
        Story story = new Story().waitingForCallback();
        book.write(story.events());

        book.write(List.of(story.closed().last()));

        Document round = round(story);
        assertThat(round.getString("state")).isEqualTo(Round.State.ABANDONED.name());
        assertThat(StreamDocument.pendingOf(round))
                .extracting(PendingEvent::seq, PendingEvent::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, "io.wangge.callback.round-opened.v1"),
                        org.assertj.core.groups.Tuple.tuple(2L, "io.wangge.callback.round-abandoned.v1"));
    }

    @Test
    void aRoundOpenedAndPassedWithinOneBatchStandsWithBothEvents() {
        Story story = new Story().waitingForCallback().closed();

        book.write(story.events());

        assertThat(round(story).getString("state")).isEqualTo("ABANDONED");
        assertThat(StreamDocument.pendingOf(round(story))).hasSize(2);
        assertThat(round(story).getLong("version")).isEqualTo(2);
    }

    @Test
    void replicasThatWriteTheSameBatchAtOnceCountItOnce() throws Exception {
        List<Envelope<Event>> events = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            events.addAll(new Story().waitingForCallback().events());
        }
        Callable<Changes> write = () -> book.write(events);

        int written = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Changes> future : threads.invokeAll(List.of(write, write, write))) {
                written += future.get().lines().size();
            }
        }

        assertThat(written).isEqualTo(60);
        assertThat(count(LedgerCollections.ENTRIES)).isEqualTo(60);
        assertThat(store.prover().verifyAll().ok()).isTrue();
    }

    @Test
    void aBatchOfFiveHundredEventsTakesTenRoundTrips() {
        List<Envelope<Event>> events = new ArrayList<>();
        while (events.size() < 500) {
            events.addAll(new Story().waitingForCallback().events());
        }
        book.write(new Story().waitingForCallback().events());
        List<Envelope<Event>> first = events.subList(0, 250);
        book.write(first);
        store.commands.clear();

        long start = System.nanoTime();
        book.write(events);

        System.out.printf(
                "batch of %d: %s, %d ms%n", events.size(), store.commands, (System.nanoTime() - start) / 1_000_000);
        assertThat(store.commands).hasSizeLessThanOrEqualTo(11);
    }

    private static List<Envelope<Event>> twice(List<Envelope<Event>> events) {
        List<Envelope<Event>> doubled = new ArrayList<>(events);
        doubled.add(events.getLast());
        return doubled;
    }

    private Document round(Story story) {
        return store.collection(CallbackMigrations.ROUNDS)
                .find(new Document("_id", story.roundId()))
                .first();
    }

    private long count(String collection) {
        return store.collection(collection).countDocuments();
    }

    private List<Document> all(String collection) {
        return store.collection(collection).find().into(new ArrayList<>());
    }

    private static List<Object> hashes(LedgerStore ledger) {
        return ledger.collection(LedgerCollections.ENTRIES)
                .find()
                .sort(new Document("_id", 1))
                .map(entry -> entry.get("hash"))
                .into(new ArrayList<>());
    }
}
