package io.wangge.kit.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.wangge.kit.outbox.PendingEvent;
import io.wangge.kit.store.Stored.CommandMark;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a document that is the state of a stream: the value's own fields beside {@code version}, {@code commands},
 * {@code pending} and {@code pendingSince}. Public for writers that put it into a transaction of their own.
 */
public final class StreamDocument {
    public static final String VERSION = "version";
    public static final String COMMANDS = "commands";
    public static final String PENDING = "pending";
    public static final String PENDING_SINCE = "pendingSince";

    /** A reader of the state counts what is pending and needs none of its bodies. */
    static final Bson WITHOUT_BODIES = Projections.exclude(PENDING + ".json");

    /** A client repeats within minutes; nobody sends a case 32 other commands in between. */
    static final int REMEMBERED_COMMANDS = 32;

    private StreamDocument() {}

    /** A stream's first document. @param fields of the value; not changed */
    public static Document inserted(
            String id, Document fields, String commandId, List<PendingEvent> events, Instant now) {
        Document document = new Document("_id", id);
        document.putAll(fields);
        document.append(VERSION, lastSeq(events))
                .append(COMMANDS, List.of(mark(commandId, events)))
                .append(PENDING, pending(events))
                .append(PENDING_SINCE, Date.from(now));
        return document;
    }

    /** The change from one state to the next, guarded by the version. Only fields that differ are sent. */
    public static UpdateOneModel<Document> updated(
            String id,
            long version,
            Document before,
            Document after,
            String commandId,
            List<PendingEvent> events,
            Instant now) {
        List<Bson> changes = FieldChanges.between(before, after);
        changes.add(Updates.set(VERSION, lastSeq(events)));
        changes.add(Updates.pushEach(
                COMMANDS, List.of(mark(commandId, events)), new PushOptions().slice(-REMEMBERED_COMMANDS)));
        changes.add(Updates.pushEach(PENDING, pending(events)));
        changes.add(Updates.min(PENDING_SINCE, Date.from(now)));
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.eq(VERSION, version)), Updates.combine(changes));
    }

    /** The database command that creates the index which the sweep of unpublished events needs. */
    public static Document outboxIndex(String collection) {
        return new Document("createIndexes", collection)
                .append(
                        "indexes",
                        List.of(new Document("key", new Document(PENDING_SINCE, 1))
                                .append("name", "outbox_sweep")
                                .append(
                                        "partialFilterExpression",
                                        new Document(PENDING_SINCE, new Document("$exists", true)))));
    }

    static long lastSeq(List<PendingEvent> events) {
        return events.getLast().seq();
    }

    /** Those that a document remembers. */
    static List<CommandMark> lastOf(List<CommandMark> commands) {
        return List.copyOf(commands.subList(Math.max(0, commands.size() - REMEMBERED_COMMANDS), commands.size()));
    }

    static List<CommandMark> commandsOf(Document document) {
        return listOf(document, COMMANDS).stream()
                .map(mark -> new CommandMark(mark.getString("id"), mark.getLong("seq")))
                .toList();
    }

    static Set<String> commandIdsOf(Document document) {
        return listOf(document, COMMANDS).stream()
                .map(mark -> mark.getString("id"))
                .collect(Collectors.toSet());
    }

    public static List<PendingEvent> pendingOf(Document document) {
        return listOf(document, PENDING).stream()
                .map(PendingEvent::fromDocument)
                .toList();
    }

    private static List<Document> listOf(Document document, String field) {
        @Nullable List<Document> list = document.getList(field, Document.class);
        return list == null ? List.of() : list;
    }

    private static Document mark(String commandId, List<PendingEvent> events) {
        return new Document("id", commandId).append("seq", lastSeq(events));
    }

    private static List<Document> pending(List<PendingEvent> events) {
        return events.stream().map(PendingEvent::toDocument).toList();
    }
}
