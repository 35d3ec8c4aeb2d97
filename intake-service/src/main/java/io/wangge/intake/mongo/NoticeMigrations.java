package io.wangge.intake.mongo;

import io.wangge.kit.migration.Migration;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/** The indexes of notices. */
final class NoticeMigrations {
    /** They name people and lead to what concerns them. */
    private static final Duration KEPT = Duration.ofDays(90);

    static final Migration SENDING = new Migration(
            25,
            "Messages that are due, oldest first",
            List.of(IntakeMigrations.index(
                    MongoNotices.COLLECTION,
                    new Document("key", new Document("nextAt", 1))
                            .append("name", "due_messages")
                            .append(
                                    "partialFilterExpression",
                                    new Document("nextAt", new Document("$exists", true))))));

    static final Migration LISTS = new Migration(
            26,
            "Somebody's notices, newest first: GET /api/v1/notices; and how many were sent to him today",
            List.of(IntakeMigrations.index(
                    MongoNotices.COLLECTION,
                    new Document(
                                    "key",
                                    new Document("to", 1).append("storedAt", -1).append("_id", -1))
                            .append("name", "own_notices"))));

    static final Migration FORGOTTEN = new Migration(
            27,
            "Notices are forgotten after 90 days; and the live list looks for new ones",
            List.of(IntakeMigrations.index(
                    MongoNotices.COLLECTION,
                    new Document("key", new Document("storedAt", 1))
                            .append("name", "notices_by_time")
                            .append("expireAfterSeconds", KEPT.toSeconds()))));

    private NoticeMigrations() {}
}
