package io.wangge.ledger.mongo;

import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import io.wangge.ledger.evidence.LedgerCollections;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The ledger's collections and indexes, each with the query that needs it. */
public final class LedgerMigrations {
    static final String ENTRIES = LedgerCollections.ENTRIES;
    static final String ERASABLES = LedgerCollections.ERASABLES;
    static final String STREAMS = LedgerCollections.STREAMS;
    static final String CASE_FACTS = "case_facts";
    /** Archived entries that lists are read from, without their texts. */
    static final String ARCHIVED_LISTED = "archived_listed";

    /** Facts of cases after their archived entries, while a rebuild runs. */
    static final String REBUILD_BASE = "rebuild_base";

    static final String FIGURE_DAYS = "figure_days";
    static final String FIGURE_OPEN = "figure_open";
    static final String FIGURE_CHANGES = "figure_changes";
    static final String FIGURE_STATE = "figure_state";
    /** Public: the stream store of rounds is opened on it. */
    public static final String ROUNDS = "rounds";

    private static final int FIRST_OF_CALLBACKS = 9;
    private static final int FIRST_OF_RATINGS = 12;
    private static final int FIRST_OF_CRITICISMS = 14;
    private static final int FIRST_OF_SCORES = 15;
    private static final int FIRST_OF_UPKEEP = 17;
    private static final int FIRST_OF_WEBHOOKS = 21;
    private static final int FIRST_OF_OPEN_CASES = 22;
    private static final int BOARD_MEMORY = 24;
    private static final int VISITS = 25;

    private LedgerMigrations() {}

    public static List<Migration> all() {
        return Stream.of(
                        own(),
                        CallbackMigrations.from(FIRST_OF_CALLBACKS),
                        RatingMigrations.from(FIRST_OF_RATINGS),
                        CriticismMigrations.from(FIRST_OF_CRITICISMS),
                        ScoreMigrations.from(FIRST_OF_SCORES),
                        UpkeepMigrations.from(FIRST_OF_UPKEEP),
                        WebhookMigrations.from(FIRST_OF_WEBHOOKS),
                        OpenCaseMigrations.from(FIRST_OF_OPEN_CASES),
                        List.of(MongoBoardMemory.migration(BOARD_MEMORY), CallbackMigrations.visits(VISITS)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Migration> own() {
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
                                        new Document("toPublish", true)))),
                figures());
    }

    private static Migration figures() {
        Document counted = new Document("fig.open", false);
        return new Migration(
                8,
                "figures: rollups by day, changes that wait to be added to them, and the cases behind a figure",
                List.of(
                        new Document("create", FIGURE_DAYS),
                        new Document("create", FIGURE_CHANGES),
                        new Document("create", FIGURE_STATE),
                        new Document("update", FIGURE_STATE)
                                .append(
                                        "updates",
                                        List.of(new Document("q", new Document("_id", "rollup"))
                                                .append(
                                                        "u",
                                                        new Document("$setOnInsert", new Document("generation", 1)))
                                                .append("upsert", true))),
                        index(
                                FIGURE_DAYS,
                                "of_units_by_day",
                                new Document("generation", 1)
                                        .append("unit", 1)
                                        .append("people", 1)
                                        .append("day", 1),
                                null),
                        index(
                                CASE_FACTS,
                                "open_by_due_day",
                                new Document("fig.own", 1).append("fig.day", 1).append("_id", 1),
                                new Document("fig.open", true)),
                        index(
                                CASE_FACTS,
                                "closed_by_counting_day",
                                new Document("fig.units", 1)
                                        .append("fig.day", 1)
                                        .append("_id", 1),
                                counted),
                        index(
                                CASE_FACTS,
                                "by_opening_day",
                                new Document("fig.opened", 1).append("_id", 1),
                                new Document("fig.opened", new Document("$exists", true))),
                        index(
                                CASE_FACTS,
                                "by_reopening_day",
                                new Document("fig.again", 1).append("_id", 1),
                                new Document("fig.again", new Document("$exists", true)))));
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
