package io.wangge.dispatch.mongo.casefile;

import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import java.util.List;
import org.bson.Document;

/** What the collection of the cases needs. */
public final class CaseMigrations {
    public static final String CASES = "cases";

    private CaseMigrations() {}

    /** @param number its place among the service's migrations */
    public static Migration indexes(int number) {
        return new Migration(
                number,
                "cases: lists by inbox, scope and first receiver; one case per number; events not yet published",
                List.of(
                        new Document("createIndexes", CASES)
                                .append(
                                        "indexes",
                                        List.of(
                                                // GET /cases?tab=inbox; closed cases and those that wait for a
                                                // callback lie in no inbox
                                                list("inbox", ListKeys.INBOX)
                                                        .append(
                                                                "partialFilterExpression",
                                                                new Document(
                                                                        ListKeys.INBOX, new Document("$exists", true))),
                                                // GET /cases?tab=all
                                                list("scope", CaseMapper.SCOPE_UNITS),
                                                // GET /cases?tab=reported
                                                list(
                                                        "reported",
                                                        CaseMapper.OPENED + "." + OpenedParts.FIRST_RECEIVER + ".id"),
                                                // 案号 is unique; no query, a guard
                                                new Document(
                                                                "key",
                                                                new Document(
                                                                        CaseMapper.OPENED + "."
                                                                                + OpenedParts.CASE_NUMBER,
                                                                        1))
                                                        .append("name", "case_number")
                                                        .append("unique", true))),
                        StreamDocument.outboxIndex(CASES)));
    }

    /** @param number its place among the service's migrations */
    public static Migration newestFirst(int number) {
        // The moment of opening never changes: it costs one index entry a case, none a command.
        return new Migration(
                number,
                "cases: newest first, for the dry run of a rule book",
                List.of(new Document("createIndexes", CASES)
                        .append(
                                "indexes",
                                List.of(new Document("key", new Document("openedAt", -1)).append("name", "newest")))));
    }

    private static Document list(String name, String field) {
        return new Document(
                        "key", new Document(field, 1).append(ListKeys.ORDER, 1).append("_id", 1))
                .append("name", name);
    }
}
