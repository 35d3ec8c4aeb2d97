package io.wangge.ledger.mongo.rebuild;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.callback.CallbackEvent.RoundOpened;
import io.wangge.kit.outbox.PendingEvent;
import io.wangge.kit.store.FieldChanges;
import io.wangge.kit.store.StreamDocument;
import io.wangge.ledger.book.RoundTale.Over;
import io.wangge.ledger.book.RoundTale.ToldRound;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.RoundOpening;
import io.wangge.ledger.callback.RoundStanding;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.mongo.callback.CallbackMigrations;
import io.wangge.ledger.mongo.callback.RoundMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Compares rounds with what their entries tell. A round is the source of its own events: what was just said stands in it
 * first and comes back as an entry a moment later, so one that is ahead of its entries is left alone; so are ids of commands,
 * the outbox, and events that nobody has published yet.
 */
final class RoundRepair {
    /** By then what a round said just before its case moved on has come back as an entry. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private static final String COMMAND = "rebuilt";

    private final MongoDatabase database;
    private final MongoCollection<Document> rounds;
    private final InstantSource clock;
    private final RoundMapper mapper = new RoundMapper();

    RoundRepair(MongoDatabase database, InstantSource clock) {
        this.database = database;
        this.rounds = database.getCollection(CallbackMigrations.ROUNDS);
        this.clock = clock;
    }

    /** @param version of the document; 0 for none @param after as it should stand @param say events to be published */
    private record Change(
            long version, @Nullable Document before, Round after, long seq, List<Envelope<CallbackEvent>> say) {}

    /** Whether one of these is not there. */
    boolean lacks(ClientSession session, List<String> roundIds) {
        return !roundIds.isEmpty() && rounds.countDocuments(session, Filters.in("_id", roundIds)) < roundIds.size();
    }

    /** Whether any of these stands otherwise than told. */
    boolean differ(ClientSession session, List<ToldRound> told) {
        return !changes(session, told).isEmpty();
    }

    /** @return how many were set right */
    int correct(ClientSession session, String caseId, List<ToldRound> told) {
        List<Change> changes = changes(session, told);
        if (!changes.isEmpty()) {
            // Whoever writes an event of the case at this moment meets us here: it may open or end a round.
            database.getCollection(LedgerCollections.STREAMS)
                    .updateOne(session, Filters.eq("_id", Streams.ofCase(caseId)), Updates.inc("roundsRebuilt", 1));
        }
        changes.forEach(change -> write(session, change));
        return changes.size();
    }

    private List<Change> changes(ClientSession session, List<ToldRound> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        Map<String, Document> stored = new HashMap<>();
        List<String> ids = told.stream().map(one -> one.round().roundId()).toList();
        rounds.find(session, Filters.in("_id", ids))
                .batchSize(ids.size() + 1)
                .forEach(document -> stored.put(document.getString("_id"), document));
        List<Change> changes = new ArrayList<>();
        for (ToldRound one : told) {
            Change change = change(one, stored.get(one.round().roundId()));
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    private @Nullable Change change(ToldRound told, @Nullable Document stored) {
        if (stored == null) {
            return change(told, 0, null, told.round());
        }
        long version = stored.get(StreamDocument.VERSION, Number.class).longValue();
        if (version > told.seq() || isErased(told.round())) {
            return null;
        }
        Round stands = readable(stored);
        Change change = change(
                told, version, stored, stands == null ? told.round() : RoundStanding.filled(told.round(), stands));
        return change.say().isEmpty() && version == change.seq() && same(change.after(), stored) ? null : change;
    }

    /** Who of several said what cannot be told any more when their ids were erased; the round itself knows it still. */
    private static boolean isErased(Round round) {
        return round.residentIds().size() > 1 && round.residentIds().contains("");
    }

    /** Null for one that somebody broke. */
    private @Nullable Round readable(Document stored) {
        try {
            return mapper.fromDocument(stored.getString("_id"), stored);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private Change change(ToldRound told, long version, @Nullable Document before, Round after) {
        List<Envelope<CallbackEvent>> say = new ArrayList<>();
        Round now = after;
        if (told.seq() == 0) {
            // The very same once more, should it have been published already.
            Boolean revisit = now.revisit() ? Boolean.TRUE : null;
            say.add(envelope(
                    now,
                    1,
                    now.openedAt(),
                    new RoundOpened(now.roundId(), now.caseId(), now.residentIds(), now.dueAt(), revisit)));
        }
        Over over = told.over();
        if (now.state() == Round.State.OPEN && over != null && isPast(over.at())) {
            RoundOpening.Turn turn = RoundOpening.abandon(now, over.reason(), over.at());
            say.add(envelope(now, told.seq() + say.size() + 1, turn.at(), turn.event()));
            now = turn.round();
        }
        return new Change(version, before, now, told.seq() + say.size(), List.copyOf(say));
    }

    private static Envelope<CallbackEvent> envelope(Round round, long seq, Instant at, CallbackEvent event) {
        return new Envelope<>(Streams.round(round.roundId()), seq, at, null, event);
    }

    private boolean isPast(Instant at) {
        return at.plus(UNDER_WAY).isBefore(clock.instant());
    }

    private boolean same(Round round, Document stored) {
        Document own = new Document(stored);
        List.of(
                        "_id",
                        StreamDocument.VERSION,
                        StreamDocument.COMMANDS,
                        StreamDocument.PENDING,
                        StreamDocument.PENDING_SINCE)
                .forEach(own::remove);
        return bson(mapper.toDocument(round)).equals(bson(own));
    }

    private BsonDocument bson(Document document) {
        return document.toBsonDocument(BsonDocument.class, database.getCodecRegistry());
    }

    private void write(ClientSession session, Change change) {
        String id = change.after().roundId();
        Document after = mapper.toDocument(change.after());
        List<PendingEvent> say = change.say().stream().map(PendingEvent::of).toList();
        if (change.before() == null) {
            Document document = say.isEmpty()
                    ? new Document("_id", id)
                    : StreamDocument.inserted(id, after, COMMAND, say, clock.instant());
            if (say.isEmpty()) {
                document.putAll(after);
                document.append(StreamDocument.VERSION, change.seq());
            }
            rounds.insertOne(session, document);
            return;
        }
        Document before = new Document(change.before());
        List.of("_id", StreamDocument.COMMANDS, StreamDocument.PENDING, StreamDocument.PENDING_SINCE)
                .forEach(before::remove);
        if (say.isEmpty()) {
            after.append(StreamDocument.VERSION, change.seq());
            List<Bson> fields = FieldChanges.between(before, after);
            rounds.updateOne(session, Filters.eq("_id", id), Updates.combine(fields));
            return;
        }
        before.remove(StreamDocument.VERSION);
        rounds.bulkWrite(
                session,
                List.of(StreamDocument.updated(id, change.version(), before, after, COMMAND, say, clock.instant())));
    }
}
