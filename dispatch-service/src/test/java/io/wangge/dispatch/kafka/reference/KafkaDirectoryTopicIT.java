package io.wangge.dispatch.kafka.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.Activated;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.dispatch.reference.DirectoryTopic;
import io.wangge.dispatch.reference.DirectoryTopic.NotAnnounced;
import io.wangge.dispatch.reference.InMemoryReferenceLibrary;
import io.wangge.dispatch.reference.ReferenceLibrary;
import io.wangge.dispatch.reference.ReferenceLibraryContract;
import io.wangge.dispatch.reference.ReferencePublication;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.junit.jupiter.api.Test;

class KafkaDirectoryTopicIT {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String topic = "directory-" + UUID.randomUUID();
    private final ReferenceLibrary library = new InMemoryReferenceLibrary();

    private static KafkaProducer<String, byte[]> producer(TestBackend backend, int millis) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        backend.kafkaBootstrap(),
                        "acks",
                        "all",
                        "request.timeout.ms",
                        millis,
                        "delivery.timeout.ms",
                        millis,
                        "linger.ms",
                        0,
                        "max.block.ms",
                        millis),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private void createTopic(TestBackend backend) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", backend.kafkaBootstrap()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
    }

    /** All messages that stand in the topic, by reading to its present end. */
    private List<ConsumerRecord<String, byte[]>> everything(TestBackend backend) {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", backend.kafkaBootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
            }
        }
        return all;
    }

    private static Envelope<Event> decoded(ConsumerRecord<String, byte[]> message) {
        return CloudEventCodec.fromCloudEvent(
                KafkaMessageFactory.createReader(message).toEvent());
    }

    @Test
    void a_reader_of_the_topic_builds_the_very_directory_that_is_in_force() throws Exception {
        TestBackend backend = TestBackend.shared();
        createTopic(backend);
        library.activate(ReferenceLibraryContract.demo(), NOON);
        try (KafkaProducer<String, byte[]> producer = producer(backend, 30_000)) {
            DirectoryTopic directoryTopic = new KafkaDirectoryTopic(producer, "/wangge/dispatch", topic, PATIENCE);
            new ReferencePublication(library, directoryTopic, InstantSource.fixed(NOON)).publishPending();
        }

        List<Item> items = new ArrayList<>();
        Set<DirectoryKind> activated = new HashSet<>();
        Map<DirectoryKind, Integer> counts = new HashMap<>();
        for (ConsumerRecord<String, byte[]> message : everything(backend)) {
            switch (decoded(message).body()) {
                case Item item -> {
                    assertThat(message.key()).isEqualTo(item.kind() + "/" + item.id() + "/" + item.version());
                    items.add(item);
                    counts.merge(item.kind(), 1, Integer::sum);
                }
                case Activated active -> {
                    assertThat(message.key()).isEqualTo("ACTIVATION/" + active.kind());
                    assertThat(active.count()).isEqualTo(counts.get(active.kind()));
                    activated.add(active.kind());
                }
                default -> throw new AssertionError("not expected here: " + message.key());
            }
        }
        assertThat(activated).containsExactlyInAnyOrder(DirectoryKind.values());
        assertThat(items)
                .containsExactlyInAnyOrderElementsOf(library.active().stream()
                        .flatMap(edition -> edition.items().stream())
                        .toList());
        assertThat(Directory.of(items).top().nameZh()).isEqualTo("云山区");
    }

    @Test
    void a_broker_that_dies_before_the_activation_leaves_no_half_directory_and_the_next_round_ends_well()
            throws Exception {
        try (TestBackend backend = TestBackend.own()) {
            createTopic(backend);
            library.activate(List.of(ReferenceLibraryContract.staff("甲")), NOON);
            try (KafkaProducer<String, byte[]> producer = producer(backend, 3_000)) {
                KafkaDirectoryTopic real = new KafkaDirectoryTopic(producer, "/wangge/dispatch", topic, PATIENCE);
                DirectoryTopic dying = announcements -> {
                    if (announcements.getFirst().key().startsWith("ACTIVATION")) {
                        backend.kafka().kill();
                    }
                    real.send(announcements);
                };
                ReferencePublication crashing = new ReferencePublication(library, dying, InstantSource.fixed(NOON));
                assertThatThrownBy(crashing::publishPending).isInstanceOf(NotAnnounced.class);
                assertThat(library.unpublished()).hasSize(1);
            }
            backend.kafka().start();
            assertThat(everything(backend)).extracting(ConsumerRecord::key).doesNotContain("ACTIVATION/STAFF");

            try (KafkaProducer<String, byte[]> producer = producer(backend, 30_000)) {
                new ReferencePublication(
                                library,
                                new KafkaDirectoryTopic(producer, "/wangge/dispatch", topic, PATIENCE),
                                InstantSource.fixed(NOON))
                        .publishPending();
            }

            List<ConsumerRecord<String, byte[]>> all = everything(backend);
            assertThat(all.getLast().key()).isEqualTo("ACTIVATION/STAFF");
            assertThat(all.subList(0, all.size() - 1))
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(decoded(message).id()).isEqualTo("directory/STAFF/1"));
            assertThat(library.unpublished()).isEmpty();
        }
    }
}
