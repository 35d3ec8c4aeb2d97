package io.wangge.benchmarks;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The writes of a lifecycle on MongoDB, grouped as the services group them, without anything around them. */
final class RawStore {
    private static final String TEXT = "江滨苑南门第三盏路灯不亮已有一周，晚上看不清台阶，有老人险些摔倒。";
    private static final List<String> SCOPE =
            List.of("990100", "990100001", "990100001001", "990100001001001", "990100001-d07");
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoClient client;
    private final MongoCollection<Document> reports;
    private final MongoCollection<Document> persons;
    private final MongoCollection<Document> cases;
    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> erasables;
    private final MongoCollection<Document> streams;
    private final MongoCollection<Document> facts;
    private final MongoCollection<Document> rounds;
    private final String eventJson;

    RawStore(MongoClient client, String database, String eventJson) {
        this.client = client;
        this.eventJson = eventJson;
        MongoDatabase store = client.getDatabase(database).withWriteConcern(WriteConcern.MAJORITY);
        reports = store.getCollection("reports");
        persons = store.getCollection("persons");
        cases = store.getCollection("cases");
        entries = store.getCollection("entries");
        erasables = store.getCollection("erasables");
        streams = store.getCollection("streams");
        facts = store.getCollection("case_facts");
        rounds = store.getCollection("rounds");
        for (MongoCollection<Document> outbox : List.of(reports, cases, rounds)) {
            outbox.createIndex(
                    Indexes.ascending("pendingSince"),
                    new IndexOptions().partialFilterExpression(Filters.exists("pendingSince")));
        }
        cases.createIndex(Indexes.ascending("scopeUnits", "state", "dueAt", "_id"));
        reports.createIndex(Indexes.ascending("reporterId", "receivedAt"));
        entries.createIndex(Indexes.ascending("stream", "seq"), new IndexOptions().unique(true));
        entries.createIndex(Indexes.ascending("caseId", "time"));
        facts.createIndex(Indexes.ascending("scopeUnits", "state"));
        for (MongoCollection<Document> other : List.of(persons, erasables, streams)) {
            other.createIndex(Indexes.ascending("at"), new IndexOptions().sparse(true));
        }
    }

    void takeIn(List<String> ids) {
        persons.bulkWrite(
                each(
                        ids,
                        id -> new UpdateOneModel<>(
                                Filters.eq("_id", "person-" + Math.floorMod(id.hashCode(), 10_000)),
                                Updates.setOnInsert("phone", "199"),
                                UPSERT)),
                UNORDERED);
        insert(reports, ids, 1);
    }

    void open(List<String> ids) {
        insert(cases, ids, 2);
    }

    /** A command: the guarded update with {@code events} to be published. */
    void change(List<String> ids, int version, int events) {
        update(cases, ids, version, events);
    }

    void openRounds(ClientSession session, List<String> ids) {
        rounds.bulkWrite(session, each(ids, id -> new InsertOneModel<>(document(id, 1))));
    }

    void answerRounds(List<String> ids) {
        update(rounds, ids, 1, 1);
    }

    void published(String collection, List<String> ids) {
        MongoCollection<Document> outbox = switch (collection) {
            case "reports" -> reports;
            case "cases" -> cases;
            default -> rounds;
        };
        outbox.bulkWrite(
                each(
                        ids,
                        id -> new UpdateOneModel<>(
                                Filters.eq("_id", id),
                                Updates.combine(Updates.set("pending", List.of()), Updates.unset("pendingSince")))),
                UNORDERED);
    }

    /** Intake's copy of how the case stands. */
    void standing(List<String> ids, int seq) {
        reports.bulkWrite(
                each(
                        ids,
                        id -> new UpdateOneModel<>(
                                Filters.and(Filters.eq("_id", id), Filters.not(Filters.gte("standing.seq", seq))),
                                Updates.set("standing", new Document("seq", seq).append("state", "IN_PROGRESS")))),
                UNORDERED);
    }

