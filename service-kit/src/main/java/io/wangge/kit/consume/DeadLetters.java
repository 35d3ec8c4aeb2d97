package io.wangge.kit.consume;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

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
import java.util.Optional;
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
    /** Header of a message that is sent again: the service that had given it up. Others know it already. */
    static final String REPLAYED_FOR = "wangge_replayed_for";

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
        if (message.headers().containsKey(REPLAYED_FOR)) {
            return addAgain(group, message, cause);
        }
        return addFirst(group, message, message.place(), cause);
    }

    /** It was sent again and given up again: the same letter, with what is wrong with it now. */
    private boolean addAgain(String group, Message message, String cause) {
        Document before = collection.findOneAndUpdate(
                eq("_id", message.letter()), combine(set("cause", cause), unset("replayedAt")));
        return before == null && addFirst(group, message.asFirstSent(), message.letter(), cause);
    }

    private boolean addFirst(String group, Message message, String letter, String cause) {
        Document fresh = message.toDocument()
                .append("group", group)
                .append("cause", cause)
                .append("type", message.headers().get("ce_type"))
                .append("event", message.headers().get("ce_id"))
                .append("at", Date.from(clock.instant()));
        Document before = collection.findOneAndUpdate(
                eq("_id", letter),
                new Document("$setOnInsert", fresh),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.BEFORE));
        if (before == null || before.getDate("sentAt") == null) {
            send(group, message, letter, cause);
            collection.updateOne(eq("_id", letter), set("sentAt", Date.from(clock.instant())));
        }
        return before == null;
    }

    private void send(String group, Message message, String letter, String cause) {
        Headers headers = message.kafkaHeaders();
        headers.add(CAUSE, cause.getBytes(StandardCharsets.UTF_8));
        headers.add(ORIGIN, letter.getBytes(StandardCharsets.UTF_8));
        headers.add(GROUP, group.getBytes(StandardCharsets.UTF_8));
        publish(letter, Topics.deadLetters(message.topic()), message, headers);
    }

    private void publish(String letter, String topic, Message message, Headers headers) {
        try {
            producer.send(new ProducerRecord<>(topic, null, message.key(), message.value(), headers))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("The dead letter " + letter + " was not taken by the broker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while a dead letter was sent", e);
        }
    }

    /**
     * Sends it to its topic once more, where all of its readers are: those that had it drop it as a repeat. It stays a dead
     * letter until this service has taken it.
     *
     * @return false when there is no such letter
     */
    public boolean replay(String service, String letter) {
        Document found = collection.findOneAndUpdate(eq("_id", letter), set("replayedAt", Date.from(clock.instant())));
        if (found == null) {
            return false;
        }
        Message message = Message.from(found).asFirstSent();
        Headers headers = message.kafkaHeaders();
        headers.add(ORIGIN, letter.getBytes(StandardCharsets.UTF_8));
        headers.add(REPLAYED_FOR, service.getBytes(StandardCharsets.UTF_8));
        publish(letter, message.topic(), message, headers);
        return true;
    }

    /** It is not to be applied any more; its copy stays on the dead letter topic. */
    public boolean discard(String letter) {
        return collection.deleteOne(eq("_id", letter)).getDeletedCount() > 0;
    }

    /** What was sent again was taken by the group that had given it up: applied, a repeat, or parked until its turn. */
    void taken(String group, Message message) {
        collection.deleteOne(and(eq("_id", message.letter()), eq("group", group), exists("replayedAt")));
    }

    /** One of them, with what of its content is no text of a person. */
    public Optional<LetterContent> find(String letter) {
        return Optional.ofNullable(collection.find(eq("_id", letter)).first())
                .map(document -> LetterContent.of(from(document), Message.from(document)));
    }

    /** As {@link #list(DeadLetter, int)}, of one topic. @param beforeId id of the last one of the page before */
    public List<DeadLetter> list(@Nullable String topic, @Nullable String beforeId, int limit) {
        Document before = beforeId == null
                ? null
                : collection
                        .find(eq("_id", beforeId))
                        .projection(new Document("value", 0))
                        .first();
        return list(topic == null ? new Document() : eq("topic", topic), before == null ? null : from(before), limit);
    }

    /**
     * Newest first, without content.
     *
     * @param before the last one of the page before, null for the first page
     * @param limit most of them, up to 200
     */
    public List<DeadLetter> list(@Nullable DeadLetter before, int limit) {
        return list(new Document(), before, limit);
    }

    private List<DeadLetter> list(Bson of, @Nullable DeadLetter before, int limit) {
        Bson after = before == null ? of : and(of, olderThan(before));
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

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
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
                at,
                instant(document, "replayedAt"));
    }
}
