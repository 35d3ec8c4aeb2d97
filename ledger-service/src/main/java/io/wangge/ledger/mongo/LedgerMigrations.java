package io.wangge.ledger.mongo;

import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.mongo.board.MongoBoardMemory;
import io.wangge.ledger.mongo.bulletin.MongoBulletinShelf;
import io.wangge.ledger.mongo.callback.CallbackMigrations;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.criticism.CriticismMigrations;
import io.wangge.ledger.mongo.figures.FigureMigrations;
import io.wangge.ledger.mongo.figures.OpenCaseMigrations;
import io.wangge.ledger.mongo.rating.RatingMigrations;
import io.wangge.ledger.mongo.score.ScoreMigrations;
import io.wangge.ledger.mongo.webhook.WebhookMigrations;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The ledger's collections and indexes, each with the query that needs it. */
public final class LedgerMigrations {
    private static final int FIRST_OF_CALLBACKS = 9;
    private static final int FIRST_OF_RATINGS = 12;
    private static final int FIRST_OF_CRITICISMS = 14;
    private static final int FIRST_OF_SCORES = 15;
    private static final int BULLETINS = 16;
    private static final int FIRST_OF_UPKEEP = 17;
    private static final int FIRST_OF_WEBHOOKS = 21;
    private static final int FIRST_OF_OPEN_CASES = 22;
    private static final int BOARD_MEMORY = 24;
    private static final int VISITS = 25;
    private static final int CLOSINGS = 26;

    private LedgerMigrations() {}

    public static List<Migration> all() {
        return Stream.of(
                        own(),
                        CallbackMigrations.from(FIRST_OF_CALLBACKS),
                        RatingMigrations.from(FIRST_OF_RATINGS),
                        CriticismMigrations.from(FIRST_OF_CRITICISMS),
                        ScoreMigrations.from(FIRST_OF_SCORES),
                        List.of(MongoBulletinShelf.migration(BULLETINS)),
                        UpkeepMigrations.from(FIRST_OF_UPKEEP),
                        WebhookMigrations.from(FIRST_OF_WEBHOOKS),
                        OpenCaseMigrations.from(FIRST_OF_OPEN_CASES),
                        List.of(
                                MongoBoardMemory.migration(BOARD_MEMORY),
                                CallbackMigrations.visits(VISITS),
                                FigureMigrations.closings(CLOSINGS)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Migration> own() {
        return List.of(
                new Migration(
                        1,
                        "collections: made before the first transaction writes to them",
                        List.of(
                                new Document("create", LedgerCollections.ENTRIES),
                                new Document("create", LedgerCollections.ERASABLES),
                                new Document("create", LedgerCollections.STREAMS),
                                new Document("create", CaseFactsDocuments.COLLECTION),
                                new Document("create", CallbackMigrations.ROUNDS))),
                new Migration(
                        2,
                        "entries: one per place of a chain, walked by stream and seq when it is verified",
                        List.of(index(
                                        LedgerCollections.ENTRIES,
                                        "chain",
                                        new Document("stream", 1).append("seq", 1),
                                        null)
                                .append("comment", "unique: two replicas cannot fill one place"))),
                new Migration(
                        3,
                        "entries: the ledger of one case in order of time",
                        List.of(index(
                                LedgerCollections.ENTRIES,
                                "of_case",
                                new Document("caseId", 1).append("time", 1).append("_id", 1),
                                new Document("caseId", new Document("$exists", true))))),
                new Migration(
                        4,
                        "rounds: the callback desk's lists and the open rounds of a case",
                        List.of(
                                index(
                                        CallbackMigrations.ROUNDS,
                                        "open_by_due",
                                        new Document("scopeUnits", 1)
                                                .append("dueAt", 1)
                                                .append("_id", 1),
                                        new Document("open", true)),
                                index(
                                        CallbackMigrations.ROUNDS,
                                        "done_latest_first",
                                        new Document("scopeUnits", 1)
                                                .append("lastEventAt", -1)
                                                .append("_id", -1),
                                        new Document("open", false)),
                                index(
                                        CallbackMigrations.ROUNDS,
                                        "open_of_case",
                                        new Document("caseId", 1),
                                        new Document("open", true)),
                                StreamDocument.outboxIndex(CallbackMigrations.ROUNDS))),
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
                FigureMigrations.rollups(8));
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
