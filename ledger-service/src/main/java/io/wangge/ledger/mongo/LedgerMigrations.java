package io.wangge.ledger.mongo;

import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import io.wangge.ledger.evidence.LedgerCollections;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The ledger's collections and indexes, each with the query that needs it. */
public final class LedgerMigrations {
    static final String ENTRIES = LedgerCollections.ENTRIES;
    static final String ERASABLES = LedgerCollections.ERASABLES;
    static final String STREAMS = LedgerCollections.STREAMS;
    static final String CASE_FACTS = "case_facts";
    /** Public: the stream store of rounds is opened on it. */
    public static final String ROUNDS = "rounds";

    private LedgerMigrations() {}

    public static List<Migration> all() {
        return List.of(
                new Migration(
                        1,
                        "collections: made before the first transaction writes to them",
                        List.of(
                                new Document("create", ENTRIES),
                                new Document("create", ERASABLES),
                                new Document("create", STREAMS),
                                new Document("create", CASE_FACTS),
                                new Document("create", ROUNDS))),
                new Migration(
                        2,
                        "entries: one per place of a chain, walked by stream and seq when it is verified",
                        List.of(index(ENTRIES, "chain", new Document("stream", 1).append("seq", 1), null)
                                .append("comment", "unique: two replicas cannot fill one place"))),
                new Migration(
                        3,
                        "entries: the ledger of one case in order of time",
                        List.of(index(
                                ENTRIES,
                                "of_case",
                                new Document("caseId", 1).append("time", 1).append("_id", 1),
                                new Document("caseId", new Document("$exists", true))))),
                new Migration(
                        4,
                        "rounds: the callback desk's lists and the open rounds of a case",
                        List.of(
                                index(
                                        ROUNDS,
                                        "open_by_due",
                                        new Document("scopeUnits", 1)
                                                .append("dueAt", 1)
                                                .append("_id", 1),
                                        new Document("open", true)),
                                index(
                                        ROUNDS,
                                        "done_latest_first",
                                        new Document("scopeUnits", 1)
                                                .append("lastEventAt", -1)
                                                .append("_id", -1),
                                        new Document("open", false)),
                                index(ROUNDS, "open_of_case", new Document("caseId", 1), new Document("open", true)),
                                StreamDocument.outboxIndex(ROUNDS))),
                new Migration(
                        5,
                        "pages, seals and days",
                        List.of(
                                new Document("create", LedgerCollections.PAGES),
                                new Document("create", LedgerCollections.SEALS),
                                new Document("create", LedgerCollections.DAYS),
                                new Document("create", LedgerCollections.SEALER))),
                new Migration(
                        6,
                        "pages: those of a seal, and those that wait for one (they have none)",
                        List.of(plainIndex(
                                LedgerCollections.PAGES, "of_seal", new Document("seal", 1).append("_id", 1)))),
                new Migration(
                        7,
                        "seals: those of a day, and those that are not published yet",
                        List.of(
                                plainIndex(LedgerCollections.SEALS, "of_day", new Document("day", 1).append("_id", 1)),
                                index(
                                        LedgerCollections.SEALS,
                                        "to_publish",
                                        new Document("toPublish", 1).append("_id", 1),
                                        new Document("toPublish", true)),
                                index(
                                        LedgerCollections.DAYS,
                                        "to_publish",
                                        new Document("toPublish", 1).append("_id", 1),
                                        new Document("toPublish", true)))));
    }

    private static Document plainIndex(String collection, String name, Document keys) {
        return new Document("createIndexes", collection)
                .append("indexes", List.of(new Document("key", keys).append("name", name)));
    }

    private static Document index(String collection, String name, Document keys, @Nullable Document only) {
        Document index = new Document("key", keys).append("name", name);
        if (only == null) {
            index.append("unique", true);
        } else {
            index.append("partialFilterExpression", only);
        }
        return new Document("createIndexes", collection).append("indexes", List.of(index));
    }
}
