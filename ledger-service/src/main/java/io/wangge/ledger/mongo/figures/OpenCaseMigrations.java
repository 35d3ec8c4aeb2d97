package io.wangge.ledger.mongo.figures;

import io.wangge.kit.migration.Migration;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import java.util.List;
import org.bson.Document;

/** Open cases counted in rollups of their own, and the indexes for what is still read of the cases themselves. */
public final class OpenCaseMigrations {
    /** The index of open cases, by unit and due day, of all that lists and hours need. */
    public static final String OPEN = "open_by_due";

    public static final String SUPERVISED = "supervised_open";

    private static final String SUMS = "open_sums";
    /** As they were then. */
    private static final List<String> MEASURES = List.of("du", "gv", "ac", "rs", "rt", "ex", "es", "eq", "kq");

    private OpenCaseMigrations() {}

    public static List<Migration> from(int number) {
        return List.of(summedFromKeys(number), countedByDay(number + 1));
    }

    private static Migration summedFromKeys(int number) {
        return new Migration(
                number,
                "figures: what is open is summed from the keys of an index",
                List.of(
                        backfill(CaseFactsDocuments.COLLECTION),
                        new Document("createIndexes", CaseFactsDocuments.COLLECTION)
                                .append(
                                        "indexes",
                                        List.of(new Document(
                                                        "key",
                                                        new Document("fig.own", 1)
                                                                .append("fig.day", 1)
                                                                .append("_id", 1)
                                                                .append("fig.open", 1)
                                                                .append("fig.sum", 1))
                                                .append("name", SUMS)
                                                .append("partialFilterExpression", new Document("fig.open", true)))),
                        new Document("dropIndexes", CaseFactsDocuments.COLLECTION).append("index", "open_by_due_day")));
    }

    /** {@code LEVEL|CATEGORY|CHANNEL|du,gv,ac}: what an open case added to a sum, and to which lines. */
    private static Document backfill(String collection) {
        Document joined = new Document(
                "$reduce",
                new Document(
                                "input",
                                new Document(
                                        "$filter",
                                        new Document("input", "$fig.m")
                                                .append("as", "key")
                                                .append("cond", new Document("$in", List.of("$$key", MEASURES)))))
                        .append("initialValue", "")
                        .append(
                                "in",
                                new Document(
                                        "$concat",
                                        List.of(
                                                "$$value",
                                                new Document(
                                                        "$cond",
                                                        List.of(new Document("$eq", List.of("$$value", "")), "", ",")),
                                                "$$this"))));
        Document word = new Document(
                "$concat",
                List.of(
                        new Document("$ifNull", List.of("$fig.s.lvl", "")),
                        "|",
                        new Document("$ifNull", List.of("$fig.s.cat", "-")),
                        "|",
                        "$fig.o.ch",
                        "|",
                        joined));
        return new Document("update", collection)
                .append(
                        "updates",
                        List.of(new Document("q", new Document("fig.open", true))
                                .append("u", List.of(new Document("$set", new Document("fig.sum", word))))
                                .append("multi", true)));
    }

    private static Migration countedByDay(int number) {
        String facts = CaseFactsDocuments.COLLECTION;
        return new Migration(
                number,
                "figures: what is open is counted by its due day; the hour of due in place of the word that was summed",
                List.of(
                        new Document("create", FigureMigrations.OPEN),
                        new Document("createIndexes", FigureMigrations.OPEN)
                                .append(
                                        "indexes",
                                        List.of(new Document(
                                                        "key",
                                                        new Document("generation", 1)
                                                                .append("unit", 1)
                                                                .append("day", 1))
                                                .append("name", "of_units_by_day"))),
                        new Document("update", FigureMigrations.STATE)
                                .append("updates", List.of(FigureState.knownFromTheStart())),
                        new Document("createIndexes", facts).append("indexes", List.of(openByDue(), supervisedByDue())),
                        new Document("dropIndexes", facts).append("index", SUMS),
                        new Document("update", facts)
                                .append(
                                        "updates",
                                        List.of(new Document("q", new Document("fig.open", true))
                                                .append("u", new Document("$unset", new Document("fig.sum", "")))
                                                .append("multi", true)))));
    }

    /** With {@code fig.open}, or a count would fetch each case to see that it is. */
    private static Document openByDue() {
        return new Document("name", OPEN)
                .append(
                        "key",
                        new Document("fig.own", 1)
                                .append("fig.day", 1)
                                .append("_id", 1)
                                .append("fig.open", 1)
                                .append("fig.s.due", 1))
                .append("partialFilterExpression", new Document("fig.open", true));
    }

    private static Document supervisedByDue() {
        return new Document("name", SUPERVISED)
                .append(
                        "key",
                        new Document("fig.own", 1)
                                .append("fig.day", 1)
                                .append("_id", 1)
                                .append(CaseFactsDocuments.SUPERVISION, 1))
                .append(
                        "partialFilterExpression",
                        new Document("fig.open", true)
                                .append(CaseFactsDocuments.SUPERVISION, new Document("$exists", true)));
    }
}
