package io.wangge.ledger.mongo.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.Story;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.Histories;
import io.wangge.ledger.figures.History;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.figures.FigureFolding;
import io.wangge.ledger.mongo.figures.FigureMigrations;
import io.wangge.ledger.rebuild.Rebuild;
import io.wangge.ledger.rebuild.Rebuild.Phase;
import io.wangge.ledger.rebuild.Rebuild.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class RebuildIT {
    private final LedgerStore store = new LedgerStore();
    private final FigureFolding folding = new FigureFolding(store.client, store.database, InstantSource.system());
    private final MongoRebuild rebuild =
            new MongoRebuild(store.client, store.database, ArchiveFolder.NONE, InstantSource.system(), Days.ZONE);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsRebuiltIsWhatStoodThereAlsoAfterDuplicatesAndReordering() {
        Random random = new Random(5);
        List<List<Envelope<Event>>> waiting = histories("h-", 330, 5);
        waiting.add(new ArrayList<>(new Story().waitingForCallback().closed().events()));
        while (!waiting.isEmpty()) {
            List<Envelope<Event>> batch = batch(waiting, random);
            store.book().write(batch);
            if (random.nextInt(4) == 0) {
                store.book().write(batch);
            }
        }
        folding.fold();
        Map<String, Document> facts = all(CaseFactsDocuments.COLLECTION);
        Map<String, Map<String, Long>> rows = rows();

        Progress done = run();

        assertThat(done.corrected()).isZero();
        assertThat(done.removed()).isZero();
        assertThat(done.cases()).isEqualTo(331);
        assertThat(all(CaseFactsDocuments.COLLECTION)).isEqualTo(facts);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void whatSomebodyAlteredByHandIsRightAgainWhileWritersGoOn() throws Exception {
        for (List<Envelope<Event>> history : histories("h-", 40, 8)) {
            store.book().write(history);
        }
        folding.fold();
        Map<String, Document> facts = all(CaseFactsDocuments.COLLECTION);
        Map<String, Map<String, Long>> rows = rows();
        var collection = store.collection(CaseFactsDocuments.COLLECTION);
        List<String> ids = facts.keySet().stream().sorted().toList();
        collection.updateOne(new Document("_id", ids.get(0)), new Document("$set", new Document("fig.o.ch", "MEDIA")));
        collection.updateOne(new Document("_id", ids.get(1)), new Document("$unset", new Document("fig", "")));
        collection.deleteOne(new Document("_id", ids.get(2)));
        collection.insertOne(new Document(facts.get(ids.get(3))).append("_id", "nobody"));
        store.collection(FigureMigrations.DAYS)
                .updateMany(new Document(), new Document("$inc", new Document(Dimension.ALL.key() + ".t.*.du", 1000L)));
        assertThat(rows()).isNotEqualTo(rows);

        Progress done = run();

        assertThat(done.corrected()).isEqualTo(3);
        assertThat(done.removed()).isEqualTo(1);
        assertThat(all(CaseFactsDocuments.COLLECTION)).isEqualTo(facts);
        assertThat(rows()).isEqualTo(rows);

        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> rebuilds = threads.submit(() -> {
                int times = 0;
                while (writing.get()) {
                    assertThat(run().corrected()).isZero();
                    times++;
                }
                return times;
            });
            Random random = new Random(9);
            List<List<Envelope<Event>>> waiting = histories("w-", 120, 9);
            while (!waiting.isEmpty()) {
                store.book().write(batch(waiting, random));
                folding.fold();
            }
            writing.set(false);
            assertThat(rebuilds.get()).isPositive();
        }
        folding.fold();
        Map<String, Map<String, Long>> written = rows();
        run();
        assertThat(rows()).isEqualTo(written);
    }

    @Test
    void oneRunsAtATimeTheSameIdBeginsNothingAndADeadOneIsTakenOver() {
        store.book().write(new Story().waitingForCallback().events());
        UUID id = UUID.randomUUID();
        assertThat(rebuild.progress()).isEmpty();
        assertThat(rebuild.begin(id)).isPresent();
        await().atMost(Duration.ofSeconds(30)).until(() -> phase() == Phase.DONE);
        Instant at = rebuild.progress().orElseThrow().at();
        assertThat(rebuild.begin(id).orElseThrow().at()).isEqualTo(at);

        var places = store.collection("upkeep");
        places.updateOne(new Document(), new Document("$set", new Document("phase", "CASES")));
        assertThat(rebuild.begin(UUID.randomUUID())).isEmpty();
        places.updateOne(
                new Document(),
                new Document("$set", new Document("at", Date.from(Instant.now().minus(Duration.ofHours(1))))));
        assertThat(run().phase()).isEqualTo(Phase.DONE);
    }

    private Phase phase() {
        return rebuild.progress().map(Rebuild.Progress::phase).orElseThrow();
    }

    private Progress run() {
        assertThat(rebuild.begin(UUID.randomUUID())).isPresent();
        await().atMost(Duration.ofSeconds(60)).until(() -> phase() == Phase.DONE || phase() == Phase.FAILED);
        Progress done = rebuild.progress().orElseThrow();
        assertThat(done.phase()).as(done.toString()).isEqualTo(Phase.DONE);
        return done;
    }

    private static List<List<Envelope<Event>>> histories(String prefix, int count, long seed) {
        Random random = new Random(seed);
        List<List<Envelope<Event>>> histories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            History history = Histories.random(prefix + i, random.nextLong());
            histories.add(new ArrayList<>(history.events()));
        }
        return histories;
    }

    private static List<Envelope<Event>> batch(List<List<Envelope<Event>>> waiting, Random random) {
        List<Envelope<Event>> batch = new ArrayList<>();
        for (int i = 0; i < 40 && !waiting.isEmpty(); i++) {
            batch.add(waiting.get(random.nextInt(waiting.size())).removeFirst());
            waiting.removeIf(List::isEmpty);
        }
        return batch;
    }

    private Map<String, Document> all(String collection) {
        Map<String, Document> all = new TreeMap<>();
        store.collection(collection).find().forEach(document -> all.put(String.valueOf(document.get("_id")), document));
        return all;
    }

    private Map<String, Map<String, Long>> rows() {
        Map<String, Map<String, Long>> rows = new TreeMap<>();
        store.figureRows((row, dimension, late, value, counts) -> {
            String key = row.getInteger("day") + " " + row.getString("unit") + " " + dimension + " " + late;
            rows.put(key + " " + value, new TreeMap<>(counts));
        });
        return rows;
    }
}
