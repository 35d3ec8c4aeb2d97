package io.wangge.kit.consume;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.audit.AuditEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * A handler as a service writes one: position and data in one transaction. It would count an event twice if it were given
 * it twice, and it refuses to be given one out of order.
 */
class Counting implements EventHandler, StreamPositions {
    private final MongoClient client;
    private final MongoCollection<Document> streams;
    private final MongoCollection<Document> applied;

    Counting(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.streams = database.getCollection("streams");
        this.applied = database.getCollection("applied");
    }

    @Override
    public Map<String, Long> positionsOf(Set<String> names) {
        Map<String, Long> positions = new HashMap<>();
        streams.find(in("_id", names)).forEach(stream -> positions.put(stream.getString("_id"), stream.getLong("seq")));
        return positions;
    }

    @Override
    public List<Unappliable> apply(List<Envelope<Event>> events) {
        List<Unappliable> refused = new ArrayList<>();
        try (ClientSession session = client.startSession()) {
            session.withTransaction(() -> {
                refused.clear();
                for (Envelope<Event> event : events) {
                    if (event.body() instanceof AuditEvent.SignInRefused) {
                        refused.add(new Unappliable(event, "refused by the test"));
                    } else {
                        applied.insertOne(session, new Document("stream", event.stream()).append("seq", event.seq()));
                    }
                    streams.replaceOne(
                            session,
                            eq("_id", event.stream()),
                            new Document("seq", event.seq()),
                            new ReplaceOptions().upsert(true));
                }
                return null;
            });
        }
        return refused;
    }

    /** seq of what was applied to a stream, in the order of applying. */
    List<Long> appliedTo(String stream) {
        return applied.find(eq("stream", stream))
                .sort(new Document("_id", 1))
                .map(entry -> entry.getLong("seq"))
                .into(new ArrayList<>());
    }

    long appliedInAll() {
        return applied.countDocuments();
    }
}
