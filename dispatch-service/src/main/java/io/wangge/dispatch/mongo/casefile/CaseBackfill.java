package io.wangge.dispatch.mongo.casefile;

import java.util.List;
import org.bson.Document;

/**
 * Gives cases that were stored before the fields of the lists existed what {@link CaseMapper} would give them. The words
 * of their texts are pairs of neighbouring characters only: the server knows no analyser, and pairs are what Chinese is
 * found by.
 */
final class CaseBackfill {
    private static final String TEXT = "$" + CaseMapper.OPENED + ".text";
    private static final int MOST_PAIRS = 100;

    private CaseBackfill() {}

    static Document ofListFields() {
        Document fields = new Document(CaseMapper.HOLDER_UNITS, holderUnits())
                .append(
                        CaseMapper.LEVEL,
                        condition(in("PENDING_DISPATCH"), "$$REMOVE", ifNull("$hold.level", "$$REMOVE")))
                .append(CaseMapper.LATE_FROM, lateFrom())
                .append(CaseMapper.TERMS, pairs());
        return new Document("update", CaseMigrations.CASES)
                .append(
                        "updates",
                        List.of(new Document("q", new Document(CaseMapper.TERMS, new Document("$exists", false)))
                                .append("u", List.of(new Document("$set", fields)))
                                .append("multi", true)));
    }

    /** What {@link CaseMapper} writes among the units of the scope; cases that have it already are left alone. */
    static Document ofLevelKeys() {
        Document key = new Document("$concat", List.of("@", "$" + CaseMapper.LEVEL));
        String units = "$" + CaseMapper.SCOPE_UNITS;
        Document lacks = new Document("$not", List.of(new Document("$in", List.of(key, units))));
        Document filter = new Document(CaseMapper.LEVEL, new Document("$exists", true)).append("$expr", lacks);
        Document with = new Document("$concatArrays", List.of(units, List.of(key)));
        return new Document("update", CaseMigrations.CASES)
                .append(
                        "updates",
                        List.of(new Document("q", filter)
                                .append("u", List.of(new Document("$set", new Document(CaseMapper.SCOPE_UNITS, with))))
                                .append("multi", true)));
    }

    private static Document holderUnits() {
        String territory = "$" + CaseMapper.OPENED + ".territoryPath";
        return condition(
                in("PENDING_DISPATCH"),
                condition(new Document("$eq", List.of(new Document("$size", "$deskPath"), 0)), territory, "$deskPath"),
                ifNull("$hold.unitPath", territory));
    }

    private static Document lateFrom() {
        Document doneInTime =
                new Document("$and", List.of(in("PENDING_CALLBACK", "PENDING_DECISION", "CLOSED"), "$onTime"));
        return condition(doneInTime, "$$REMOVE", ifNull("$due.at", "$$REMOVE"));
    }

    private static Document pairs() {
        Document starts = new Document(
                "$range",
                List.of(
                        0,
                        new Document(
                                "$max",
                                List.of(
                                        0,
                                        new Document(
                                                "$min",
                                                List.of(
                                                        MOST_PAIRS,
                                                        new Document(
                                                                "$subtract",
                                                                List.of(new Document("$strLenCP", TEXT), 1))))))));
        return new Document(
                "$setUnion",
                List.of(new Document(
                        "$map",
                        new Document("input", starts)
                                .append("in", new Document("$substrCP", List.of(TEXT, "$$this", 2))))));
    }

    private static Document in(String... states) {
        return new Document("$in", List.of("$" + CaseMapper.STATE, List.of(states)));
    }

    private static Document ifNull(String field, String otherwise) {
        return new Document("$ifNull", List.of(field, otherwise));
    }

    private static Document condition(Object when, Object then, Object otherwise) {
        return new Document("$cond", List.of(when, then, otherwise));
    }
}
