package io.wangge.kit.consume;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka message with its place, so that it can be put aside and taken up again.
 *
 * @param headers as text, which is what CloudEvents headers are; the last one of a name counts
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Message(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] value) {

    static Message of(ConsumerRecord<String, byte[]> entry) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : entry.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Message(entry.topic(), entry.partition(), entry.offset(), entry.key(), headers, entry.value());
    }

    /** {@code topic/partition/offset} */
    String place() {
        return topic + "/" + partition + "/" + offset;
    }

    /** Without what says that it was sent again: as its producer sent it. */
    Message asFirstSent() {
        Map<String, String> first = new LinkedHashMap<>(headers);
        first.remove(DeadLetters.ORIGIN);
        first.remove(DeadLetters.REPLAYED_FOR);
        return new Message(topic, partition, offset, key, first, value);
    }

    /** Of a message that was sent again: the place of the dead letter that it is; else its own. */
    String letter() {
        String origin = headers.get(DeadLetters.ORIGIN);
        return headers.containsKey(DeadLetters.REPLAYED_FOR) && origin != null ? origin : place();
    }

    Headers kafkaHeaders() {
        Headers kafka = new RecordHeaders();
        headers.forEach((name, value) -> kafka.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return kafka;
    }

    /** Fields of a document that {@link #from} reads again. */
    Document toDocument() {
        // Names of headers may hold dots, which MongoDB keeps, but no query could name them: pairs instead.
        Document document = new Document("topic", topic)
                .append("partition", partition)
                .append("offset", offset)
                .append("key", key)
                .append(
                        "headers",
                        headers.entrySet().stream()
                                .map(header -> new Document("name", header.getKey()).append("value", header.getValue()))
                                .toList());
        return document.append("value", value == null ? null : new Binary(value));
    }

    static Message from(Document document) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Document header : document.getList("headers", Document.class)) {
            headers.put(header.getString("name"), header.getString("value"));
        }
        Binary value = document.get("value", Binary.class);
        return new Message(
                document.getString("topic"),
                document.getInteger("partition"),
                document.getLong("offset"),
                document.getString("key"),
                headers,
                value == null ? null : value.getData());
    }
}
