package io.wangge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Topics;
import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.GridClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What nobody can decode goes aside, with its cause; what is good around it passes. */
class MalformedMessagesIT {
    private final World world = World.shared();

    @Test
    void malformedReportsBecomeDeadLettersAndGoodOnesAroundThemPass() throws Exception {
        CaseView before = world.opened(World.lamp());
        List<String> keys = sendGarbage(Topics.REPORTS);
        CaseView after = world.opened(World.lamp());

        for (String database : List.of("grid_dispatch", "grid_ledger")) {
            for (String key : keys) {
                Awaiting.until(() -> deadLettersOf(database, key), count -> count == 1);
            }
            Awaiting.until(
                    () -> healthOf(database.equals("grid_ledger") ? "ledger-service" : "dispatch-service"),
                    "DEGRADED"::equals);
        }
        assertThat(world.completed(world.accepted(before)).state()).isEqualTo("PENDING_CALLBACK");
        assertThat(world.completed(world.accepted(after)).state()).isEqualTo("PENDING_CALLBACK");
    }

    @Test
    void malformedCallbackOutcomesHoldUpNobody() throws Exception {
        CaseView waits = world.awaitingCallback();
        List<String> keys = sendGarbage(Topics.CALLBACKS);
        assertThat(world.answered(waits, io.wangge.systemtests.client.Outcome.satisfied("SATISFIED"))
                        .state())
                .isEqualTo("CLOSED");
        for (String key : keys) {
            Awaiting.until(() -> deadLettersOf("grid_dispatch", key), count -> count == 1);
        }
    }

    /** No CloudEvent at all; one of an unknown type; one whose body does not fit its type. @return their keys */
    private List<String> sendGarbage(String topic) throws Exception {
        List<String> keys = List.of(key(), key(), key());
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", world.stack().kafkaBootstrap(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, keys.get(0), new byte[] {0, 1, 2, (byte) 0xff}))
                    .get();
            producer.send(cloudEvent(topic, keys.get(1), "io.wangge.nobody.knows.v1", "{}"))
                    .get();
            producer.send(cloudEvent(topic, keys.get(2), "io.wangge.report.received.v1", "{\"reportId\": [1"))
                    .get();
        }
        return keys;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static ProducerRecord<String, byte[]> cloudEvent(String topic, String key, String type, String body) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic, key, body.getBytes(StandardCharsets.UTF_8));
        Headers headers = message.headers();
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "report/" + key + "/1",
                        "ce_source", "/wangge/test",
                        "ce_type", type,
                        "ce_subject", "report/" + key,
                        "ce_sequence", "1",
                        "ce_time", "2026-11-22T08:00:00Z",
                        "content-type", "application/json")
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private long deadLettersOf(String database, String key) {
        return world.mongo()
                .getDatabase(database)
                .getCollection("dead_letters")
                .countDocuments(new org.bson.Document("key", key));
    }

    private String healthOf(String service) {
        try (GridClient client = new GridClient(world.stack().serviceUri(service))) {
            return client.exchange("GET", "/actuator/health", null, Map.of())
                    .done()
                    .json()
                    .path("status")
                    .asString("");
        }
    }
}
