package io.wangge.kit.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.kit.outbox.OutboxRelay.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;

/** The smallest thing that has a stream: a number, counted up by attempts to call somebody back. */
record Tally(int count, String note) {

    static final String COLLECTION = "tallies";
    static final Pace QUICK = new Pace(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(5));

    static Tally zero() {
        return new Tally(0, "");
    }

    Tally next(String note) {
        return new Tally(count + 1, note);
    }

    /** The event that makes version {@code seq}. */
    static List<Envelope<?>> event(String id, long seq) {
        return List.of(new Envelope<>(
                "round/" + id,
                seq,
                Instant.parse("2026-11-22T06:00:00Z").plusSeconds(seq),
                null,
                new CallbackEvent.AttemptFailed(id, "case-of-" + id, Actor.system("test"), (int) seq, null, null)));
    }

    static DocumentMapper<Tally> mapper() {
        return new DocumentMapper<>() {
            @Override
            public Document toDocument(Tally tally) {
                Document document = new Document("count", tally.count());
                return tally.note().isEmpty() ? document : document.append("note", tally.note());
            }

            @Override
            public Tally fromDocument(String id, Document document) {
                String note = document.getString("note");
                return new Tally(document.getInteger("count"), note == null ? "" : note);
            }
        };
    }

    static MongoClient client(String uri) {
        return client(uri, Duration.ofSeconds(2));
    }

    /** @param patience how long a call waits for a primary */
    static MongoClient client(String uri, Duration patience) {
        return MongoClients.create(com.mongodb.MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(uri))
                .writeConcern(com.mongodb.WriteConcern.MAJORITY)
                .retryWrites(false)
                .applyToClusterSettings(cluster ->
                        cluster.serverSelectionTimeout(patience.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS))
                .build());
    }

    static StreamStores stores(MongoDatabase database, Producer<String, byte[]> producer) {
        return new StreamStores(database, producer, "/wangge/test", InstantSource.system(), QUICK);
    }

    static StreamStore<Tally> open(StreamStores stores, String topic) {
        return stores.open(COLLECTION, topic, id -> "round/" + id, id -> id, mapper());
    }

    /** Hands all in before it waits, so that they travel in as few batches as can be. */
    static List<Commit<Tally>> join(List<CompletableFuture<Commit<Tally>>> futures) {
        List<Commit<Tally>> commits = new ArrayList<>();
        futures.forEach(future -> commits.add(future.join()));
        return commits;
    }
}
