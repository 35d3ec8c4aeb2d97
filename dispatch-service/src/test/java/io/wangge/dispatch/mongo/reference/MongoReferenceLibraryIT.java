package io.wangge.dispatch.mongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.dispatch.reference.ReferenceLibrary;
import io.wangge.dispatch.reference.ReferenceLibraryContract;
import io.wangge.localstack.TestBackend;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MongoReferenceLibraryIT implements ReferenceLibraryContract {
    private static final TestBackend BACKEND = TestBackend.shared();
    private static final MongoClient CLIENT = MongoClients.create(BACKEND.mongoUri());

    private static MongoDatabase database() {
        MongoDatabase database = CLIENT.getDatabase(BACKEND.freshDatabase());
        ReferenceMigrations.indexes(1).commands().forEach(database::runCommand);
        return database;
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    public ReferenceLibrary empty() {
        return new MongoReferenceLibrary(CLIENT, database());
    }

    @Test
    void superseded_versions_stay_readable_with_their_checksums() {
        MongoDatabase database = database();
        ReferenceLibrary library = new MongoReferenceLibrary(CLIENT, database);
        library.activate(List.of(ReferenceLibraryContract.staff("甲")), NOON);
        library.activate(List.of(ReferenceLibraryContract.staff("乙")), NOON);

        List<Document> all = database.getCollection("reference_data").find().into(new ArrayList<>());

        assertThat(all).extracting(document -> document.getString("_id")).containsExactly("STAFF/1", "STAFF/2");
        assertThat(all).extracting(document -> document.getString("status")).containsExactly("SUPERSEDED", "ACTIVE");
        assertThat(all)
                .allSatisfy(
                        document -> assertThat(document.getString("checksum")).matches("[0-9a-f]{64}"));
    }

    @Test
    void the_look_for_new_versions_reads_no_body() {
        MongoDatabase database = database();
        new MongoReferenceLibrary(CLIENT, database).activate(ReferenceLibraryContract.demo(), NOON);

        Document explained = database.runCommand(new Document(
                        "explain",
                        new Document("find", "reference_data")
                                .append("filter", new Document("status", "ACTIVE"))
                                .append(
                                        "projection",
                                        new Document("kind", 1)
                                                .append("version", 1)
                                                .append("_id", 0)))
                .append("verbosity", "executionStats"));

        Document stats = explained.get("executionStats", Document.class);
        assertThat(stats.getInteger("totalDocsExamined")).isZero();
        assertThat(explained.toJson()).contains("\"in_force\"");
    }

    @Test
    void the_look_for_what_is_unpublished_uses_its_index() {
        MongoDatabase database = database();
        ReferenceLibrary library = new MongoReferenceLibrary(CLIENT, database);
        library.activate(ReferenceLibraryContract.demo(), NOON);
        library.unpublished().forEach(edition -> library.markPublished(edition, NOON));

        Document explained = database.runCommand(new Document(
                        "explain",
                        new Document("find", "reference_data").append("filter", new Document("toPublish", true)))
                .append("verbosity", "executionStats"));

        assertThat(explained.toJson()).contains("\"to_publish\"");
        assertThat(explained.get("executionStats", Document.class).getInteger("totalDocsExamined"))
                .isZero();
    }
}
