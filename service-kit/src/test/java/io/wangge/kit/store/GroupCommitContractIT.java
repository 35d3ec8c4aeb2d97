package io.wangge.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each caller is promised whose write travelled with others. On a real mongod; nothing is published here. */
class GroupCommitContractIT {
    private final MongoClient client = Tally.client(TestBackend.shared().mongoUri());
    private final MongoDatabase database =
            client.getDatabase(TestBackend.shared().freshDatabase());
    private StreamStores stores;
    private StreamStore<Tally> store;

    @BeforeEach
    void open() {
        // Never answers, so events stay pending: this contract is about the writes.
        stores = Tally.stores(
                database, new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()));
        store = Tally.open(stores, "none");
    }

    @AfterEach
    void close() {
        stores.close();
        database.drop();
        client.close();
    }

    @Test
    void of_two_writers_from_the_same_version_one_wins_and_the_other_lost_the_race() {
        Stored<Tally> before = created("a");

        List<Commit<Tally>> commits = Tally.join(List.of(
                store.updateLater(before, before.value().next("first"), "c1", Tally.event("a", 2)),
                store.updateLater(before, before.value().next("second"), "c2", Tally.event("a", 2))));

        assertThat(commits.get(0)).isInstanceOf(Commit.Done.class);
        assertThat(commits.get(1)).isInstanceOf(Commit.LostRace.class);
        assertThat(store.load("a").orElseThrow().value().note()).isEqualTo("first");
    }

    @Test
    void of_three_writers_on_two_stores_exactly_one_wins_each_round_until_all_have_counted() {
        created("a");
        StreamStores otherReplica = Tally.stores(
                database, new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()));
        StreamStore<Tally> other = Tally.open(otherReplica, "none");

        List<CompletableFuture<Void>> writers =
                List.of(counting(store, "w1", 10), counting(store, "w2", 10), counting(other, "w3", 10));
        writers.forEach(CompletableFuture::join);

        Stored<Tally> after = store.load("a").orElseThrow();
        assertThat(after.value().count()).isEqualTo(30);
        assertThat(after.version()).isEqualTo(31);
        otherReplica.close();
    }

    @Test
    void losers_among_many_documents_are_told_apart_from_winners() {
        List<Stored<Tally>> before =
                IntStream.range(0, 40).mapToObj(i -> created("d" + i)).toList();
        for (int i = 0; i < 40; i += 4) {
            done(store.update(before.get(i), before.get(i).value().next("early"), "early", Tally.event("d" + i, 2)));
        }

        List<Commit<Tally>> commits = Tally.join(before.stream()
                .map(stored ->
                        store.updateLater(stored, stored.value().next("late"), "late", Tally.event(stored.id(), 2)))
                .toList());

        for (int i = 0; i < 40; i++) {
            assertThat(commits.get(i)).isInstanceOf(i % 4 == 0 ? Commit.LostRace.class : Commit.Done.class);
            assertThat(store.load("d" + i).orElseThrow().value().note()).isEqualTo(i % 4 == 0 ? "early" : "late");
        }
    }

    @Test
    void a_command_is_remembered_with_the_version_that_it_produced() {
        Stored<Tally> first = created("a");
        Stored<Tally> second = done(store.update(first, first.value().next(""), "c2", Tally.event("a", 2)));
        done(store.update(second, second.value().next(""), "c3", Tally.event("a", 3)));

        Stored<Tally> now = store.load("a").orElseThrow();

        assertThat(now.producedBy("c2")).hasValue(2);
        assertThat(now.producedBy("c3")).hasValue(3);
        assertThat(now.producedBy("c4")).isEmpty();
    }

    @Test
    void only_the_last_32_commands_are_remembered() {
        Stored<Tally> now = created("a");
        for (int i = 2; i <= 40; i++) {
            done(store.update(now, now.value().next(""), "c" + i, Tally.event("a", i)));
            now = unpublishedTaken("a");
        }

        assertThat(now.commands()).hasSize(32);
        assertThat(now.producedBy("c8")).isEmpty();
        assertThat(now.producedBy("c9")).hasValue(9);
    }

    @Test
    void a_second_creation_of_the_same_id_is_a_duplicate_and_changes_nothing() {
        List<Commit<Tally>> commits = Tally.join(List.of(
                store.createLater("a", new Tally(1, "first"), "c1", Tally.event("a", 1)),
                store.createLater("a", new Tally(2, "second"), "c2", Tally.event("a", 1)),
                store.createLater("b", Tally.zero(), "c3", Tally.event("b", 1))));

        assertThat(commits.get(0)).isInstanceOf(Commit.Done.class);
        assertThat(commits.get(1)).isEqualTo(new Commit.DuplicateKey<>("_id_"));
        assertThat(commits.get(2)).isInstanceOf(Commit.Done.class);
        assertThat(store.load("a").orElseThrow().value().note()).isEqualTo("first");
    }

    @Test
    void a_unique_index_refuses_one_document_by_the_indexs_name_and_no_other() {
        database.runCommand(new Document("createIndexes", Tally.COLLECTION)
                .append(
                        "indexes",
                        List.of(new Document("key", new Document("note", 1))
                                .append("name", "note_once")
                                .append("unique", true)
                                .append("sparse", true))));

        List<Commit<Tally>> commits = Tally.join(List.of(
                store.createLater("a", new Tally(0, "same"), "c1", Tally.event("a", 1)),
                store.createLater("b", new Tally(0, "same"), "c2", Tally.event("b", 1)),
                store.createLater("c", new Tally(0, "other"), "c3", Tally.event("c", 1))));

        assertThat(commits).filteredOn(Commit.Done.class::isInstance).hasSize(2);
        assertThat(commits).contains(new Commit.DuplicateKey<>("note_once"));
        assertThat(store.load("c")).isPresent();
    }

    @Test
    void a_document_that_the_server_refuses_fails_alone() {
        database.runCommand(new Document("create", Tally.COLLECTION)
                .append("validator", new Document("count", new Document("$lt", 100))));

        List<Commit<Tally>> commits = Tally.join(List.of(
                store.createLater("a", Tally.zero(), "c1", Tally.event("a", 1)),
                store.createLater("bad", new Tally(100, ""), "c2", Tally.event("bad", 1)),
                store.createLater("b", Tally.zero(), "c3", Tally.event("b", 1))));

        assertThat(commits.get(0)).isInstanceOf(Commit.Done.class);
        assertThat(commits.get(1)).isInstanceOf(Commit.BadDocument.class);
        assertThat(commits.get(2)).isInstanceOf(Commit.Done.class);
        assertThat(store.load("bad")).isEmpty();
    }

    @Test
    void a_document_that_the_driver_cannot_send_fails_alone() {
        String tooLarge = "x".repeat(17 * 1024 * 1024);

        List<Commit<Tally>> commits = Tally.join(List.of(
                store.createLater("a", Tally.zero(), "c1", Tally.event("a", 1)),
                store.createLater("b", Tally.zero(), "c2", Tally.event("b", 1)),
                store.createLater("bad", new Tally(0, tooLarge), "c3", Tally.event("bad", 1)),
                store.createLater("c", Tally.zero(), "c4", Tally.event("c", 1))));

        assertThat(commits.get(2)).isInstanceOf(Commit.BadDocument.class);
        assertThat(commits).filteredOn(Commit.Done.class::isInstance).hasSize(3);
        assertThat(store.loadAll(List.of("a", "b", "bad", "c"))).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void a_full_outbox_takes_no_more() {
        Stored<Tally> now = created("a");
        for (int i = 2; i <= MongoStreamStore.MAX_PENDING; i++) {
            now = done(store.update(now, now.value().next(""), "c" + i, Tally.event("a", i)));
        }

        Commit<Tally> commit = store.update(now, now.value().next(""), "one-more", Tally.event("a", now.version() + 1));

        assertThat(commit).isInstanceOf(Commit.OutboxFull.class);
        assertThat(store.load("a").orElseThrow().version()).isEqualTo(MongoStreamStore.MAX_PENDING);
    }

    @Test
    void a_field_that_is_gone_from_the_value_is_gone_from_the_document() {
        Stored<Tally> before = created("a");
        Stored<Tally> noted = done(store.update(before, new Tally(1, "note"), "c2", Tally.event("a", 2)));
        done(store.update(noted, new Tally(2, ""), "c3", Tally.event("a", 3)));

        assertThat(database.getCollection(Tally.COLLECTION).find().first()).doesNotContainKey("note");
    }

    @Test
    void many_callers_share_few_round_trips() {
        int callers = 400;
        long before = bulkCommands();

        Tally.join(IntStream.range(0, callers)
                .mapToObj(i -> store.createLater("d" + i, Tally.zero(), "c", Tally.event("d" + i, 1)))
                .toList());

        assertThat(bulkCommands() - before).isLessThan(callers / 10);
    }

    @Test
    void a_reader_that_waits_sees_the_version_it_asked_for() {
        CompletableFuture<Long> reader = CompletableFuture.supplyAsync(() ->
                store.loadAtLeast("a", 2, Duration.ofSeconds(20)).orElseThrow().version());
        Stored<Tally> first = created("a");
        done(store.update(first, first.value().next(""), "c2", Tally.event("a", 2)));

        assertThat(reader.join()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_reader_that_waits_in_vain_gets_what_there_is() {
        created("a");

        assertThat(store.loadAtLeast("a", 5, Duration.ofMillis(50))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(store.loadAtLeast("nobody", 1, Duration.ofMillis(50))).isEmpty();
    }

    @Test
    void a_reader_of_a_version_that_was_written_here_does_not_ask_the_store() {
        created("a");
        database.getCollection(Tally.COLLECTION)
                .updateOne(new Document("_id", "a"), new Document("$set", new Document("note", "in the store")));

        assertThat(store.loadAtLeast("a", 1, Duration.ZERO)
                        .orElseThrow()
                        .value()
                        .note())
                .isEmpty();
        assertThat(store.loadToChange(List.of("a")).get("a").value().note()).isEmpty();
        assertThat(store.load("a").orElseThrow().value().note()).isEqualTo("in the store");
    }

    @Test
    void a_change_from_what_another_replica_has_overtaken_is_lost_and_then_sees_it() {
        created("a");
        StreamStores otherReplica = Tally.stores(
                database, new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()));
        StreamStore<Tally> other = Tally.open(otherReplica, "none");
        Stored<Tally> there = other.load("a").orElseThrow();
        done(other.update(there, there.value().next("there"), "c2", Tally.event("a", 2)));

        Stored<Tally> behind = store.loadToChange(List.of("a")).get("a");
        assertThat(behind.version()).isEqualTo(1);
        assertThat(store.update(behind, behind.value().next("here"), "c3", Tally.event("a", 2)))
                .isInstanceOf(Commit.LostRace.class);

        assertThat(store.loadToChange(List.of("a")).get("a").value().note()).isEqualTo("there");
        assertThat(store.loadAtLeast("a", 2, Duration.ZERO).orElseThrow().version())
                .isEqualTo(2);
        otherReplica.close();
    }

    private CompletableFuture<Void> counting(StreamStore<Tally> at, String writer, int times) {
        return CompletableFuture.runAsync(() -> {
            for (int i = 0; i < times; ) {
                Stored<Tally> before = unpublishedTaken("a");
                Commit<Tally> commit = at.update(
                        before,
                        before.value().next(writer),
                        writer + "-" + UUID.randomUUID(),
                        Tally.event("a", before.version() + 1));
                i += commit instanceof Commit.Done ? 1 : 0;
            }
        });
    }

    /** As if the relay had been there: it is not part of this contract. */
    private Stored<Tally> unpublishedTaken(String id) {
        database.getCollection(Tally.COLLECTION)
                .updateOne(new Document("_id", id), new Document("$set", new Document("pending", new ArrayList<>())));
        return store.load(id).orElseThrow();
    }

    private long bulkCommands() {
        Document commands = database.runCommand(new Document("serverStatus", 1))
                .get("metrics", Document.class)
                .get("commands", Document.class);
        return ((Number) commands.get("insert", Document.class).get("total")).longValue();
    }

    private Stored<Tally> created(String id) {
        return done(store.create(id, Tally.zero(), "create-" + id, Tally.event(id, 1)));
    }

    private static Stored<Tally> done(Commit<Tally> commit) {
        assertThat(commit).isInstanceOf(Commit.Done.class);
        return ((Commit.Done<Tally>) commit).now();
    }
}