    /** What the ledger does with a batch of events, in one transaction. */
    void book(List<String> ids, int fromSeq, int events, int texts, boolean opensRounds) {
        try (ClientSession session = client.startSession()) {
            session.withTransaction(
                    () -> {
                        bookIn(session, ids, fromSeq, events, texts);
                        if (opensRounds) {
                            openRounds(session, ids);
                        }
                        return ids.size();
                    },
                    TransactionOptions.builder()
                            .readConcern(ReadConcern.SNAPSHOT)
                            .writeConcern(WriteConcern.MAJORITY)
                            .build());
        }
    }

    private void bookIn(ClientSession session, List<String> ids, int fromSeq, int events, int texts) {
        List<Document> lines = new ArrayList<>();
        List<Document> words = new ArrayList<>();
        for (String id : ids) {
            for (int seq = fromSeq; seq < fromSeq + events; seq++) {
                lines.add(new Document("_id", id + "/" + seq)
                        .append("stream", id)
                        .append("seq", (long) seq)
                        .append("time", new Date())
                        .append("data", eventJson)
                        .append("prevHash", "0".repeat(64))
                        .append("hash", "f".repeat(64))
                        .append("scopeUnits", SCOPE)
                        .append("caseId", id));
                if (seq < fromSeq + texts) {
                    words.add(new Document("_id", id + "/" + seq).append("texts", List.of(TEXT)));
                }
            }
        }
        entries.insertMany(session, lines);
        if (!words.isEmpty()) {
            erasables.insertMany(session, words);
        }
        streams.bulkWrite(
                session, each(ids, id -> upsert(id, new Document("seq", fromSeq).append("hash", "f".repeat(64)))));
        facts.bulkWrite(
                session,
                each(
                        ids,
                        id -> upsert(
                                id,
                                new Document("seq", fromSeq)
                                        .append("state", "IN_PROGRESS")
                                        .append("scopeUnits", SCOPE)
                                        .append("summary", TEXT + TEXT))));
    }

    private static UpdateOneModel<Document> upsert(String id, Document fields) {
        return new UpdateOneModel<>(Filters.eq("_id", id), new Document("$set", fields), UPSERT);
    }

    private void insert(MongoCollection<Document> collection, List<String> ids, int events) {
        collection.bulkWrite(each(ids, id -> new InsertOneModel<>(document(id, events))), UNORDERED);
    }

    private Document document(String id, int events) {
        return new Document("_id", id)
                .append("version", (long) events)
                .append("text", TEXT)
                .append("scopeUnits", SCOPE)
                .append("state", "PENDING_ACCEPTANCE")
                .append("dueAt", new Date())
                .append("opened", eventJson)
                .append("commands", List.of(new Document("id", id).append("seq", 1L)))
                .append("pending", pending(events))
                .append("pendingSince", new Date());
    }

    private List<Document> pending(int events) {
        List<Document> pending = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            pending.add(new Document("seq", (long) event).append("type", "case").append("body", eventJson));
        }
        return pending;
    }

    private void update(MongoCollection<Document> collection, List<String> ids, int version, int events) {
        collection.bulkWrite(
                each(ids, id -> {
                    Bson change = Updates.combine(
                            Updates.set("version", (long) version + events),
                            Updates.set("state", "IN_PROGRESS"),
                            Updates.set("dueAt", new Date()),
                            Updates.pushEach(
                                    "commands",
                                    List.of(new Document("id", id).append("seq", version)),
                                    new PushOptions().slice(-32)),
                            Updates.pushEach("pending", pending(events)),
                            Updates.min("pendingSince", new Date()));
                    return new UpdateOneModel<>(
                            Filters.and(Filters.eq("_id", id), Filters.eq("version", (long) version)), change);
                }),
                UNORDERED);
    }

    private static List<WriteModel<Document>> each(List<String> ids, Function<String, WriteModel<Document>> model) {
        return ids.stream().map(model).toList();
    }
}
