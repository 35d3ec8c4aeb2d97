package io.wangge.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** A data folder may be started on other ports than those it was made on. */
@DisabledIfEnvironmentVariable(
        named = TestServers.CHOICE,
        matches = "docker",
        disabledReason = "it is about processes of this machine")
class MovedDataIT {

    private final StackFolder folder = StackFolder.temporary();
    private final Path binary = MongodFinder.ofThisMachine(line -> {}).find();

    @Test
    void mongodTakesItsNewAddressAndKeepsItsData() {
        MongoServer before = mongodOn(Ports.free());
        before.start();
        try (MongoClient client = MongoClients.create(before.uri())) {
            cases(client).insertOne(new Document("_id", "kept"));
        }
        before.stop();

        MongoServer after = mongodOn(Ports.free());
        after.start();
        try (MongoClient client = MongoClients.create(after.uri())) {
            assertThat(cases(client).find().first()).containsEntry("_id", "kept");
            cases(client).insertOne(new Document("_id", "later"));
        } finally {
            after.kill();
        }
    }

    private MongoServer mongodOn(int port) {
        return new Mongod(() -> binary, folder, port, LocalProcess.Lifetime.OF_THIS_JVM);
    }

    private static MongoCollection<Document> cases(MongoClient client) {
        return client.getDatabase("moved").getCollection("cases");
    }
}
