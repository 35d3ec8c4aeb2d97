package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.audit.AuditEvent.ContactRevealed;
import io.wangge.intake.mongo.ReportMapper.Fields;
import io.wangge.intake.reveal.Reveal;
import io.wangge.intake.reveal.Reveals;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.DocumentMapper;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.store.StreamStores;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The collection {@code reveals}: each document is a stream {@code reveal/ID} of one event. */
public final class MongoReveals implements Reveals {
    static final String COLLECTION = "reveals";
    /** More than anybody may look in an hour. */
    private static final int COUNTED = 1_000;

    private final MongoCollection<Document> collection;
    private final StreamStore<Reveal> store;

    public MongoReveals(MongoDatabase database, StreamStores stores) {
        this.collection = database.getCollection(COLLECTION);
        this.store = stores.open(COLLECTION, Topics.AUDIT, Streams::reveal, UnaryOperator.identity(), new Mapper());
    }

    @Override
    public Optional<Reveal> add(Reveal reveal, @Nullable String traceparent) {
        ContactRevealed event = new ContactRevealed(
                reveal.id(),
                reveal.residentId(),
                reveal.caseId(),
                reveal.roundId(),
                reveal.callId(),
                reveal.by(),
                reveal.reason());
        Commit<Reveal> commit = store.create(
                reveal.id(),
                reveal,
                reveal.id(),
                List.of(new Envelope<>(Streams.reveal(reveal.id()), 1, reveal.at(), traceparent, event)));
        return switch (commit) {
            case Commit.Done<Reveal> done -> Optional.of(done.now().value());
            case Commit.DuplicateKey<Reveal> taken -> store.load(reveal.id()).map(Stored::value);
            case Commit.LostRace<Reveal> lost -> store.load(reveal.id()).map(Stored::value);
            case Commit.OutboxFull<Reveal> full -> Optional.empty();
            case Commit.Unknown<Reveal> unknown -> Optional.empty();
            case Commit.BadDocument<Reveal>(String message) ->
                throw new IllegalStateException("The store refused a look at a contact: " + message);
        };
    }

    @Override
    public long countOf(String staffId, Instant since) {
        return collection.countDocuments(
                Filters.and(Filters.eq("by", staffId), Filters.gte("at", Date.from(since))),
                new CountOptions().limit(COUNTED));
    }

    private static final class Mapper implements DocumentMapper<Reveal> {
        @Override
        public Document toDocument(Reveal reveal) {
            return new Fields()
                    .put("residentId", reveal.residentId())
                    .put("caseId", reveal.caseId())
                    .put("roundId", reveal.roundId())
                    .put("callId", reveal.callId())
                    .put("by", reveal.by().id())
                    .put("unitId", reveal.by().unitId())
                    .put("reason", ReportMapper.erasable(reveal.reason()))
                    .put("at", Date.from(reveal.at()))
                    .document;
        }

        @Override
        public Reveal fromDocument(String id, Document of) {
            return new Reveal(
                    id,
                    of.getString("residentId"),
                    of.getString("caseId"),
                    of.getString("roundId"),
                    of.getString("callId"),
                    Actor.staff(of.getString("by"), of.getString("unitId")),
                    ReportMapper.erasable(of.get("reason", Document.class)),
                    of.getDate("at").toInstant());
        }
    }
}
