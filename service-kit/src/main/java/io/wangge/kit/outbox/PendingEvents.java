package io.wangge.kit.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.wangge.kit.store.StreamDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** The events that wait in the documents of one collection. */
final class PendingEvents {
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;

    PendingEvents(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /**
     * Takes off what was published. Usually nothing was committed since, and all that is pending was published: one
     * plain update. Where that did not match, the published ones are picked out.
     */
    void takeOff(List<Outgoing> published) {
        List<UpdateOneModel<Document>> whole =
                published.stream().map(PendingEvents::all).toList();
        if (collection.bulkWrite(whole, UNORDERED).getMatchedCount() < published.size()) {
            Set<String> left = withPending(published);
            List<UpdateOneModel<Document>> each = published.stream()
                    .filter(outgoing -> left.contains(outgoing.id()))
                    .map(PendingEvents::only)
                    .toList();
            if (!each.isEmpty()) {
                collection.bulkWrite(each, UNORDERED);
            }
        }
    }

    private Set<String> withPending(List<Outgoing> published) {
        return collection
                .find(Filters.and(
                        Filters.in("_id", published.stream().map(Outgoing::id).toList()),
                        Filters.exists(StreamDocument.PENDING_SINCE)))
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
    }

    private static UpdateOneModel<Document> all(Outgoing published) {
        return new UpdateOneModel<>(
                Filters.and(
                        Filters.eq("_id", published.id()),
                        Filters.eq(StreamDocument.VERSION, published.version()),
                        Filters.size(StreamDocument.PENDING, published.events().size())),
                Updates.combine(
                        Updates.set(StreamDocument.PENDING, List.of()), Updates.unset(StreamDocument.PENDING_SINCE)));
    }

    private static UpdateOneModel<Document> only(Outgoing published) {
        List<Long> seqs = published.events().stream().map(PendingEvent::seq).toList();
        return new UpdateOneModel<>(
                Filters.eq("_id", published.id()), Updates.pull(StreamDocument.PENDING, Filters.in("seq", seqs)));
    }

    /** Documents with events that have waited since before {@code then}, the longest first. */
    List<Outgoing> waitingSince(Instant then, int atMost) {
        return collection
                .find(Filters.lt(StreamDocument.PENDING_SINCE, Date.from(then)))
                .projection(Projections.include(StreamDocument.VERSION, StreamDocument.PENDING))
                .sort(Sorts.ascending(StreamDocument.PENDING_SINCE))
                .limit(atMost)
                .map(document -> new Outgoing(
                        document.getString("_id"),
                        document.getLong(StreamDocument.VERSION),
                        StreamDocument.pendingOf(document),
                        1,
                        true))
                .into(new ArrayList<>());
    }
}
