package io.wangge.ledger.mongo.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Updates;
import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.audit.AuditEvent.TextsErased;
import io.wangge.contracts.wire.EventJson;
import io.wangge.kit.outbox.PendingEvent;
import io.wangge.kit.store.StreamDocument;
import io.wangge.ledger.Story;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.RoundWalk;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.Histories;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.mongo.callback.CallbackMigrations;
import io.wangge.ledger.mongo.callback.RoundMapper;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.figures.FigureFolding;
import io.wangge.ledger.mongo.figures.FigureMigrations;
import io.wangge.ledger.rebuild.Rebuild.Phase;
import io.wangge.ledger.rebuild.Rebuild.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All that is derived is destroyed, events go on, and one command brings it back from the entries. */
@Timeout(180)
class RebuildRoundsIT {
    private static final List<String> OF_A_ROUND_ITSELF = List.of(
            StreamDocument.COMMANDS, StreamDocument.PENDING, StreamDocument.PENDING_SINCE, StreamDocument.VERSION);
    private static final List<String> NOT_IN_EVENTS = List.of("id", "fingerprint");

    private final LedgerStore store = new LedgerStore();
    private final RoundMapper mapper = new RoundMapper();
    private final FigureFolding folding = new FigureFolding(store.client, store.database, InstantSource.system());
    private final MongoRebuild rebuild = rebuild(InstantSource.system());
    private final Random random = new Random(17);
    private final List<Story> stories = new ArrayList<>();

    private MongoRebuild rebuild(InstantSource clock) {
        return new MongoRebuild(store.client, store.database, ArchiveFolder.NONE, clock, Days.ZONE, 9);
    }

