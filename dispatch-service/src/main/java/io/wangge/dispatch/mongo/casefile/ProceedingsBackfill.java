package io.wangge.dispatch.mongo.casefile;

import io.wangge.contracts.casefile.CaseState;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** Gives open cases that were stored before there were {@link ProceedingsKeys} those that they would have today. */
final class ProceedingsBackfill {
    private static final String NOW = "$proceedings.";

    private ProceedingsBackfill() {}

    static Document ofKeys() {
        Document keys = new Document(
                "$setUnion",
                List.of(
                        orNone("$" + ListKeys.INBOX),
                        when(any(is(NOW + "suspension.status", "ASKED"), waits()), keyed(ProceedingsKeys.APPROVAL)),
                        when(unendorsed(), keyed(ProceedingsKeys.ENDORSEMENT)),
                        when(
                                present(NOW + "sponsor"),
                                List.of(concat(ProceedingsKeys.SPONSOR, NOW + "sponsor.staffId"))),
                        when(
                                new Document(
                                        "$in", List.of(NOW + "supervision.level", List.of("NORMAL", "YELLOW", "RED"))),
                                keyed(ProceedingsKeys.SUPERVISED)),
                        tasks()));
        Document something = new Document(
                "$or",
                List.of(
                        new Document("proceedings.suspension.status", "ASKED"),
                        exists("proceedings.effort.asked.reason"),
                        exists("proceedings.extensions.asked.number"),
                        exists("proceedings.sponsor.staffId"),
                        new Document(
                                "proceedings.supervision.level",
                                new Document("$in", List.of("NORMAL", "YELLOW", "RED"))),
                        new Document("proceedings.tasks.ended", false)));
        List<String> open = Stream.of(CaseState.values())
                .filter(state -> !state.isOver())
                .map(Enum::name)
                .toList();
        return new Document("update", CaseMigrations.CASES)
                .append(
                        "updates",
                        List.of(new Document("q", something.append(CaseMapper.STATE, new Document("$in", open)))
                                .append("u", List.of(new Document("$set", new Document(ListKeys.INBOX, keys))))
                                .append("multi", true)));
    }

    private static Document waits() {
        return any(
                present(NOW + "effort.asked"),
                new Document("$eq", List.of(orFalse(NOW + "extensions.asked.endorsed"), true)));
    }

    private static Document unendorsed() {
        return new Document(
                "$and",
                List.of(
                        present(NOW + "extensions.asked"),
                        new Document("$ne", List.of(orFalse(NOW + "extensions.asked.endorsed"), true))));
    }

    private static Document keyed(String kind) {
        Document units = new Document(
                "$setUnion",
                List.of(orNone("$" + CaseMapper.HOLDER_UNITS), orNone("$" + CaseMapper.OPENED + ".territoryPath")));
        return new Document("$map", new Document("input", units).append("in", concat(kind, "$$this")));
    }

    private static Document tasks() {
        Document open = new Document(
                "$filter",
                new Document("input", orNone(NOW + "tasks"))
                        .append("cond", new Document("$ne", List.of("$$this.ended", true))));
        Document ofOne = new Document(
                "$map",
                new Document("input", "$$this.unitPath")
                        .append("as", "unit")
                        .append("in", concat(ProceedingsKeys.TASK, "$$unit")));
        return new Document(
                "$reduce",
                new Document("input", open)
                        .append("initialValue", List.of())
                        .append("in", new Document("$concatArrays", List.of("$$value", ofOne))));
    }

    private static Document when(Document condition, Object keys) {
        return new Document("$cond", List.of(condition, keys, List.of()));
    }

    private static Document any(Document... conditions) {
        return new Document("$or", List.of(conditions));
    }

    private static Document is(String field, String value) {
        return new Document("$eq", List.of(field, value));
    }

    private static Document present(String field) {
        return new Document("$eq", List.of(new Document("$type", field), "object"));
    }

    private static Document exists(String field) {
        return new Document(field, new Document("$exists", true));
    }

    private static Document orNone(String field) {
        return new Document("$ifNull", List.of(field, List.of()));
    }

    private static Document orFalse(String field) {
        return new Document("$ifNull", List.of(field, false));
    }

    private static Document concat(String kind, String field) {
        return new Document("$concat", List.of(kind, field));
    }
}
