package io.wangge.ledger.mongo.rating;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.callback.Grade;
import io.wangge.ledger.rating.FiveZero;
import io.wangge.ledger.rating.RatingTotals;
import io.wangge.ledger.rating.Standing;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Totals of ratings, counted when they are asked for: a district's week is some ten thousand of them. */
public final class MongoRatingTotals implements RatingTotals {
    private final MongoCollection<Document> ratings;

    public MongoRatingTotals(MongoDatabase database) {
        this.ratings = database.getCollection(RatingMigrations.RATINGS);
    }

    @Override
    public List<Standing> standings(By by, Span span) {
        String field = by == By.WORKER ? "$staffId" : "$unitId";
        Map<String, Map<Grade, Long>> grades = new HashMap<>();
        ratings.aggregate(List.of(
                        match(within(span)),
                        group(new Document("who", field).append("grade", "$grade"), sum("count", 1L))))
                .forEach(row -> {
                    Document id = row.get("_id", Document.class);
                    grades.computeIfAbsent(id.getString("who"), who -> new EnumMap<>(Grade.class))
                            .put(
                                    Grade.valueOf(id.getString("grade")),
                                    row.get("count", Number.class).longValue());
                });
        return grades.entrySet().stream()
                .map(entry -> new Standing(entry.getKey(), Map.copyOf(entry.getValue())))
                .toList();
    }

    @Override
    public Map<FiveZero, Long> breaches(Span span) {
        Map<FiveZero, Long> counts = new EnumMap<>(FiveZero.class);
        for (FiveZero zero : FiveZero.values()) {
            counts.put(zero, 0L);
        }
        ratings.aggregate(List.of(match(within(span)), unwind("$breaches"), group("$breaches", sum("count", 1L))))
                .forEach(row -> counts.put(
                        FiveZero.valueOf(row.getString("_id")),
                        row.get("count", Number.class).longValue()));
        return counts;
    }

    private static Bson within(Span span) {
        return and(
                in("unitPath", span.units()),
                gte("day", span.from().toString()),
                lte("day", span.to().toString()));
    }
}
