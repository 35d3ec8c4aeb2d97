package io.wangge.intake.mongo;

import static io.wangge.intake.mongo.IntakeMigrations.index;

import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import java.util.List;
import org.bson.Document;

/** What keys of other systems, Open311 and imports are found by. */
final class OutsideMigrations {
    private OutsideMigrations() {}

    static Migration apiKeys(int number) {
        return new Migration(
                number,
                "The outbox sweep finds keys of other systems with unpublished events",
                List.of(StreamDocument.outboxIndex(MongoApiKeys.COLLECTION)));
    }

    static Migration publicReports(int number) {
        return new Migration(
                number,
                "What came through Open311, newest first: GET /open311/v2/requests; no other report pays for it",
                List.of(index(
                        MongoReports.COLLECTION,
                        new Document("key", new Document("receivedAt", -1).append("_id", -1))
                                .append("name", MongoPublicReports.INDEX)
                                .append("partialFilterExpression", new Document("channel", "OPEN311")))));
    }

    static Migration ownImports(int number) {
        return new Migration(
                number,
                "One's own imports, newest first: GET /api/v1/import-jobs",
                List.of(index(
                        MongoImportJobs.COLLECTION,
                        new Document("key", new Document("ownerId", 1).append("createdAt", -1))
                                .append("name", "own_imports"))));
    }

    static Migration runningImports(int number) {
        return new Migration(
                number,
                "An import that runs is found by whoever is free",
                List.of(index(
                        MongoImportJobs.COLLECTION,
                        new Document("key", new Document("createdAt", 1))
                                .append("name", "running_imports")
                                .append("partialFilterExpression", new Document("state", "RUNNING")))));
    }

    static Migration forgottenErrors(int number) {
        return new Migration(
                number,
                "Rows that became no report hold contacts: they go after 30 days",
                List.of(index(
                        MongoImportJobs.ERRORS,
                        new Document("key", new Document("at", 1))
                                .append("name", "forgotten_errors")
                                .append("expireAfterSeconds", 30 * 24 * 3600))));
    }

    /** The collection itself is small: as many as there are jobs that are not over. */
    static Migration stagedRows(int number) {
        return new Migration(
                number,
                "Rows of imports that are over are deleted: those of jobs from before this was kept are noted, too",
                List.of(new Document("aggregate", MongoImportJobs.COLLECTION)
                        .append(
                                "pipeline",
                                List.of(
                                        new Document(
                                                "$project",
                                                new Document(
                                                                "_id",
                                                                new Document(
                                                                        "$concat",
                                                                        List.of(
                                                                                "import-",
                                                                                "$_id",
                                                                                "-",
                                                                                new Document(
                                                                                        "$toString",
                                                                                        new Document(
                                                                                                "$toLong",
                                                                                                "$createdAt")))))
                                                        .append("jobId", "$_id")
                                                        .append("at", "$createdAt")),
                                        new Document("$merge", new Document("into", MongoImportJobs.ROWS))))
                        .append("cursor", new Document())));
    }
}
