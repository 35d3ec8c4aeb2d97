package io.wangge.ledger.mongo.criticism;

import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import java.util.List;
import org.bson.Document;

/** Awards, sanctions, scoring rounds with their ballots, and where the published list finds its entries. */
public final class CriticismMigrations {
    /** Public: the stream stores are opened on them. */
    public static final String AWARDS = "awards";

    public static final String SANCTIONS = "sanctions";
    public static final String SCORINGS = "scorings";
    static final String VOTERS = "scoring_voters";
    static final String BALLOTS = "scoring_ballots";

    private CriticismMigrations() {}

    public static List<Migration> from(int number) {
        return List.of(new Migration(
                number,
                "awards, sanctions and scoring rounds: those of a criticism, and what was won in a round",
                List.of(
                        new Document("create", VOTERS),
                        new Document("create", BALLOTS),
                        index(AWARDS, "of_case", new Document("caseId", 1)),
                        index(AWARDS, "won_in", new Document("scoringId", 1)),
                        index(SANCTIONS, "of_case", new Document("caseId", 1)),
                        index(SCORINGS, "of_unit", new Document("unitPath", 1).append("noticedAt", -1)),
                        StreamDocument.outboxIndex(AWARDS),
                        StreamDocument.outboxIndex(SANCTIONS),
                        StreamDocument.outboxIndex(SCORINGS))));
    }

    private static Document index(String collection, String name, Document keys) {
        return new Document("createIndexes", collection)
                .append("indexes", List.of(new Document("key", keys).append("name", name)));
    }
}
