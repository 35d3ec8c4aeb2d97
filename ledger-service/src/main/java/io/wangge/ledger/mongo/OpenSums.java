package io.wangge.ledger.mongo;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import io.wangge.kit.migration.Migration;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.FigureFacts;
import io.wangge.ledger.figures.Measure;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.figures.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Sums of open cases from the keys of one index: tens of thousands are open in a district, and reading each of them takes
 * ten times as long. A key ends with one word, {@code LEVEL|CATEGORY|CHANNEL|du,gv,ac}: what the case adds, and to which
 * lines. Whether it is overdue follows from its day, except on the day itself.
 */
final class OpenSums {
    static final String FIELD = "sum";
    private static final String INDEX = "open_sums";

    /** While replicas are renewed one by one: due, and no more is known until its next event. */
    private static final String OF_OLDER_REPLICA = "|-||du";

    private static final String WORD = "fig." + FIELD;
    private static final String DAY = "fig.day";

    private OpenSums() {}

    private static Document keys() {
        return new Document("fig.own", 1)
                .append(DAY, 1)
                .append("_id", 1)
                .append("fig.open", 1)
                .append(WORD, 1);
    }

    /** In place of the index without the word, which says no more. */
    static Migration migration(int number) {
        return new Migration(
                number,
                "figures: what is open is summed from the keys of an index",
                List.of(
                        backfill(LedgerMigrations.CASE_FACTS),
                        new Document("createIndexes", LedgerMigrations.CASE_FACTS)
                                .append(
                                        "indexes",
                                        List.of(new Document("key", keys())
                                                .append("name", INDEX)
                                                .append("partialFilterExpression", new Document("fig.open", true)))),
                        new Document("dropIndexes", LedgerMigrations.CASE_FACTS).append("index", "open_by_due_day")));
    }

    /** @param measures keys of those that hold */
    static String of(FigureFacts facts, Collection<String> measures) {
        return String.join(
                "|",
                Objects.requireNonNullElse(facts.standing().level(), ""),
                Objects.requireNonNullElse(facts.standing().category(), "-"),
                facts.origin().channel(),
                measures.stream().filter(OpenCases.STORED::contains).collect(Collectors.joining(",")));
    }

    /** What {@link #of} says, said of documents that were written before it was. */
    private static Document backfill(String collection) {
        Document joined = new Document(
                "$reduce",
                new Document(
                                "input",
                                new Document(
                                        "$filter",
                                        new Document("input", "$fig.m")
                                                .append("as", "key")
                                                .append(
                                                        "cond",
                                                        new Document("$in", List.of("$$key", OpenCases.STORED)))))
                        .append("initialValue", "")
                        .append(
                                "in",
                                new Document(
                                        "$concat",
                                        List.of(
                                                "$$value",
                                                new Document(
                                                        "$cond",
                                                        List.of(new Document("$eq", List.of("$$value", "")), "", ",")),
                                                "$$this"))));
        Document word = new Document(
                "$concat",
                List.of(
                        new Document("$ifNull", List.of("$fig.s.lvl", "")),
                        "|",
                        new Document("$ifNull", List.of("$fig.s.cat", "-")),
                        "|",
                        "$fig.o.ch",
                        "|",
                        joined));
        return new Document("update", collection)
                .append(
                        "updates",
                        List.of(new Document("q", new Document("fig.open", true))
                                .append("u", List.of(new Document("$set", new Document(WORD, word))))
                                .append("multi", true)));
    }

    /** Of all units in one command. @param today left out: it needs the hour */
    static List<Bson> pipeline(String collection, Collection<String> units, Period period, int today) {
        List<Bson> all = new ArrayList<>();
        for (String unit : units) {
            List<Bson> steps = ofUnit(unit, period, today);
            if (all.isEmpty()) {
                all.addAll(steps);
            } else {
                all.add(Aggregates.unionWith(collection, steps));
            }
        }
        return all;
    }

    private static List<Bson> ofUnit(String unit, Period period, int today) {
        return List.of(
                Aggregates.match(Filters.and(
                        Filters.eq("fig.own", unit),
                        Filters.eq("fig.open", true),
                        Filters.gte(DAY, period.first()),
                        Filters.lte(DAY, period.last()),
                        Filters.ne(DAY, today))),
                Aggregates.group(
                        new Document("unit", new Document("$literal", unit))
                                .append("late", new Document("$lt", List.of("$" + DAY, today)))
                                .append("word", "$" + WORD),
                        Accumulators.sum("cases", 1)));
    }

    /** One group of the answer. */
    record Sum(String unit, boolean late, String[] word, long cases) {
        static Sum read(Document group) {
            Document of = group.get("_id", Document.class);
            return new Sum(
                    of.getString("unit"),
                    of.getBoolean("late"),
                    Objects.requireNonNullElse(of.getString("word"), OF_OLDER_REPLICA)
                            .split("\\|", 4),
                    group.get("cases", Number.class).longValue());
        }

        /** Null where {@link Dimension#of} of a contribution is null. */
        @Nullable
        String value(Dimension dimension) {
            return switch (dimension) {
                case ALL -> "*";
                case LEVEL -> word[0].isEmpty() ? null : word[0];
                case CATEGORY -> word[1];
                case CHANNEL -> word[2];
                case WORKER -> throw new IllegalArgumentException("Not in the key");
            };
        }

        void addTo(Tally tally) {
            for (String key : word[3].split(",")) {
                tally.add(key, cases);
            }
            tally.add(Measure.OVERDUE_OPEN.key(), late ? cases : 0);
        }
    }
}
