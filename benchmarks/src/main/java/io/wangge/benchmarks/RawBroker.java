package io.wangge.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The messages of a lifecycle on Kafka: sent as the relay sends them, read by as many groups as read them in the product. */
final class RawBroker implements AutoCloseable {
    /** Readers of an event of a case: intake and ledger. */
    private static final int GROUPS = 2;

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final byte[] body;
    private final AtomicBoolean reading = new AtomicBoolean(true);
    private final AtomicLong read = new AtomicLong();
    private final List<Thread> readers = new ArrayList<>();

    RawBroker(String bootstrap, String topic, String eventJson) {
        this.topic = topic;
        this.body = eventJson.getBytes(StandardCharsets.UTF_8);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException refused) {
            throw new BenchFailed("topic %s cannot be made: %s".formatted(topic, refused));
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "enable.idempotence", true, "linger.ms", 2),
                new StringSerializer(),
                new ByteArraySerializer());
        for (int group = 0; group < GROUPS; group++) {
            readers.add(Thread.ofPlatform().start(reader(bootstrap, "bench-" + group)));
        }
    }

    private Runnable reader(String bootstrap, String group) {
        return () -> {
            try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            bootstrap,
                            "group.id",
                            topic + group,
                            "auto.offset.reset",
                            "earliest",
                            "enable.auto.commit",
                            false),
                    new StringDeserializer(),
                    new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(topic));
                while (reading.get()) {
                    int count = consumer.poll(Duration.ofMillis(200)).count();
                    if (count > 0) {
                        consumer.commitSync();
                        read.addAndGet(count);
                    }
                }
            }
        };
    }

    /** Returns when the broker has taken {@code each} events for every id. */
    void send(List<String> ids, int each) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (String id : ids) {
            for (int event = 0; event < each; event++) {
                sent.add(producer.send(new ProducerRecord<>(topic, id, body)));
            }
        }
        for (Future<RecordMetadata> one : sent) {
            try {
                one.get();
            } catch (ExecutionException | InterruptedException failed) {
                throw new BenchFailed("the broker did not take an event: " + failed);
            }
        }
    }

    long read() {
        return read.get();
    }

    @Override
    public void close() {
        reading.set(false);
        for (Thread reader : readers) {
            try {
                reader.join(Duration.ofSeconds(10));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        producer.close(Duration.ofSeconds(5));
    }
}
