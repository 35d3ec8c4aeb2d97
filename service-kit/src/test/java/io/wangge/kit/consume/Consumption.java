package io.wangge.kit.consume;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Topics;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.kit.migration.KitMigrations;
import io.wangge.kit.migration.Migrations;
import io.wangge.kit.settings.GridSettings;
import io.wangge.localstack.TestBackend;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.util.unit.DataSize;

/** A topic, a database and consumers on real servers; the topic has one partition, so that the order of sending holds. */
final class Consumption implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String GROUP = "test";

    final String topic = "consume-" + UUID.randomUUID();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final MongoClient client;
    final MongoDatabase database;
    final DeadLetters deadLetters;
    private final TestBackend backend;
    private final KafkaProducer<String, byte[]> producer;
    private final List<EventConsumers> started = new ArrayList<>();

    Consumption(TestBackend backend) {
        this.backend = backend;
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(backend.mongoUri()))
                .writeConcern(WriteConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                .build());
        database = client.getDatabase(backend.freshDatabase());
        Migrations.run(database, KitMigrations.COLLECTION, KitMigrations.ALL);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", backend.kafkaBootstrap(), "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        deadLetters = new DeadLetters(database, producer, InstantSource.system());
    }

    void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", backend.kafkaBootstrap()))) {
            admin.createTopics(List.of(
                            new NewTopic(topic, 1, (short) 1), new NewTopic(Topics.deadLetters(topic), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    EventConsumers consumers() {
        EventConsumers consumers = new EventConsumers(
                new GridSettings(
                        "sample", backend.mongoUri(), backend.kafkaBootstrap(), URI.create("http://127.0.0.1/"), false),
                new ConsumerSettings(
                        500,
                        1,
                        Duration.ofMillis(20),
                        DataSize.ofKilobytes(64),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500)),
                database,
                deadLetters,
                meters,
                InstantSource.system());
        consumers.start();
        started.add(consumers);
        return consumers;
    }

    static Envelope<Event> event(String stream, long seq) {
        return new Envelope<>(
                stream, seq, Instant.parse("2026-11-22T06:00:00Z"), null, new AuditEvent.SignedIn(stream, "staff-1"));
    }

    static Envelope<Event> unappliable(String stream, long seq) {
        return new Envelope<>(
                stream,
                seq,
                Instant.parse("2026-11-22T06:00:00Z"),
                null,
                new AuditEvent.SignInRefused(stream, null, "wrong-password"));
    }

    void send(String stream, long... seqs) throws Exception {
        for (long seq : seqs) {
            send(event(stream, seq));
        }
    }

    void send(Envelope<Event> event) throws Exception {
        CloudEvent cloudEvent = CloudEventCodec.toCloudEvent("/wangge/test", event);
        producer.send(KafkaMessageFactory.createWriter(topic, event.stream()).writeBinary(cloudEvent))
                .get();
    }

    /** As if the program had learnt to read it: the stored letter becomes this event. */
    void mend(String letter, Envelope<Event> event) {
        var good = KafkaMessageFactory.createWriter(topic, event.stream())
                .writeBinary(CloudEventCodec.toCloudEvent("/wangge/test", event));
        Message message = Message.of(new ConsumerRecord<>(
                topic,
                0,
                0,
                0,
                org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                0,
                0,
                (String) null,
                good.value(),
                good.headers(),
                java.util.Optional.empty()));
        database.getCollection(DeadLetters.COLLECTION)
                .updateOne(
                        com.mongodb.client.model.Filters.eq("_id", letter),
                        new org.bson.Document(
                                "$set",
                                new org.bson.Document(
                                                "headers", message.toDocument().get("headers"))
                                        .append("value", message.toDocument().get("value"))));
    }

    void sendRubbish(String key, String value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    double count(String outcome) {
        var counter = meters.find("grid.events")
                .tag("group", "grid.sample." + GROUP)
                .tag("outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    /** All that stands on the dead letter topic now. */
    List<ConsumerRecord<String, byte[]>> onDeadLetterTopic() {
        TopicPartition partition = new TopicPartition(Topics.deadLetters(topic), 0);
        try (KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", backend.kafkaBootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            reader.assign(List.of(partition));
            reader.seekToBeginning(List.of(partition));
            long end = reader.endOffsets(List.of(partition)).get(partition);
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            while (reader.position(partition) < end) {
                reader.poll(Duration.ofSeconds(1)).forEach(all::add);
            }
            return all;
        }
    }

    @Override
    public void close() {
        started.forEach(EventConsumers::stop);
        producer.close(Duration.ZERO);
        client.close();
    }
}
