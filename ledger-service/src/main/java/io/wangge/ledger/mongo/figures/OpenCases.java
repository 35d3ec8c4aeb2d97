package io.wangge.ledger.mongo.figures;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BsonField;
import com.mongodb.client.model.Filters;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.Measure;
import io.wangge.ledger.figures.Measure.Anchor;
import io.wangge.ledger.figures.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Open cases summed one by one, from the partial index of those that are open: becoming overdue is no event, so those of
 * the day itself are looked at; and all of them while the rollups do not know what is open ({@link FigureState}).
 */
final class OpenCases {
    private static final List<String> STORED = Arrays.stream(Measure.values())
            .filter(measure -> measure.anchor() == Anchor.COUNTING)
            .map(Measure::key)
            .toList();

    /** Of the measures that it answers with. */
    static final List<String> KEYS = Stream.concat(STORED.stream(), Stream.of(Measure.OVERDUE_OPEN.key()))
            .toList();

    private OpenCases() {}

    /** Groups by {@code unit} and the key of each dimension. */
    static List<Bson> sums(Collection<String> units, Collection<Dimension> dimensions, Period period, Instant now) {
        List<BsonField> sums = new ArrayList<>();
        STORED.forEach(key -> sums.add(Accumulators.sum(key, ifThenOne(new Document("$in", List.of(key, "$fig.m"))))));
        sums.add(Accumulators.sum(
                Measure.OVERDUE_OPEN.key(), ifThenOne(new Document("$lt", List.of("$fig.s.due", Date.from(now))))));
        Bson due = Filters.and(Filters.gte("fig.day", period.first()), Filters.lte("fig.day", period.last()));
        return grouped(units, dimensions, due, sums);
    }

    /** Those that are due on this day and were so before this moment, each as one of {@link Measure#OVERDUE_OPEN}. */
    static List<Bson> overdueOn(Collection<String> units, Collection<Dimension> dimensions, int day, Instant now) {
        Bson due = Filters.and(Filters.eq("fig.day", day), Filters.lt("fig.s.due", Date.from(now)));
        return grouped(units, dimensions, due, List.of(Accumulators.sum(Measure.OVERDUE_OPEN.key(), 1)));
    }

    private static List<Bson> grouped(
            Collection<String> units, Collection<Dimension> dimensions, Bson due, List<BsonField> sums) {
        List<Bson> steps = new ArrayList<>();
        steps.add(Aggregates.match(Filters.and(Filters.eq("fig.open", true), Filters.in("fig.own", units), due)));
        Object unit = new Document("$literal", units.iterator().next());
        if (units.size() > 1) {
            steps.add(Aggregates.unwind("$fig.own"));
            steps.add(Aggregates.match(Filters.in("fig.own", units)));
            unit = "$fig.own";
        }
        Document group = new Document("unit", unit);
        dimensions.forEach(dimension -> group.append(dimension.key(), valueOf(dimension)));
        steps.add(Aggregates.group(group, sums));
        return steps;
    }

    private static Document ifThenOne(Document condition) {
        return new Document("$cond", List.of(condition, 1, 0));
    }

    /** Null where {@link Dimension#of} of a contribution is null. */
    private static Object valueOf(Dimension dimension) {
        return switch (dimension) {
            case ALL -> new Document("$literal", "*");
            case LEVEL -> "$fig.s.lvl";
            case CATEGORY -> new Document("$ifNull", List.of("$fig.s.cat", "-"));
            case CHANNEL -> "$fig.o.ch";
            case WORKER -> "$fig.o.w";
            case PLACE -> new Document("$last", "$fig.s.terr");
        };
    }
}
