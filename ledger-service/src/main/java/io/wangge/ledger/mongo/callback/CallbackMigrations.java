package io.wangge.ledger.mongo.callback;

import io.wangge.contracts.casefile.CaseEvent.Decided;
import io.wangge.contracts.wire.EventTypes;
import io.wangge.kit.migration.Migration;
import io.wangge.ledger.evidence.LedgerCollections;
import java.util.List;
import org.bson.Document;

/** What the callback desk needs beside the rounds themselves. */
public final class CallbackMigrations {
    /** Public: the stream store of rounds is opened on it. */
    public static final String ROUNDS = "rounds";

    static final String TO_JUDGE = "to_judge_by_due";
    static final String TO_VISIT = "to_visit_by_due";
    public static final String DECIDED = "decided_latest_first";
    static final String CLAIMS = "round_claims";
    static final String LINKS = "round_links";
    private static final long A_DAY = 86_400;
    /** Long enough to say "expired" instead of "unknown" to somebody who finds an old message. */
    private static final long NINETY_DAYS = 90 * A_DAY;

    private CallbackMigrations() {}

    public static List<Migration> from(int number) {
        return List.of(
                new Migration(
                        number,
                        "rounds: answers that came through a link and wait for a word on the fault",
                        List.of(index(
                                ROUNDS,
                                new Document("name", TO_JUDGE)
                                        .append(
                                                "key",
                                                new Document("scopeUnits", 1)
                                                        .append("dueAt", 1)
                                                        .append("_id", 1))
                                        .append("partialFilterExpression", new Document("toJudge", true))))),
                new Migration(
                        number + 1,
                        "claims and links: forgotten by themselves some time after they are over",
                        List.of(
                                index(
                                        CLAIMS,
                                        new Document("name", "over")
                                                .append("key", new Document("until", 1))
                                                .append("expireAfterSeconds", A_DAY)),
                                index(
                                        LINKS,
                                        new Document("name", "over")
                                                .append("key", new Document("expiresAt", 1))
                                                .append("expireAfterSeconds", NINETY_DAYS)))),
                new Migration(
                        number + 2,
                        "entries: decisions of inspectors to close, latest first, for the list of accountability",
                        List.of(index(
                                LedgerCollections.ENTRIES,
                                new Document("name", DECIDED)
                                        .append("key", new Document("time", -1).append("_id", -1))
                                        .append(
                                                "partialFilterExpression",
                                                new Document("type", EventTypes.nameOf(Decided.class)))))));
    }

    /** Those for the door, of which a grid has few among the open ones of its street. */
    public static Migration visits(int number) {
        return new Migration(
                number,
                "rounds: those that a grid worker may ask at the door, by due time",
                List.of(index(
                        ROUNDS,
                        new Document("name", TO_VISIT)
                                .append(
                                        "key",
                                        new Document("visitUnits", 1)
                                                .append("dueAt", 1)
                                                .append("_id", 1))
                                .append(
                                        "partialFilterExpression",
                                        new Document("visitUnits", new Document("$exists", true))))));
    }

    private static Document index(String collection, Document index) {
        return new Document("createIndexes", collection).append("indexes", List.of(index));
    }
}
