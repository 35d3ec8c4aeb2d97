package io.wangge.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.localstack.TestBackend;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every committed event reaches the broker, in order per stream, and leaves its document after that. Both are real. */
class OutboxRelayContractIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestBackend backend = TestBackend.own();
    private final String topic = "outbox-" + UUID.randomUUID();
    private MongoClient client;
    private MongoDatabase database;
    private KafkaProducer<String, byte[]> producer;
    private StreamStores stores;
    private StreamStore<Tally> store;

    @BeforeEach
    void open() throws Exception {
        client = Tally.client(backend.mongoUri());
        database = client.getDatabase("outbox");
        database.runCommand(StreamDocument.outboxIndex(Tally.COLLECTION));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", backend.kafkaBootstrap()))) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        }
        openStore();
    }

    private void openStore() {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", backend.kafkaBootstrap(),
                        "acks", "all",
                        "max.block.ms", 5000,
                        "request.timeout.ms", 5000,
                        "delivery.timeout.ms", 6000),
                new StringSerializer(),
                new ByteArraySerializer());
        stores = Tally.stores(database, producer);
        store = Tally.open(stores, topic);
    }

    @AfterEach
    void close() {
        stores.close();
        producer.close(Duration.ZERO);
        client.close();
        backend.close();
    }

    @Test
    void events_arrive_in_the_order_of_their_stream_and_are_taken_off() {
        for (int i = 0; i < 20; i++) {
            counted("d" + i, 10);
        }

        await().atMost(PATIENCE).until(this::nothingPending);

        Map<String, List<Long>> arrived = arrived();
        assertThat(arrived).hasSize(20);
        assertThat(arrived.values())
                .allSatisfy(seqs -> assertThat(seqs)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 10).boxed().toList()));
    }

    @Test
    void what_a_crash_left_behind_is_published_by_the_sweep() {
        database.getCollection(Tally.COLLECTION)
                .insertOne(StreamDocument.inserted(
                                "left",
                                new Document("count", 0),
                                "c1",
                                Tally.event("left", 1).stream()
                                        .map(io.wangge.kit.outbox.PendingEvent::of)
                                        .toList(),
                                java.time.Instant.now())
                        .append("pendingSince", new Date(0)));

        await().atMost(PATIENCE).until(this::nothingPending);

        assertThat(arrived()).containsEntry("round/left", List.of(1L));
    }

    @Test
    void while_the_broker_is_away_commands_go_on_and_nothing_is_forgotten() {
        counted("a", 3);
        await().atMost(PATIENCE).until(this::nothingPending);

        backend.kafka().kill();
        counted("a", 3);
        counted("b", 2);
        backend.kafka().start();

        await().atMost(PATIENCE).until(this::nothingPending);
        // A later event may overtake one that timed out; the sweep then sends them all again, in order.
        Map<String, List<Long>> arrived = arrived();
        assertThat(arrived.get("round/a")).containsSubsequence(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(arrived.get("round/b")).containsSubsequence(1L, 2L);
    }

    @Test
    void another_replica_that_commits_on_top_of_an_unpublished_event_does_not_take_it_off() {
        // As if a replica had committed event 1 and died before it could publish.
        database.getCollection(Tally.COLLECTION)
                .insertOne(StreamDocument.inserted(
                        "a",
                        new Document("count", 0),
                        "c1",
                        Tally.event("a", 1).stream()
                                .map(io.wangge.kit.outbox.PendingEvent::of)
                                .toList(),
                        java.time.Instant.now()));
        Stored<Tally> before = store.load("a").orElseThrow();
        store.update(before, before.value().next(""), "c2", Tally.event("a", 2));

        await().atMost(PATIENCE).until(this::nothingPending);

        assertThat(arrived().get("round/a")).contains(1L, 2L);
    }

    private void counted(String id, int times) {
        Stored<Tally> now = store.load(id).orElse(null);
        for (int i = 0; i < times; i++) {
            Commit<Tally> commit = now == null
                    ? store.create(id, Tally.zero(), "create", Tally.event(id, 1))
                    : store.update(now, now.value().next(""), "c" + now.version(), Tally.event(id, now.version() + 1));
            assertThat(commit).isInstanceOf(Commit.Done.class);
            now = ((Commit.Done<Tally>) commit).now();
        }
    }

    private boolean nothingPending() {
        return database.getCollection(Tally.COLLECTION)
                        .countDocuments(new Document("pendingSince", new Document("$exists", true)))
                == 0;
    }

    /** Every seq per stream in the order of arrival, repeats included. */
    private Map<String, List<Long>> arrived() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", backend.kafkaBootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, 3)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records.stream()
                    .collect(Collectors.groupingBy(
                            record -> header(record, "ce_subject"),
                            Collectors.mapping(
                                    record -> Long.parseLong(header(record, "ce_sequence")), Collectors.toList())));
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
