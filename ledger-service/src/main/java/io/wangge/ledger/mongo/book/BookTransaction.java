package io.wangge.ledger.mongo.book;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.wangge.contracts.audit.AuditEvent.TextsErased;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.kit.outbox.PendingEvent;
import io.wangge.kit.store.FieldChanges;
import io.wangge.kit.store.StreamDocument;
import io.wangge.ledger.book.Bookkeeper;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.book.Changes;
import io.wangge.ledger.book.Changes.CaseMove;
import io.wangge.ledger.book.Changes.HeadMove;
import io.wangge.ledger.book.Known;
import io.wangge.ledger.book.Known.OpenRound;
import io.wangge.ledger.book.Line;
import io.wangge.ledger.book.RoundChange;
import io.wangge.ledger.book.Told;
import io.wangge.ledger.entry.StreamHead;
import io.wangge.ledger.evidence.EntryReading;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.evidence.SealDocuments;
import io.wangge.ledger.mongo.book.MongoBook.OvertakenException;
import io.wangge.ledger.mongo.callback.CallbackMigrations;
import io.wangge.ledger.mongo.callback.RoundMapper;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.figures.FigureChangeDocuments;
import io.wangge.ledger.mongo.figures.FigureMigrations;
import io.wangge.ledger.seal.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** What {@link MongoBook} reads and writes within its transaction. */
final class BookTransaction {
    /** The driver then groups by kind: inserts and updates in turns would each be a round trip. */
    private static final BulkWriteOptions GROUPED = new BulkWriteOptions().ordered(false);

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoDatabase database;
    private final InstantSource clock;
    private final RoundMapper rounds = new RoundMapper();

