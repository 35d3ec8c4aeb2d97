package io.wangge.kit.consume;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.wangge.contracts.wire.UndecodableEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events of one consumer group that wait for a predecessor: {_id group/stream/seq, …, the whole message}. */
class ParkedEvents {
    static final String COLLECTION = "parked_events";
    private static final Logger LOG = LoggerFactory.getLogger(ParkedEvents.class);

    private final MongoCollection<Document> collection;
    private final String group;
    private final InstantSource clock;

    ParkedEvents(MongoDatabase database, String group, InstantSource clock) {
        this.collection = database.getCollection(COLLECTION);
        this.group = group;
        this.clock = clock;
    }

    /** Whether this group has any; one look at the index. */
    boolean any() {
        return collection
                        .find(eq("group", group))
                        .projection(new Document("_id", 1))
                        .first()
                != null;
    }

    /** What waits in these streams, by seq. */
    List<Arrival> of(Set<String> streams) {
        List<Arrival> waiting = new ArrayList<>();
        for (Document document : collection
                .find(and(eq("group", group), in("stream", streams)))
                .sort(ascending("group", "stream", "seq"))) {
            try {
                waiting.add(Arrival.of(Message.from(document)));
            } catch (UndecodableEvent e) {
                // It could be read when it was parked: this program is older. It stays and is shown as parked.
                LOG.warn("Parked event {} cannot be read: {}", document.getString("_id"), e.getMessage());
            }
        }
        return waiting;
    }

    /** Durable when it returns; parking again changes nothing. */
    void park(Collection<Arrival> arrivals) {
        List<UpdateOneModel<Document>> writes = arrivals.stream()
                .map(arrival -> new UpdateOneModel<Document>(
                        eq("_id", idOf(arrival)),
                        new Document("$setOnInsert", toDocument(arrival)),
                        new UpdateOptions().upsert(true)))
                .toList();
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    void remove(Collection<Arrival> arrivals) {
        if (!arrivals.isEmpty()) {
            collection.deleteMany(in("_id", arrivals.stream().map(this::idOf).toList()));
        }
    }

    private Document toDocument(Arrival arrival) {
        return arrival.message()
                .toDocument()
                .append("group", group)
                .append("stream", arrival.stream())
                .append("seq", arrival.seq())
                .append("parkedAt", Date.from(clock.instant()));
    }

    private String idOf(Arrival arrival) {
        return group + "/" + arrival.event().id();
    }
}
