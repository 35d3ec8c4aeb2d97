package io.wangge.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the stores alone allow on this machine in this hour: the writes and messages of a lifecycle, in the same number and
 * about the same size, straight on mongod and Kafka, without HTTP, without rules, without hashing.
 */
final class RawLimit {
    /** As many as wait together when 64 callers are busy. */
    private static final int GROUP = 64;
    /** Groups under way side by side, so that the stores never wait for us. */
    private static final int WORKERS = 4;
    /** Of an event of a case, as the product writes it. */
    private static final int EVENT_BYTES = 1100;

    private final String mongoUri;
    private final String kafkaBootstrap;
    private final Supplier<Map<String, Long>> processorTime;

    /** @param processorTime of mongod and Kafka so far, in milliseconds */
    RawLimit(String mongoUri, String kafkaBootstrap, Supplier<Map<String, Long>> processorTime) {
        this.mongoUri = mongoUri;
        this.kafkaBootstrap = kafkaBootstrap;
        this.processorTime = processorTime;
    }

    /** @param processorMillis CPU time of mongod and Kafka over the measured time */
    record Outcome(long lifecycles, Duration elapsed, Map<String, Long> processorMillis) {
        double perSecond() {
            return lifecycles / (elapsed.toNanos() / 1e9);
        }
    }

    private MongoClientSettings likeTheServices() {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongoUri))
                .retryWrites(false)
                .build();
    }

    Outcome run(Duration time) {
        String name = "bench_raw_" + Ids.next().substring(24);
        String eventJson = "{\"what\":\"" + "x".repeat(EVENT_BYTES) + "\"}";
        try (MongoClient client = MongoClients.create(likeTheServices());
                RawBroker broker = new RawBroker(kafkaBootstrap, name, eventJson)) {
            RawStore store = new RawStore(client, name, eventJson);
            // Connections, collections and code are warm before the clock starts.
            measure(store, broker, Duration.ofSeconds(2));
            Outcome outcome = measure(store, broker, time);
            client.getDatabase(name).drop();
            return outcome;
        }
    }

    private Outcome measure(RawStore store, RawBroker broker, Duration time) {
        AtomicLong done = new AtomicLong();
        Map<String, Long> before = processorTime.get();
        long start = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                all.add(workers.submit(() -> {
                    while (System.nanoTime() - start < time.toNanos()) {
                        lifecycles(store, broker);
                        done.addAndGet(GROUP);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException | InterruptedException failed) {
            throw new BenchFailed("the raw writes failed: " + failed);
        }
        return new Outcome(
                done.get(),
                Duration.ofNanos(System.nanoTime() - start),
                ProcessorTime.since(before, processorTime.get()));
    }

    /** A group of lifecycles through all their writes: 9 events, their outbox, both copies and the ledger. */
    private static void lifecycles(RawStore store, RawBroker broker) {
        List<String> ids = Stream.generate(Ids::next).limit(GROUP).toList();
        store.takeIn(ids);
        sent(store, broker, "reports", ids, 1);

        store.open(ids);
        sent(store, broker, "cases", ids, 2);
        store.standing(ids, 2);
        store.book(ids, 1, 3, 1, false);

        store.change(ids, 2, 1);
        sent(store, broker, "cases", ids, 1);
        store.standing(ids, 3);
        store.book(ids, 4, 1, 0, false);

        store.change(ids, 3, 2);
        sent(store, broker, "cases", ids, 2);
        store.standing(ids, 5);
        store.book(ids, 5, 2, 1, true);
        sent(store, broker, "rounds", ids, 1);
        store.book(ids, 7, 1, 0, false);

        store.answerRounds(ids);
        sent(store, broker, "rounds", ids, 1);
        store.book(ids, 8, 1, 0, false);

        store.change(ids, 5, 1);
        sent(store, broker, "cases", ids, 1);
        store.standing(ids, 6);
        store.book(ids, 9, 1, 0, false);
    }

    private static void sent(RawStore store, RawBroker broker, String collection, List<String> ids, int events) {
        broker.send(ids, events);
        store.published(collection, ids);
    }
}