    @BeforeEach
    void roundsInEveryState() {
        for (int i = 0; i < 40; i++) {
            Story story = new Story();
            stories.add(story);
            story.reported().opened().accepted().completed();
            story.callbackRequested(List.of("p-1", "p-2", "p-3").subList(0, i % 4));
            tell(story);
            published();
            if (i % 5 != 0) {
                talk(story.roundId(), i % 7);
            }
            if (i % 3 == 0) {
                tell(story.closed());
            }
            if (i % 6 == 0) {
                tell(story.revisitRequested(2));
            }
            if (i % 8 == 1) {
                tell(story.waitingDueAnew(Story.START.plus(Duration.ofDays(30))));
            }
            published();
        }
        folding.fold();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasDestroyedComesBackAsItStood() {
        Map<String, Document> rounds = rounds();
        Map<String, Document> facts = all(CaseFactsDocuments.COLLECTION);
        Map<String, Map<String, Long>> rows = rows();
        assertThat(rounds.values().stream().map(round -> round.getString("state")))
                .contains("OPEN", "ANSWERED", "ABANDONED");
        assertThat(run().rounds()).isZero();
        assertThat(rounds()).isEqualTo(rounds);

        destroy();
        Progress done = run();

        assertThat(done.rounds()).isEqualTo(rounds.size());
        assertThat(rounds()).isEqualTo(rounds);
        assertThat(all(CaseFactsDocuments.COLLECTION)).isEqualTo(facts);
        assertThat(rows()).isEqualTo(rows);
        assertThat(published()).isZero();
        assertThat(run().rounds()).isZero();
    }

    @Test
    void whatSomebodyAlteredIsRightAgainAndCommandsAreKept() {
        Map<String, Document> before = all(CallbackMigrations.ROUNDS);
        List<String> ids = List.copyOf(before.keySet());
        set(ids.get(0), Updates.set("state", "ANSWERED"));
        set(ids.get(1), Updates.combine(Updates.set("open", false), Updates.set("scopeUnits", List.of())));
        set(ids.get(2), Updates.set("dueAt", new Date(0)));
        set(ids.get(3), Updates.set("state", "NONSENSE"));
        set(ids.get(4), Updates.set("replies", List.of()));
        Map<String, Document> altered = all(CallbackMigrations.ROUNDS);
        altered.values().removeAll(before.values());

        assertThat(run().rounds()).isEqualTo(altered.size());

        before.remove(ids.get(3));
        before.remove(ids.get(4));
        assertThat(all(CallbackMigrations.ROUNDS)).containsAllEntriesOf(before);
        assertThat(rounds().get(ids.get(3)).getString("state")).isNotEqualTo("NONSENSE");
    }

    @Test
    void whatWasErasedFromTheLedgerTakesNothingFromARound() {
        for (Story story : stories) {
            store.book()
                    .write(List.of(new Envelope<>(
                            Streams.erasure(UUID.randomUUID().toString()),
                            1,
                            Instant.now(),
                            null,
                            new TextsErased(story.caseId, Actor.staff("s-auditor-1", "u-district"), "依法删除"))));
        }
        Map<String, Document> before = all(CallbackMigrations.ROUNDS);
        Map<String, Document> rounds = rounds();
        assertThat(run().rounds()).isZero();
        assertThat(all(CallbackMigrations.ROUNDS)).isEqualTo(before);

        store.collection(CallbackMigrations.ROUNDS).deleteMany(new Document());
        run();

        // They are there again, without the names.
        assertThat(rounds().keySet()).isEqualTo(rounds.keySet());
        assertThat(rounds().values().toString()).doesNotContain("p-1");
        rounds().forEach((id, round) ->
                assertThat(round.get("state")).as(id).isEqualTo(rounds.get(id).get("state")));
    }

    @Test
    void aRoundThatIsAheadOfItsEntriesIsLeftAlone() {
        Story story = new Story().waitingForCallback();
        tell(story);
        published();
        RoundWalk walk = walk(story.roundId());
        List<RoundWalk.Said> said = walk.step();
        while (said.isEmpty()) {
            said = walk.step();
        }
        keep(walk.round(), 1, said);
        Document ahead = all(CallbackMigrations.ROUNDS).get(story.roundId());

        assertThat(run().rounds()).isZero();

        assertThat(all(CallbackMigrations.ROUNDS).get(story.roundId())).isEqualTo(ahead);
        assertThat(published()).isPositive();
        assertThat(run().rounds()).isZero();
    }

    @Test
    void aRoundThatWasGoneWhenItWasOpenedOrEndedIsSpokenOfAtLast() {
        Story opened = new Story().waitingForCallback();
        Story left = new Story().waitingForCallback();
        tell(opened);
        tell(left);
        published(left.roundId());
        store.collection(CallbackMigrations.ROUNDS).deleteMany(new Document());
        tell(left.closed());

        run();

        assertThat(all(CallbackMigrations.ROUNDS).get(opened.roundId()).getBoolean("open"))
                .isTrue();
        assertThat(all(CallbackMigrations.ROUNDS).get(left.roundId()).getString("state"))
                .isEqualTo("ABANDONED");
        published();
        assertThat(types(opened.roundId())).containsExactly("callback.round-opened");
        assertThat(types(left.roundId())).containsExactly("callback.round-opened", "callback.round-abandoned");
        assertThat(run().rounds()).isZero();
    }

    @Test
    void eventsGoOnWhileItIsRebuilt() throws Exception {
        destroy();
        List<Envelope<Event>> others = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            others.addAll(Histories.random("h-" + i, random.nextLong()).events());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = threads.submit(() -> {
                for (int from = 0; from < others.size(); from += 12) {
                    store.book().write(others.subList(from, Math.min(from + 12, others.size())));
                    folding.fold();
                }
            });
            while (!writing.isDone()) {
                run();
            }
            writing.get();
        }
        run();
        folding.fold();
        Map<String, Document> rounds = rounds();
        Map<String, Document> facts = all(CaseFactsDocuments.COLLECTION);
        Map<String, Map<String, Long>> rows = rows();
        assertThat(rounds).hasSizeGreaterThan(40);
        assertThat(facts).hasSize(100);

        destroy();
        run();

        assertThat(rounds()).isEqualTo(rounds);
        assertThat(all(CaseFactsDocuments.COLLECTION)).isEqualTo(facts);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void oneWhoseReplicaWasKilledGoesOnBehindItsLastCase() {
        Map<String, Document> facts = all(CaseFactsDocuments.COLLECTION);
        run();
        String half = List.copyOf(facts.keySet()).get(20);
        destroy();
        store.collection("upkeep")
                .updateOne(
                        new Document("_id", "rebuild"),
                        Updates.combine(
                                Updates.set("phase", "CASES"),
                                Updates.set("after", half),
                                Updates.set("cases", 21L),
                                Updates.set("at", new Date())));
        rebuild.resume();
        assertThat(progress().phase()).isEqualTo(Phase.CASES);
        assertThat(rebuild.begin(UUID.randomUUID())).isEmpty();

        MongoRebuild later = rebuild(InstantSource.offset(InstantSource.system(), Duration.ofMinutes(6)));
        later.resume();
        await().atMost(Duration.ofSeconds(60)).until(() -> progress().isOver());

        assertThat(progress().phase()).isEqualTo(Phase.DONE);
        assertThat(progress().cases()).isEqualTo(facts.size());
        facts.keySet().removeIf(id -> id.compareTo(half) <= 0);
        assertThat(all(CaseFactsDocuments.COLLECTION)).isEqualTo(facts);
    }

    private void destroy() {
        for (String derived : List.of(
                CallbackMigrations.ROUNDS,
                CaseFactsDocuments.COLLECTION,
                FigureMigrations.DAYS,
                FigureMigrations.OPEN)) {
            store.collection(derived).deleteMany(new Document());
        }
    }

    private void tell(Story story) {
        Map<String, Long> known = store.book().positionsOf(Set.of(Streams.ofCase(story.caseId)));
        store.book()
                .write(story.events().stream()
                        .filter(event -> !event.stream().equals(Streams.ofCase(story.caseId))
                                || event.seq() > known.getOrDefault(event.stream(), 0L))
                        .toList());
    }

    private RoundWalk walk(String roundId) {
        Document document = all(CallbackMigrations.ROUNDS).get(roundId);
        return new RoundWalk(mapper.fromDocument(roundId, document), random);
    }

    private void talk(String roundId, int steps) {
        RoundWalk walk = walk(roundId);
        long version = 1;
        for (int i = 0; i < steps; i++) {
            List<RoundWalk.Said> said = walk.step();
            if (!said.isEmpty()) {
                keep(walk.round(), version, said);
                version += said.size();
            }
        }
    }

    /** As the desk keeps it. */
    private void keep(Round after, long version, List<RoundWalk.Said> said) {
        List<PendingEvent> pending = new ArrayList<>();
        for (RoundWalk.Said one : said) {
            pending.add(PendingEvent.of(new Envelope<>(
                    Streams.round(after.roundId()), version + pending.size() + 1, one.at(), null, one.event())));
        }
        Document before = new Document(all(CallbackMigrations.ROUNDS).get(after.roundId()));
        OF_A_ROUND_ITSELF.forEach(before::remove);
        before.remove("_id");
        store.collection(CallbackMigrations.ROUNDS)
                .bulkWrite(List.of(StreamDocument.updated(
                        after.roundId(),
                        version,
                        before,
                        mapper.toDocument(after),
                        "c" + version,
                        pending,
                        Instant.now())));
    }

    private int published() {
        return all(CallbackMigrations.ROUNDS).keySet().stream()
                .mapToInt(this::published)
                .sum();
    }

    /** What waits in its document comes back as entries, as through Kafka. */
    private int published(String roundId) {
        Document document = all(CallbackMigrations.ROUNDS).get(roundId);
        List<Envelope<Event>> events = StreamDocument.pendingOf(document).stream()
                .map(event -> new Envelope<>(
                        Streams.round(roundId),
                        event.seq(),
                        event.time(),
                        null,
                        EventJson.read(event.type(), event.json().getBytes(StandardCharsets.UTF_8))))
                .toList();
        if (!events.isEmpty()) {
            store.book().write(events);
            set(
                    roundId,
                    Updates.combine(
                            Updates.set(StreamDocument.PENDING, List.of()),
                            Updates.unset(StreamDocument.PENDING_SINCE)));
        }
        return events.size();
    }

    private void set(String roundId, Bson change) {
        store.collection(CallbackMigrations.ROUNDS).updateOne(new Document("_id", roundId), change);
    }

    private List<String> types(String roundId) {
        return store.collection(LedgerCollections.ENTRIES)
                .find(new Document("stream", Streams.round(roundId)))
                .sort(new Document("seq", 1))
                .map(entry -> entry.getString("type")
                        .replaceFirst("io\\.wangge\\.", "")
                        .replaceFirst("\\.v1$", ""))
                .into(new ArrayList<>());
    }

    private Progress progress() {
        return rebuild.progress().orElseThrow();
    }

    private Progress run() {
        assertThat(rebuild.begin(UUID.randomUUID())).isPresent();
        await().atMost(Duration.ofSeconds(60)).until(() -> progress().isOver());
        assertThat(progress().phase()).as("%s", progress()).isEqualTo(Phase.DONE);
        return progress();
    }

    /** Without what is no part of any event. */
    private Map<String, Document> rounds() {
        Map<String, Document> rounds = all(CallbackMigrations.ROUNDS);
        rounds.values().forEach(round -> {
            List.of(StreamDocument.COMMANDS, StreamDocument.PENDING, StreamDocument.PENDING_SINCE)
                    .forEach(round::remove);
            round.getList("attempts", Document.class, List.of()).forEach(RebuildRoundsIT::forgetCommand);
            round.getList("replies", Document.class, List.of()).forEach(reply -> {
                forgetCommand(reply);
                forgetCommand(reply.get("judged", new Document()));
            });
            forgetCommand(round.get("answer", new Document()));
        });
        return rounds;
    }

    private static void forgetCommand(Document said) {
        NOT_IN_EVENTS.forEach(said::remove);
    }

    private Map<String, Document> all(String collection) {
        Map<String, Document> all = new TreeMap<>();
        store.collection(collection).find().forEach(document -> all.put(String.valueOf(document.get("_id")), document));
        return all;
    }

    private Map<String, Map<String, Long>> rows() {
        Map<String, Map<String, Long>> rows = new TreeMap<>();
        store.figureRows((row, dimension, late, value, counts) -> rows.put(
                row.getInteger("day") + " " + row.getString("unit") + " " + dimension + " " + late + " " + value,
                new TreeMap<>(counts)));
        return rows;
    }
}
