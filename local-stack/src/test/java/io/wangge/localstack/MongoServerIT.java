package io.wangge.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.geojson.Point;
import com.mongodb.client.model.geojson.Position;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoServerIT {

    private TestBackend backend;
    private MongoClient client;
    private MongoCollection<Document> cases;

    @BeforeEach
    void start() {
        backend = TestBackend.own();
        client = MongoClients.create(backend.mongoUri());
        cases = client.getDatabase(backend.freshDatabase())
                .getCollection("cases")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @AfterEach
    void end() {
        client.close();
        backend.close();
    }

    @Test
    void itHasTransactions() {
        try (ClientSession session = client.startSession()) {
            session.withTransaction(() -> {
                cases.insertOne(session, new Document("_id", "a"));
                return cases.insertOne(session, new Document("_id", "b"));
            });
            session.startTransaction();
            cases.insertOne(session, new Document("_id", "c"));
            session.abortTransaction();
        }
        assertThat(cases.find().map(found -> found.getString("_id"))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void itFindsWhatLiesInsideAPolygon() {
        cases.createIndex(Indexes.geo2dsphere("location"));
        cases.insertMany(List.of(
                new Document("_id", "inside").append("location", new Point(new Position(120.11, 30.21))),
                new Document("_id", "outside").append("location", new Point(new Position(120.30, 30.21)))));
        assertThat(cases.find(Filters.geoWithinBox("location", 120.10, 30.20, 120.16, 30.24))
                        .map(found -> found.getString("_id")))
                .containsExactly("inside");
    }

    @Test
    void itShowsChangesAsTheyHappen() {
        try (var changes = cases.watch().cursor()) {
            cases.insertOne(new Document("_id", "new"));
            assertThat(changes.next().getFullDocument()).containsEntry("_id", "new");
        }
    }

    @Test
    void whatItAcknowledgedIsThereAfterItWasKilled() {
        cases.insertOne(new Document("_id", "kept"));
        backend.mongod().kill();
        assertThat(backend.mongod().isRunning()).isFalse();
        backend.mongod().start();
        assertThat(cases.find().first()).containsEntry("_id", "kept");
        cases.insertOne(new Document("_id", "later"));
    }

    @Test
    void itAnswersAgainAfterItWasHeldStill() {
        String patient = backend.mongoUri() + "&socketTimeoutMS=60000";
        try (MongoClient waiting = MongoClients.create(patient)) {
            backend.mongod().pause();
            var insert = Thread.startVirtualThread(() -> waiting.getDatabase("held")
                    .getCollection("cases")
                    .insertOne(new Document("_id", "while it was still")));
            backend.mongod().resume();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !insert.isAlive());
            assertThat(waiting.getDatabase("held").getCollection("cases").countDocuments())
                    .isOne();
        }
    }
}
