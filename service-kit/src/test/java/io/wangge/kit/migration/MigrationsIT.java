package io.wangge.kit.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.kit.settings.StartRefused;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a start may rely on, shown on a real MongoDB. */
class MigrationsIT {
    private static final Migration FIRST = index(1, "by name", "things", "name");
    private static final Migration SECOND = index(2, "by size", "things", "size");

    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect() {
        client = MongoClients.create(TestBackend.shared().mongoUri());
        database = client.getDatabase(TestBackend.shared().freshDatabase());
    }

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void a_second_run_changes_nothing() {
        Migrations.run(database, List.of(FIRST, SECOND));
        List<Document> before = records();
        Migrations.run(database, List.of(FIRST, SECOND));
        assertThat(records()).isEqualTo(before).hasSize(2);
        assertThat(before.getFirst())
                .containsEntry("_id", 1)
                .containsEntry("title", "by name")
                .containsKeys("checksum", "appliedAt", "millis");
        assertThat(indexNames()).contains("name_1", "size_1");
    }

    @Test
    void they_run_in_the_order_of_their_numbers_however_they_are_listed() {
        Migration collection = new Migration(1, "things", List.of(new Document("create", "things")));
        Migration document = new Migration(
                2,
                "the first thing",
                List.of(new Document("insert", "things").append("documents", List.of(new Document("_id", 1)))));
        Migrations.run(database, List.of(document, collection));
        assertThat(records()).extracting(entry -> entry.getInteger("_id")).containsExactly(1, 2);
    }

    @Test
    void four_replicas_that_start_at_once_apply_each_migration_once() throws Exception {
        Migration counter = new Migration(
                1,
                "counts its runs",
                List.of(new Document("update", "things")
                        .append(
                                "updates",
                                List.of(new Document("q", new Document("_id", 1))
                                        .append("u", new Document("$inc", new Document("runs", 1)))
                                        .append("upsert", true)))));
        Callable<Void> start = () -> {
            Migrations.run(database, List.of(counter, SECOND));
            return null;
        };
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> replica : replicas.invokeAll(List.of(start, start, start, start))) {
                replica.get();
            }
        }
        assertThat(database.getCollection("things").find().first()).containsEntry("runs", 1);
        assertThat(records()).hasSize(2);
    }

    @Test
    void an_edited_migration_stops_the_start_with_a_sentence() {
        Migrations.run(database, List.of(FIRST));
        Migration edited = index(1, "by name", "things", "nickname");
        assertThatThrownBy(() -> Migrations.run(database, List.of(edited)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Migration 1 (by name) was edited")
                .extracting(refused -> ((StartRefused) refused).remedy())
                .asString()
                .contains("as migration 2");
    }

    @Test
    void a_better_title_is_no_edit() {
        Migrations.run(database, List.of(FIRST));
        Migrations.run(database, List.of(index(1, "by name, for the list", "things", "name")));
        assertThat(records()).hasSize(1);
    }

    @Test
    void a_missing_number_stops_the_start() {
        assertThatThrownBy(() -> Migrations.run(database, List.of(FIRST, index(3, "gap", "things", "x"))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("number 2 is missing");
    }

    @Test
    void a_program_older_than_its_data_does_not_start() {
        Migrations.run(database, List.of(FIRST, SECOND));
        assertThatThrownBy(() -> Migrations.run(database, List.of(FIRST)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("migration 2 (by size), which this program does not know");
    }

    @Test
    void what_broke_in_the_middle_is_repeated_whole() {
        Migration breaks = new Migration(
                1,
                "two commands",
                List.of(
                        new Document("create", "things"),
                        FIRST.commands().getFirst(),
                        new Document("noSuchCommand", 1)));
        assertThatThrownBy(() -> Migrations.run(database, List.of(breaks))).isInstanceOf(MongoCommandException.class);
        assertThat(records()).isEmpty();

        Migration whole = new Migration(1, "two commands", breaks.commands().subList(0, 2));
        Migrations.run(database, List.of(whole));
        assertThat(records()).hasSize(1);
        assertThat(indexNames()).contains("name_1");
    }

    @Test
    void the_lock_of_a_dead_replica_is_taken_over_when_its_lease_is_over() {
        database.getCollection("migrations_lock")
                .insertOne(new Document("_id", Migrations.COLLECTION)
                        .append("owner", "dead")
                        .append("until", Date.from(Instant.now().plus(Duration.ofMillis(700)))));
        Migrations.run(database, List.of(FIRST));
        assertThat(records()).hasSize(1);
        assertThat(database.getCollection("migrations_lock").countDocuments()).isZero();
    }

    private List<Document> records() {
        return database.getCollection(Migrations.COLLECTION)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private List<String> indexNames() {
        return database.getCollection("things")
                .listIndexes()
                .map(index -> index.getString("name"))
                .into(new ArrayList<>());
    }

    private static Migration index(int number, String title, String collection, String field) {
        return new Migration(
                number,
                title,
                List.of(new Document("createIndexes", collection)
                        .append(
                                "indexes",
                                List.of(new Document("key", new Document(field, 1)).append("name", field + "_1")))));
    }
}
