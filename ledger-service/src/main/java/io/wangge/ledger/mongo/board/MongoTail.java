package io.wangge.ledger.mongo.board;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.live.LiveEvent;
import io.wangge.ledger.live.Tail;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Follows the pages of the ledger by MongoDB's change stream: nothing is written for it, the order is that of the commits,
 * and its places hold for every replica as far back as MongoDB's log reaches. A page is one insert for a whole batch, so
 * what is followed is a small part of what is written.
 */
public final class MongoTail implements Tail {
    private static final long WAIT_MS = 500;

    private final MongoDatabase database;
    private final PageEvents pages;

    public MongoTail(MongoDatabase database) {
        this.database = database;
        this.pages = new PageEvents(database);
    }

    @Override
    public Follow after(@Nullable String after) {
        long now = now();
        if (after == null) {
            return new Following(changes().startAtOperationTime(new BsonTimestamp(now)), now, List.of());
        }
        TailPosition place = TailPosition.read(after);
        if (place.time() > now) {
            throw new PositionGoneException("a position of a time to come");
        }
        ChangeStreamIterable<Document> changes = place.ofSnapshot()
                ? changes().startAtOperationTime(new BsonTimestamp(place.time()))
                : changes().resumeAfter(new BsonDocument("_data", new BsonString(place.token())));
        try {
            return new Following(changes, place.time(), rest(place));
        } catch (MongoCommandException e) {
            throw gone(e);
        }
    }

    private ChangeStreamIterable<Document> changes() {
        return database.getCollection(LedgerCollections.PAGES)
                .withReadConcern(ReadConcern.MAJORITY)
                .watch(List.of(
                        Aggregates.match(Filters.eq("operationType", "insert")),
                        Aggregates.project(Projections.exclude("fullDocument.hashes", "fullDocument.root"))))
                .maxAwaitTime(WAIT_MS, TimeUnit.MILLISECONDS);
    }

    private long now() {
        return database.runCommand(new Document("ping", 1))
                .get("operationTime", BsonTimestamp.class)
                .getValue();
    }

    /** What stands on the page of the last event behind it. */
    private List<LiveEvent> rest(TailPosition place) {
        if (place.ofSnapshot()) {
            return List.of();
        }
        Document page = database.getCollection(LedgerCollections.PAGES)
                .find(Filters.eq("_id", new ObjectId(place.page())))
                .first();
        return page == null
                ? List.of()
                : pages.of(page, place.token()).stream()
                        .filter(event -> TailPosition.read(event.position()).index() > place.index())
                        .toList();
    }

    private static PositionGoneException gone(MongoCommandException e) {
        return new PositionGoneException("MongoDB does not go on from there: " + e.getErrorMessage());
    }

    private final class Following implements Follow {
        private final MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor;
        private final long start;
        private final List<LiveEvent> first;
        private volatile long reached;

        /** @param start everything up to it is known already */
        Following(ChangeStreamIterable<Document> changes, long start, List<LiveEvent> first) {
            this.cursor = changes.cursor();
            this.start = start;
            this.first = first;
            this.reached = start;
        }

        @Override
        public List<LiveEvent> first() {
            return first;
        }

        @Override
        public List<LiveEvent> next() {
            try {
                ChangeStreamDocument<Document> change = cursor.tryNext();
                Document page = change == null ? null : change.getFullDocument();
                if (change == null || page == null) {
                    examined(cursor.getResumeToken());
                    return List.of();
                }
                String token = change.getResumeToken().getString("_data").getValue();
                // The moment of a snapshot belongs to the snapshot.
                List<LiveEvent> events = TailPosition.timeOf(token) <= start ? List.of() : pages.of(page, token);
                reached = Math.max(start, TailPosition.timeOf(token));
                return events;
            } catch (MongoCommandException e) {
                throw gone(e);
            }
        }

        /** MongoDB says how far it has looked; where it has not looked at all yet, that is the start. */
        private void examined(@Nullable BsonDocument token) {
            if (token != null) {
                long time = TailPosition.timeOf(token.getString("_data").getValue());
                reached = Math.max(reached, time);
            }
        }

        @Override
        public long reached() {
            return reached;
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
