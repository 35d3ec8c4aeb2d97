package io.wangge.kit.consume;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.wangge.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Messages that were given up: first stored in {@code dead_letters}, then sent to {@code <topic>.dlt}, so that a crash
 * between loses nothing. Storing again changes nothing; sending again only happens when the first sending is not known to
 * have arrived.
 */
public final class DeadLetters {
    static final String COLLECTION = "dead_letters";
    /** Header of the copy on the dead letter topic: why. */
    public static final String CAUSE = "wangge_cause";
    /** Header of the copy: {@code topic/partition/offset} of the original. */
    public static final String ORIGIN = "wangge_origin";
    /** Header of the copy: consumer group that gave it up. */
    public static final String GROUP = "wangge_group";

    private final MongoCollection<Document> collection;
    private final Producer<String, byte[]> producer;
    private final InstantSource clock;

    DeadLetters(MongoDatabase database, Producer<String, byte[]> producer, InstantSource clock) {
        this.collection = database.getCollection(COLLECTION);
        this.producer = producer;
        this.clock = clock;
    }

    /**
     * @param cause words without content of the message
     * @return whether it is new
     */
    boolean add(String group, Message message, String cause) {
        Document fresh = message.toDocument()
                .append("group", group)
                .append("cause", cause)
                .append("type", message.headers().get("ce_type"))
                .append("event", message.headers().get("ce_id"))
                .append("at", Date.from(clock.instant()));
        Document before = collection.findOneAndUpdate(
                eq("_id", message.place()),
                new Document("$setOnInsert", fresh),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.BEFORE));
        if (before == null || before.getDate("sentAt") == null) {
            send(group, message, cause);
            collection.updateOne(eq("_id", message.place()), set("sentAt", Date.from(clock.instant())));
        }
        return before == null;
    }

    private void send(String group, Message message, String cause) {
        Headers headers = message.kafkaHeaders();
        headers.add(CAUSE, cause.getBytes(StandardCharsets.UTF_8));
        headers.add(ORIGIN, message.place().getBytes(StandardCharsets.UTF_8));
        headers.add(GROUP, group.getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(new ProducerRecord<>(
                            Topics.deadLetters(message.topic()), null, message.key(), message.value(), headers))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("The dead letter " + message.place() + " was not taken by the broker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while a dead letter was sent", e);
        }
    }

    /**
     * Newest first, without content.
     *
     * @param before the last one of the page before, null for the first page
     * @param limit most of them, up to 200
     */
    public List<DeadLetter> list(@Nullable DeadLetter before, int limit) {
        Bson after = before == null ? new Document() : olderThan(before);
        List<DeadLetter> page = new ArrayList<>();
        collection
                .find(after)
                .sort(descending("at", "_id"))
                .projection(new Document("value", 0).append("headers", 0))
                .limit(Math.clamp(limit, 1, 200))
                .forEach(document -> page.add(from(document)));
        return page;
    }

    private static Bson olderThan(DeadLetter last) {
        Date at = Date.from(last.at());
        return or(lt("at", at), and(eq("at", at), lt("_id", last.id())));
    }

    private static DeadLetter from(Document document) {
        Instant at = document.getDate("at").toInstant();
        return new DeadLetter(
                document.getString("_id"),
                document.getString("topic"),
                document.getString("group"),
                document.getString("cause"),
                document.getString("type"),
                document.getString("event"),
                at);
    }
}
