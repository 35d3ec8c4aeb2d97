package io.wangge.intake.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.kit.outbox.OutboxRelay.Pace;
import io.wangge.kit.store.SeqWaiters;
import io.wangge.kit.store.StreamStores;
import io.wangge.localstack.TestBackend;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The store of intake on a real MongoDB and broker, in a database of its own. */
final class IntakeStore implements AutoCloseable {
    private final MongoClient client = MongoClients.create(TestBackend.shared().mongoUri());
    final MongoDatabase database = client.getDatabase(TestBackend.shared().freshDatabase());
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestBackend.shared().kafkaBootstrap()),
            new StringSerializer(),
            new ByteArraySerializer());
    private final StreamStores stores;
    private final SeqWaiters waiters = new SeqWaiters();
    final MongoReports reports;
    final MongoCaseStandings standings;
    final MongoPersons persons;

    IntakeStore() {
        IntakeMigrations.ALL.forEach(migration -> migration.commands().forEach(database::runCommand));
        stores = new StreamStores(database, producer, "/wangge/intake", InstantSource.system(), Pace.DEFAULT);
        reports = new MongoReports(database, stores, waiters);
        standings = new MongoCaseStandings(database, waiters);
        persons = new MongoPersons(database, InstantSource.system());
    }

    String freshPhone() {
        return "139" + (10_000_000 + new Random().nextInt(89_999_999));
    }

    @Override
    public void close() {
        persons.close();
        stores.close();
        producer.close();
        database.drop();
        client.close();
    }
}
