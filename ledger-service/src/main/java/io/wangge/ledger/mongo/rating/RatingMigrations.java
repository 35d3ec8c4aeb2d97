package io.wangge.ledger.mongo.rating;

import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import java.util.List;
import org.bson.Document;

/** Windows and their ratings. */
public final class RatingMigrations {
    static final String WINDOWS = "windows";
    /** Public: the stream store of ratings is opened on it. */
    public static final String RATINGS = "ratings";

    private RatingMigrations() {}

    public static List<Migration> from(int number) {
        return List.of(
                new Migration(
                        number,
                        "windows: that of a device, and those of a unit",
                        List.of(new Document("createIndexes", WINDOWS)
                                .append(
                                        "indexes",
                                        List.of(
                                                new Document("name", "of_device")
                                                        .append("key", new Document("deviceHash", 1))
                                                        .append("unique", true)
                                                        .append(
                                                                "partialFilterExpression",
                                                                new Document(
                                                                        "deviceHash", new Document("$exists", true))),
                                                new Document("name", "of_unit")
                                                        .append("key", new Document("unitId", 1)))))),
                new Migration(
                        number + 1,
                        "ratings: those of a unit and all below it in a week",
                        List.of(
                                new Document("createIndexes", RATINGS)
                                        .append(
                                                "indexes",
                                                List.of(new Document("name", "of_unit_by_day")
                                                        .append("key", new Document("unitPath", 1).append("day", 1)))),
                                StreamDocument.outboxIndex(RATINGS))));
    }
}
