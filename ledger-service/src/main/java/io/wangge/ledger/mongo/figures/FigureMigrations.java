package io.wangge.ledger.mongo.figures;

import io.wangge.kit.migration.Migration;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import java.util.List;
import org.bson.Document;

/** Where the rollups stand, and the cases behind a figure. */
public final class FigureMigrations {
    public static final String DAYS = "figure_days";
    public static final String OPEN = "figure_open";
    public static final String CHANGES = "figure_changes";
    static final String STATE = "figure_state";

    private FigureMigrations() {}

    public static Migration rollups(int number) {
        return new Migration(
                number,
                "figures: rollups by day, changes that wait to be added to them, and the cases behind a figure",
                List.of(
                        new Document("create", DAYS),
                        new Document("create", CHANGES),
                        new Document("create", STATE),
                        new Document("update", STATE)
                                .append(
                                        "updates",
                                        List.of(new Document("q", new Document("_id", "rollup"))
                                                .append(
                                                        "u",
                                                        new Document("$setOnInsert", new Document("generation", 1)))
                                                .append("upsert", true))),
                        index(
                                DAYS,
                                new Document(
                                                "key",
                                                new Document("generation", 1)
                                                        .append("unit", 1)
                                                        .append("people", 1)
                                                        .append("day", 1))
                                        .append("name", "of_units_by_day")
                                        .append("unique", true)),
                        ofCases(
                                "open_by_due_day",
                                new Document("fig.own", 1).append("fig.day", 1).append("_id", 1),
                                new Document("fig.open", true)),
                        ofCases(
                                "closed_by_counting_day",
                                new Document("fig.units", 1)
                                        .append("fig.day", 1)
                                        .append("_id", 1),
                                new Document("fig.open", false)),
                        ofCases(
                                "by_opening_day",
                                new Document("fig.opened", 1).append("_id", 1),
                                new Document("fig.opened", new Document("$exists", true))),
                        ofCases(
                                "by_reopening_day",
                                new Document("fig.again", 1).append("_id", 1),
                                new Document("fig.again", new Document("$exists", true)))));
    }

    public static Migration closings(int number) {
        return new Migration(
                number,
                "figures: what was closed late by its closing day",
                List.of(ofCases(
                        "closed_late_by_closing_day",
                        new Document("fig.units", 1).append("fig.late", 1).append("_id", 1),
                        new Document("fig.late", new Document("$gt", 0)))));
    }

    private static Document ofCases(String name, Document keys, Document only) {
        return index(
                CaseFactsDocuments.COLLECTION,
                new Document("key", keys).append("name", name).append("partialFilterExpression", only));
    }

    private static Document index(String collection, Document index) {
        return new Document("createIndexes", collection).append("indexes", List.of(index));
    }
}
