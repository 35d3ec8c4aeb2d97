package io.wangge.ledger.mongo.score;

import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import java.util.List;
import org.bson.Document;

/** Formulae, sheets and appeals. */
public final class ScoreMigrations {
    static final String FORMULAE = "score_formulae";
    static final String DRAFTS = "score_formula_drafts";
    static final String SHEETS = "score_sheets";
    static final String SCORES = "score_units";
    /** Public: the stream store of appeals is opened on it. */
    public static final String APPEALS = "appeals";

    private ScoreMigrations() {}

    public static List<Migration> from(int number) {
        return List.of(new Migration(
                number,
                "scores: those of a sheet by rank, of a unit by month; appeals of a unit and all below it",
                List.of(
                        index(
                                SHEETS,
                                new Document("name", "by_month")
                                        .append("key", new Document("month", -1).append("_id", 1))),
                        index(
                                SCORES,
                                new Document("name", "of_sheet_by_rank")
                                        .append("key", new Document("run", 1).append("order", 1))),
                        index(
                                APPEALS,
                                new Document("name", "of_unit_by_month")
                                        .append(
                                                "key",
                                                new Document("unitPath", 1)
                                                        .append("month", -1)
                                                        .append("_id", 1))),
                        StreamDocument.outboxIndex(APPEALS))));
    }

    private static Document index(String collection, Document index) {
        return new Document("createIndexes", collection).append("indexes", List.of(index));
    }
}
