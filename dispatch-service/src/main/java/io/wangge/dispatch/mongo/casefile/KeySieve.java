package io.wangge.dispatch.mongo.casefile;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.wangge.dispatch.desk.CaseLists.TooBroad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Lists along a range that is not the caller's: its keys are sifted by their {@link ScopeMarks}, in the order of the list,
 * and only what stays in the sieve is fetched and looked at. Passing a key costs a hundredth of fetching its case.
 */
final class KeySieve {
    /** The first time as many as a page; where few of them are meant, more at once. */
    private static final int MOST_AT_A_TIME = 2_000;

    private static final String MINE = "mine";

    private final MongoCollection<Document> cases;
    private final Bson shown;
    private final Duration patience;

    KeySieve(MongoCollection<Document> cases, Bson shown, Duration patience) {
        this.cases = cases;
        this.shown = shown;
        this.patience = patience;
    }

    /**
     * @param after where the page before ended
     * @return in the order of the plan, {@code most} at most
     * @throws TooBroad when it takes longer than a list may
     */
    List<Document> first(ListPlan plan, ListPlan.Sifting sifting, @Nullable Cursor after, int most) {
        long until = System.nanoTime() + patience.toNanos();
        List<Document> found = new ArrayList<>();
        @Nullable Cursor from = after;
        int together = most;
        boolean more = true;
        while (more && found.size() < most) {
            List<Document> keys = cases.aggregate(pipeline(plan, sifting, from, together))
                    .hintString(plan.index())
                    .maxTime(left(until), TimeUnit.MILLISECONDS)
                    .into(new ArrayList<>());
            more = keys.size() == together;
            if (!keys.isEmpty()) {
                found.addAll(fetched(plan, keys, left(until)));
                from = plan.order().endedAt(keys.getLast());
            }
            together = Math.min(MOST_AT_A_TIME, 4 * together);
        }
        return found.size() > most ? found.subList(0, most) : found;
    }

    private static long left(long until) {
        long millis = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (millis <= 0) {
            throw new TooBroad();
        }
        return millis;
    }

    /** What is asked of the index alone; the plan's test says that no case is fetched. */
    static List<Bson> pipeline(ListPlan plan, ListPlan.Sifting sifting, @Nullable Cursor from, int most) {
        ListOrder order = plan.order();
        List<Object> conditions = new ArrayList<>();
        conditions.add(marked(sifting.units()));
        Bson range = sifting.range();
        if (from != null) {
            range = and(range, from.upTo());
            conditions.add(from.isBefore());
        }
        // Computed, and so not moved before the projection, where it would have every case fetched.
        Bson computed = Projections.computed(MINE, new Document("$and", conditions));
        return List.of(
                Aggregates.match(range),
                Aggregates.sort(order.sort()),
                Aggregates.project(Projections.fields(Projections.include(order.field()), computed)),
                Aggregates.match(Filters.eq(MINE, true)),
                Aggregates.limit(most));
    }

    /** A case that was last written before there were marks may be anybody's. */
    private static Document marked(Collection<String> units) {
        String any = ScopeMarks.of(units);
        Document marks = new Document("$ifNull", List.of("$" + CaseMapper.SCOPE_MARKS, any));
        return new Document("$regexMatch", new Document("input", marks).append("regex", ScopeMarks.anyOf(units)));
    }

    private List<Document> fetched(ListPlan plan, List<Document> keys, long millis) {
        List<String> ids = keys.stream().map(key -> key.getString("_id")).toList();
        return cases.find(and(in("_id", ids), plan.filter()))
                .hintString("_id_")
                .projection(shown)
                .sort(plan.order().sort())
                .maxTime(millis, TimeUnit.MILLISECONDS)
                .into(new ArrayList<>());
    }
}
