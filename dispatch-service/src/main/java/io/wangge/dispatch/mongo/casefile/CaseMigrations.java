package io.wangge.dispatch.mongo.casefile;

import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import java.util.List;
import org.bson.Document;

/** What the collection of the cases needs. */
public final class CaseMigrations {
    public static final String CASES = "cases";

    // Names of the indexes, by which queries ask for them
    static final String INBOX = "inbox";
    static final String SCOPE = "scope_state_marks";
    static final String REPORTED = "reported";
    static final String CATEGORY = "category";
    static final String TERMS = "terms_marks";
    static final String CASE_NUMBER = "case_number";
    static final String TRACKING_NUMBER = "tracking_number";
    static final String NEXT_TIMER = "next_timer";
    static final String PROVISIONAL = "provisional";

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
    public static Migration timers(int number) {
        return new Migration(
                number,
                "cases: the next moment at which time acts",
                List.of(new Document("createIndexes", CASES)
                        .append(
                                "indexes",
                                // CasesDue.until, every second: covered, and open cases only
                                List.of(new Document("key", new Document(CaseMapper.NEXT_TIMER_AT, 1).append("_id", 1))
                                        .append("name", NEXT_TIMER)
                                        .append(
                                                "partialFilterExpression",
                                                new Document(
                                                        CaseMapper.NEXT_TIMER_AT, new Document("$exists", true)))))));
    }

    /**
     * What lists are narrowed by. The index by scope takes the place of the one before it: it begins with the state too,
     * by which lists are counted, and carries at its end what a range of it is filtered by, so that only what is shown is
     * fetched.
     */
    public static Migration search(int number) {
        return new Migration(
                number,
                "cases: lists by state, category, level, overdue, words of the text and tracking number",
                List.of(
                        CaseBackfill.ofListFields(),
                        new Document("createIndexes", CASES)
                                .append(
                                        "indexes",
                                        List.of(
                                                // GET /cases?tab=all, alone and with state, level, category, due time,
                                                // overdue, unitId, gridCode; GET /cases/counts
                                                index(
                                                        "scope_state",
                                                        new Document(CaseMapper.SCOPE_UNITS, 1)
                                                                .append(CaseMapper.STATE, 1)
                                                                .append(ListKeys.ORDER, 1)
                                                                .append("_id", 1)
                                                                .append(CaseMapper.CATEGORY, 1)
                                                                .append(CaseMapper.LEVEL, 1)
                                                                .append(CaseMapper.LATE_FROM, 1)),
                                                // GET /cases?tab=all&category= of who sees everything: a rare category
                                                // would be looked for among all cases
                                                index(
                                                        CATEGORY,
                                                        new Document(CaseMapper.CATEGORY, 1)
                                                                .append(ListKeys.ORDER, 1)
                                                                .append("_id", 1)
                                                                .append(CaseMapper.STATE, 1)
                                                                .append(CaseMapper.LEVEL, 1)
                                                                .append(CaseMapper.LATE_FROM, 1)),
                                                // GET /cases?text=; never changes once a case is opened
                                                index(
                                                        "terms",
                                                        new Document(CaseMapper.TERMS, 1)
                                                                .append(CaseMapper.OPENED_AT, -1)
                                                                .append("_id", -1)),
                                                // GET /cases?trackingNumber=; never changes
                                                index(TRACKING_NUMBER, new Document(ListPlan.TRACKING_NUMBER, 1)))),
                        new Document("dropIndexes", CASES).append("index", "scope")));
    }

    private static Document index(String name, Document key) {
        return new Document("key", key).append("name", name);
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

    /** @param number its place among the service's migrations */
    public static Migration provisional(int number) {
        return new Migration(
                number,
                "cases: due times that wait for a year's holidays",
                List.of(new Document("createIndexes", CASES)
                        .append(
                                "indexes",
                                // CasesProvisional.awaiting, a few times a minute: covered. Only the open cases of a
                                // year's end are in it, and nothing else is written for it
                                List.of(index(PROVISIONAL, new Document(CaseMapper.AWAITED_YEAR, 1).append("_id", 1))
                                        .append(
                                                "partialFilterExpression",
                                                new Document(
                                                        CaseMapper.AWAITED_YEAR, new Document("$exists", true)))))));
    }

    /** @param number its place among the service's migrations */
    public static Migration levelKeys(int number) {
        return new Migration(
                number, "cases: found by level through the index by scope", List.of(CaseBackfill.ofLevelKeys()));
    }

    /**
     * The same two indexes with the marks of the scope at their end (see {@link KeySieve}). Cases without marks get them
     * with their next change; until then the sieve lets them through.
     *
     * @param number its place among the service's migrations
     */
    public static Migration scopeMarks(int number) {
        Document scope = new Document(CaseMapper.SCOPE_UNITS, 1)
                .append(CaseMapper.STATE, 1)
                .append(ListKeys.ORDER, 1)
                .append("_id", 1)
                .append(CaseMapper.CATEGORY, 1)
                .append(CaseMapper.LEVEL, 1)
                .append(CaseMapper.LATE_FROM, 1)
                .append(CaseMapper.SCOPE_MARKS, 1);
        Document terms = new Document(CaseMapper.TERMS, 1)
                .append(CaseMapper.OPENED_AT, -1)
                .append("_id", -1)
                .append(CaseMapper.SCOPE_MARKS, 1);
        return new Migration(
                number,
                "cases: whose a case may be, in the keys of the lists",
                List.of(
                        new Document("createIndexes", CASES)
                                .append("indexes", List.of(index(SCOPE, scope), index(TERMS, terms))),
                        new Document("dropIndexes", CASES).append("index", List.of("scope_state", "terms"))));
    }

    /** @param number its place among the service's migrations */
    public static Migration proceedingsKeys(int number) {
        return new Migration(
                number,
                "cases: on the lists of those who approve, sponsor, supervise and help",
                List.of(ProceedingsBackfill.ofKeys()));
    }

    private static Document list(String name, String field) {
        return new Document(
                        "key", new Document(field, 1).append(ListKeys.ORDER, 1).append("_id", 1))
                .append("name", name);
    }
}
