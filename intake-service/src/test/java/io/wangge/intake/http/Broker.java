package io.wangge.intake.http;

import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Topics;
import io.wangge.contracts.directory.DirectoryEvent.Activated;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.contracts.wire.CloudEventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plays dispatch on the broker, and listens to what intake says. */
final class Broker implements AutoCloseable {
    private final String bootstrap;
    private final KafkaProducer<String, byte[]> producer;

    Broker(String bootstrap) throws Exception {
        this.bootstrap = bootstrap;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.CASES, 12, (short) 1),
                            new NewTopic(Topics.AUDIT, 1, (short) 1),
                            new NewTopic(Topics.deadLetters(Topics.CASES), 1, (short) 1),
                            new NewTopic(Topics.DIRECTORY, 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    void say(String topic, String key, Envelope<? extends Event> event) throws Exception {
        ProducerRecord<String, byte[]> message = KafkaMessageFactory.<String>createWriter(topic, key)
                .writeBinary(CloudEventCodec.toCloudEvent("/wangge/dispatch", event));
        producer.send(message).get();
    }

    void sayNonsense(String topic, String key) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, new byte[] {1, 2, 3})).get();
    }

    void publish(List<Item> directory) throws Exception {
        Map<DirectoryKind, List<Item>> byKind = directory.stream().collect(Collectors.groupingBy(Item::kind));
        for (DirectoryKind kind : DirectoryKind.values()) {
            List<Item> items = byKind.getOrDefault(kind, List.of());
            long seq = 1;
            for (Item item : items) {
                say(
                        Topics.DIRECTORY,
                        kind + "/" + item.id(),
                        new Envelope<>("directory/" + kind, seq++, now(), null, item));
            }
            Activated activated = new Activated(kind, 1, items.size());
            say(Topics.DIRECTORY, kind + "/active", new Envelope<>("directory/" + kind, seq, now(), null, activated));
        }
    }

    /** Everything on {@code topic} so far, once there are at least that many. */
    List<Envelope<Event>> heard(String topic, int atLeast) {
        List<Envelope<Event>> heard = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (heard.size() < atLeast && System.nanoTime() < giveUp) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(message -> heard.add(CloudEventCodec.fromCloudEvent(
                                KafkaMessageFactory.createReader(message).toEvent())));
            }
        }
        return heard;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    @Override
    public void close() {
        producer.close();
    }
}