    BookTransaction(MongoDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Known known(ClientSession session, List<Told> events) {
        Map<String, StreamHead> heads = new HashMap<>();
        find(session, LedgerCollections.STREAMS, in("_id", events.stream().map(told -> told.event().stream())))
                .forEach(head -> heads.put(head.getString("_id"), EntryReading.head(head)));
        Map<String, CaseFacts> cases = new HashMap<>();
        Bson theirCases = in(
                "_id",
                events.stream().map(told -> Bookkeeper.caseIdOf(told.event())).filter(Objects::nonNull));
        find(session, CaseFactsDocuments.COLLECTION, theirCases).forEach(document -> {
            CaseFacts facts = CaseFactsDocuments.read(document);
            cases.put(facts.summary().caseId(), facts);
        });
        return new Known(heads, cases, openRounds(session, cases.values()));
    }

    private Map<String, OpenRound> openRounds(ClientSession session, Collection<CaseFacts> cases) {
        List<String> waiting = cases.stream()
                // A closed case may be asked about again; little else happens to it.
                .filter(facts -> facts.summary().state() == CaseState.PENDING_CALLBACK
                        || facts.summary().state() == CaseState.CLOSED)
                .map(facts -> facts.summary().caseId())
                .toList();
        Map<String, OpenRound> open = new HashMap<>();
        if (!waiting.isEmpty()) {
            Bson openOfThem = Filters.and(Filters.in("caseId", waiting), Filters.eq("open", true));
            find(session, CallbackMigrations.ROUNDS, openOfThem).forEach(document -> {
                String id = document.getString("_id");
                long version =
                        document.get(StreamDocument.VERSION, Number.class).longValue();
                open.put(id, new OpenRound(rounds.fromDocument(id, document), version));
            });
        }
        return open;
    }

    private Iterable<Document> find(ClientSession session, String collection, Bson filter) {
        // One answer holds a whole batch: no getMore.
        return database.getCollection(collection).find(session, filter).batchSize(10_000);
    }

    private static Bson in(String field, Stream<String> values) {
        return Filters.in(field, values.collect(Collectors.toSet()));
    }

    void write(ClientSession session, Changes changes) {
        Instant now = clock.instant();
        ObjectId page = new ObjectId();
        write(
                session,
                LedgerCollections.STREAMS,
                changes.heads().stream().map(BookTransaction::head).toList());
        write(
                session,
                LedgerCollections.ENTRIES,
                changes.lines().stream()
                        .map(line -> new InsertOneModel<>(EntryDocuments.entry(line, page)))
                        .toList());
        write(session, LedgerCollections.PAGES, List.of(new InsertOneModel<>(page(page, now, changes.lines()))));
        write(
                session,
                CaseFactsDocuments.COLLECTION,
                changes.cases().stream().map(BookTransaction::facts).toList());
        write(
                session,
                CallbackMigrations.ROUNDS,
                changes.rounds().stream().map(change -> round(change, now)).toList());
        changes.lines().forEach(line -> {
            if (line.event().body() instanceof TextsErased erased) {
                erase(session, erased.caseId(), line.entry().time());
            }
        });
        if (!changes.figures().isEmpty()) {
            database.getCollection(FigureMigrations.CHANGES)
                    .insertOne(session, FigureChangeDocuments.of(changes.figures()));
        }
    }

    /** What a case's entries up to this moment hold beside the chain; their hashes stay, and with them the chain. */
    private void erase(ClientSession session, String caseId, Instant until) {
        Bson theirs = Filters.and(Filters.eq("caseId", caseId), Filters.lte("time", Date.from(until)));
        database.getCollection(LedgerCollections.ENTRIES).updateMany(session, theirs, Updates.unset("texts"));
        List<String> ids = new ArrayList<>();
        find(session, LedgerCollections.ENTRIES, theirs).forEach(entry -> ids.add(entry.getString("_id")));
        database.getCollection(LedgerCollections.ERASABLES).deleteMany(session, Filters.in("_id", ids));
        // Those of its archived entries.
        database.getCollection(LedgerCollections.ERASABLES).deleteMany(session, theirs);
    }

    private static Document page(ObjectId id, Instant now, List<Line> lines) {
        return SealDocuments.page(Page.of(
                id.toHexString(),
                now,
                lines.stream().map(line -> line.entry().id()).toList(),
                lines.stream().map(line -> line.entry().hash()).toList()));
    }

    private static WriteModel<Document> head(HeadMove move) {
        StreamHead after = move.after();
        if (move.before().seq() == 0) {
            return new InsertOneModel<>(new Document("_id", after.stream())
                    .append("seq", after.seq())
                    .append("hash", after.hash()));
        }
        return new UpdateOneModel<>(
                Filters.and(
                        Filters.eq("_id", after.stream()),
                        Filters.eq("seq", move.before().seq())),
                Updates.combine(Updates.set("seq", after.seq()), Updates.set("hash", after.hash())));
    }

    /** New ones as updates too: so that all of them are one command. */
    private static WriteModel<Document> facts(CaseMove move) {
        Document after = CaseFactsDocuments.of(move.after());
        Document id = new Document("_id", after.get("_id"));
        Document before = move.before() == null ? id : CaseFactsDocuments.of(move.before());
        return new UpdateOneModel<>(id, Updates.combine(FieldChanges.between(before, after)), UPSERT);
    }

    private WriteModel<Document> round(RoundChange change, Instant now) {
        String id = change.after().roundId();
        List<PendingEvent> events =
                change.events().stream().map(PendingEvent::of).toList();
        Document after = rounds.toDocument(change.after());
        if (change.before() == null) {
            return new InsertOneModel<>(StreamDocument.inserted(id, after, change.commandId(), events, now));
        }
        return StreamDocument.updated(
                id, change.version(), rounds.toDocument(change.before()), after, change.commandId(), events, now);
    }

    private void write(ClientSession session, String collection, List<? extends WriteModel<Document>> models) {
        if (models.isEmpty()) {
            return;
        }
        BulkWriteResult result = database.getCollection(collection).bulkWrite(session, models, GROUPED);
        int written = result.getInsertedCount()
                + result.getMatchedCount()
                + result.getUpserts().size();
        if (written < models.size()) {
            throw new OvertakenException(collection);
        }
    }
}
