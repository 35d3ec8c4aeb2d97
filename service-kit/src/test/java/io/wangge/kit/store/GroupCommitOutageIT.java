package io.wangge.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The store goes away in the middle: what was called done is there afterwards, and what is unknown is called unknown. */
class GroupCommitOutageIT {

    @Test
    void whatever_was_acknowledged_survives_a_killed_store_and_a_repeat_of_the_rest_completes_it() {
        try (TestBackend backend = TestBackend.own();
                MongoClient client = Tally.client(backend.mongoUri())) {
            MongoDatabase database = client.getDatabase("outage");
            StreamStores stores = Tally.stores(
                    database, new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()));
            StreamStore<Tally> store = Tally.open(stores, "none");

            Map<String, CompletableFuture<Commit<Tally>>> sent = new HashMap<>();
            for (int i = 0; i < 2000; i++) {
                String id = "d" + i;
                sent.put(id, store.createLater(id, Tally.zero(), "create-" + id, Tally.event(id, 1)));
                if (i == 500) {
                    sent.get("d0").join();
                    backend.mongod().kill();
                }
            }
            Map<String, Commit<Tally>> answers = new HashMap<>();
            sent.forEach((id, future) -> answers.put(id, future.join()));
            assertThat(answers.values())
                    .allMatch(answer -> answer instanceof Commit.Done || answer instanceof Commit.Unknown);
            assertThat(answers.values()).anyMatch(Commit.Unknown.class::isInstance);

            backend.mongod().start();
            List<String> unknown = answers.entrySet().stream()
                    .filter(answer -> answer.getValue() instanceof Commit.Unknown)
                    .map(Map.Entry::getKey)
                    .toList();
            answers.forEach((id, answer) -> {
                if (answer instanceof Commit.Done) {
                    assertThat(store.load(id)).as("acknowledged %s", id).isPresent();
                }
            });
            unknown.forEach(id -> store.create(id, Tally.zero(), "create-" + id, Tally.event(id, 1)));

            List<String> all = new ArrayList<>(
                    IntStream.range(0, 2000).mapToObj(i -> "d" + i).toList());
            Map<String, Stored<Tally>> there = store.loadAll(all);
            assertThat(there).hasSize(2000);
            assertThat(there.values())
                    .allMatch(
                            stored -> stored.producedBy("create-" + stored.id()).isPresent());
            stores.close();
        }
    }

    @Test
    void a_change_of_the_primary_is_waited_for_and_counts_nothing_twice() {
        try (TestBackend backend = TestBackend.own();
                MongoClient client = Tally.client(backend.mongoUri(), Duration.ofSeconds(30))) {
            StreamStores stores = Tally.stores(
                    client.getDatabase("election"),
                    new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
            StreamStore<Tally> store = Tally.open(stores, "none");
            for (int i = 0; i < 8; i++) {
                store.create("d" + i, Tally.zero(), "create-" + i, Tally.event("d" + i, 1));
            }

            List<CompletableFuture<List<Commit<Tally>>>> counting = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String id = "d" + i;
                counting.add(CompletableFuture.supplyAsync(() -> counted(store, id, 200)));
            }
            Awaitility.await()
                    .until(() -> store.load("d0").orElseThrow().value().count() > 20);
            client.getDatabase("admin").runCommand(new Document("replSetStepDown", 1).append("force", true));

            for (int i = 0; i < 8; i++) {
                assertThat(counting.get(i).join())
                        .extracting(Object::getClass)
                        .hasSize(200)
                        .containsOnly(Commit.Done.class);
                assertThat(store.load("d" + i).orElseThrow().value().count()).isEqualTo(200);
            }
            stores.close();
        }
    }

    private static List<Commit<Tally>> counted(StreamStore<Tally> store, String id, int times) {
        List<Commit<Tally>> commits = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Stored<Tally> before = store.load(id).orElseThrow();
            commits.add(
                    store.update(before, before.value().next(""), "count-" + i, Tally.event(id, before.version() + 1)));
        }
        return commits;
    }
}
