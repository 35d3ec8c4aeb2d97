package io.wangge.ledger.mongo;

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
 * Open cases that are due in a period, summed from the partial index of those that are open: becoming overdue is no
 * event, and what is open is a small part of all.
 */
final class OpenCases {
    static final List<String> STORED = Arrays.stream(Measure.values())
            .filter(measure -> measure.anchor() == Anchor.COUNTING)
            .map(Measure::key)
            .toList();

    /** Of the measures that it answers with. */
    static final List<String> KEYS = Stream.concat(STORED.stream(), Stream.of(Measure.OVERDUE_OPEN.key()))
            .toList();

    private OpenCases() {}

    static List<Bson> sums(Collection<String> units, Dimension dimension, Period period, Instant now) {
        List<Bson> steps = new ArrayList<>();
        steps.add(Aggregates.match(Filters.and(
                Filters.eq("fig.open", true),
                Filters.in("fig.own", units),
                Filters.gte("fig.day", period.first()),
                Filters.lte("fig.day", period.last()))));
        Object unit = units.iterator().next();
        if (units.size() > 1) {
            steps.add(Aggregates.unwind("$fig.own"));
            steps.add(Aggregates.match(Filters.in("fig.own", units)));
            unit = "$fig.own";
        } else {
            unit = new Document("$literal", unit);
        }
        List<BsonField> sums = new ArrayList<>();
        STORED.forEach(key -> sums.add(Accumulators.sum(key, ifThenOne(new Document("$in", List.of(key, "$fig.m"))))));
        sums.add(Accumulators.sum(
                Measure.OVERDUE_OPEN.key(), ifThenOne(new Document("$lt", List.of("$fig.s.due", Date.from(now))))));
        steps.add(Aggregates.group(new Document("unit", unit).append("value", valueOf(dimension)), sums));
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
        };
    }
}
