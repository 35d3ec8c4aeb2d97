package io.wangge.intake.mongo;

import io.wangge.kit.migration.Migration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Indexes of what is found alike, and of those who follow. */
final class AlikeMigrations {
    static final String NEARBY_INDEX = "nearby_reports";
    static final String FOLLOWERS_INDEX = "followers_of";

    private AlikeMigrations() {}

    /** What stood here before has no cell and is not found: it leaves the window of a day within a day. */
    static Migration nearby(int number) {
        return new Migration(
                number,
                "Reports of a place and subclass, latest first: POST /api/v1/reports/similar",
                List.of(IntakeMigrations.index(
                        MongoReports.COLLECTION,
                        new Document(
                                        "key",
                                        new Document(ReportMapper.CELL, 1)
                                                .append(ReportMapper.CATEGORY, 1)
                                                .append(ReportMapper.RECEIVED_AT, -1))
                                .append("name", NEARBY_INDEX)
                                .append(
                                        "partialFilterExpression",
                                        new Document(ReportMapper.CELL, new Document("$exists", true))))));
    }

    static Migration followers(int number) {
        return new Migration(
                number,
                "Who follows a report, and by which number",
                List.of(
                        IntakeMigrations.index(
                                MongoFollowers.COLLECTION,
                                new Document(
                                                "key",
                                                new Document(MongoFollowers.FOLLOWS, 1).append(MongoFollowers.AT, 1))
                                        .append("name", FOLLOWERS_INDEX)),
                        IntakeMigrations.index(
                                MongoFollowers.COLLECTION,
                                new Document("key", new Document(ReportMapper.TRACKING_NUMBER, 1))
                                        .append("name", IntakeMigrations.TRACKING_NUMBER_INDEX)
                                        .append("unique", true))));
    }

    static Migration dismissals(int number) {
        return new Migration(
                number,
                "Dismissed proposals end",
                List.of(IntakeMigrations.index(
                        MongoDismissals.COLLECTION,
                        new Document("key", new Document("at", 1))
                                .append("name", "dismissed_at")
                                .append("expireAfterSeconds", TimeUnit.DAYS.toSeconds(MongoDismissals.KEPT_DAYS)))));
    }
}
