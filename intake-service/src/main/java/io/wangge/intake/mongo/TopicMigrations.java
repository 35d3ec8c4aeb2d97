package io.wangge.intake.mongo;

import io.wangge.kit.migration.Migration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Indexes of topics and projects. */
final class TopicMigrations {
    /** Three years and a month: longer than any window that is counted. */
    private static final long MARKS_KEPT_DAYS = 1126;

    private TopicMigrations() {}

    static Migration marks(int number) {
        return new Migration(
                number,
                "What was said of a place and category, latest first; it ends when no window reaches it",
                List.of(
                        IntakeMigrations.index(
                                MongoMarks.COLLECTION,
                                new Document(
                                                "key",
                                                new Document("bucket", 1)
                                                        .append("at", -1)
                                                        .append("_id", -1))
                                        .append("name", "marks_of_bucket")),
                        IntakeMigrations.index(
                                MongoMarks.COLLECTION,
                                new Document("key", new Document("at", 1))
                                        .append("name", "marked_at")
                                        .append("expireAfterSeconds", TimeUnit.DAYS.toSeconds(MARKS_KEPT_DAYS))),
                        IntakeMigrations.index(
                                MongoMarks.BUCKETS,
                                new Document("key", new Document("changed", 1))
                                        .append("name", "changed_buckets")
                                        .append("partialFilterExpression", new Document("changed", true)))));
    }

    static Migration topics(int number) {
        return new Migration(
                number,
                "Topics of a scope, those of most people first; projects, and their ratings",
                List.of(
                        IntakeMigrations.index(
                                MongoTopics.COLLECTION,
                                new Document(
                                                "key",
                                                new Document("path", 1)
                                                        .append("people", -1)
                                                        .append("_id", -1))
                                        .append("name", "topics_by_people")),
                        IntakeMigrations.index(
                                MongoTopics.COLLECTION,
                                new Document("key", new Document("bucket", 1)).append("name", "topics_of_bucket")),
                        IntakeMigrations.index(
                                MongoProjects.COLLECTION,
                                new Document("key", new Document("decidedAt", -1)).append("name", "latest_projects")),
                        IntakeMigrations.index(
                                MongoProjects.RATINGS,
                                new Document("key", new Document("project", 1).append("grade", 1))
                                        .append("name", "ratings_of_project"))));
    }
}
