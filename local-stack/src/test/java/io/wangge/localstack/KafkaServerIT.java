package io.wangge.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaServerIT {

    private static final String TOPIC = "grid.reports.v1";

    private TestBackend backend;

    @BeforeEach
    void start() {
        backend = TestBackend.own();
    }

    @AfterEach
    void end() {
        backend.close();
    }

    @Test
    void recordsAndOffsetsOutliveAKill() throws Exception {
        createTopic();
        send("before");
        assertThat(readOn()).containsExactly("before");

        backend.kafka().kill();
        assertThat(backend.kafka().isRunning()).isFalse();
        backend.kafka().start();

        send("after");
        assertThat(readOn()).containsExactly("after");
    }

    @Test
    void recordsOutliveAStop() throws Exception {
        createTopic();
        send("before");
        backend.kafka().stop();
        backend.kafka().start();
        assertThat(readOn()).containsExactly("before");
    }

    @Test
    void aTopicIsNeverMadeUnasked() {
        try (var producer = producer()) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("unknown", "lost"))
                            .get())
                    .hasMessageContaining("unknown");
        }
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", backend.kafkaBootstrap()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 12, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void send(String value) throws Exception {
        try (var producer = producer()) {
            producer.send(new ProducerRecord<>(TOPIC, "case-1", value)).get();
        }
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", backend.kafkaBootstrap(), "acks", "all", "max.block.ms", "3000"),
                new StringSerializer(),
                new StringSerializer());
    }

    private List<String> readOn() {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        backend.kafkaBootstrap(),
                        "group.id",
                        "reader",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            List<String> values = new ArrayList<>();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(valueOf(record)));
                return !values.isEmpty();
            });
            consumer.commitSync();
            return values;
        }
    }

    private static String valueOf(ConsumerRecord<String, String> record) {
        return record.value();
    }
}
