package io.wangge.dispatch.mongo.casefile;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
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
    private static final int KEYS_AT_FIRST = 1_000;
    private static final int MOST_KEYS = 16_000;
    private static final int MOST_CASES = 512;

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
        return new Search(plan, sifting, most).from(after);
    }

    /**
     * What is asked of the index alone: of the next keys those that may be the caller's, and where they end. The plan's
     * test says that no case is fetched.
     */
    static List<Bson> pipeline(ListPlan plan, Bson range, Collection<String> units, int keys) {
        Document mayBeTheirs = new Document("$cond", List.of(marked(units), "$_id", "$$REMOVE"));
        return List.of(
                Aggregates.match(range),
                Aggregates.sort(plan.order().sort()),
                Aggregates.limit(keys),
                Aggregates.group(
                        null,
                        Accumulators.sum("keys", 1),
                        Accumulators.last(
                                plan.order().field(), "$" + plan.order().field()),
                        Accumulators.last("last", "$_id"),
                        Accumulators.push("theirs", mayBeTheirs)));
    }

    /** A case that was last written before there were marks may be anybody's. */
    private static Document marked(Collection<String> units) {
        Document marks = new Document("$ifNull", List.of("$" + CaseMapper.SCOPE_MARKS, ScopeMarks.of(units)));
        return new Document("$regexMatch", new Document("input", marks).append("regex", ScopeMarks.anyOf(units)));
    }

    private final class Search {
        private final ListPlan plan;
        private final ListPlan.Sifting sifting;
        private final int most;
        private final long until = System.nanoTime() + patience.toNanos();
        private final List<Document> found = new ArrayList<>();
        private int keys = KEYS_AT_FIRST;
        private int together;

        Search(ListPlan plan, ListPlan.Sifting sifting, int most) {
            this.plan = plan;
            this.sifting = sifting;
            this.most = most;
            this.together = 2 * most;
        }

        List<Document> from(@Nullable Cursor after) {
            @Nullable Cursor place = after == null ? walk(sifting.range()) : after;
            while (place != null && found.size() < most) {
                // Two exact bounds; "either" would have the cases fetched.
                @Nullable Cursor sameMoment = walk(and(sifting.range(), place.sameMoment()));
                place = sameMoment != null ? sameMoment : walk(and(sifting.range(), place.further()));
            }
            return found.size() > most ? found.subList(0, most) : found;
        }

        /** @return where to go on, null at the end of the range */
        private @Nullable Cursor walk(Bson range) {
            if (found.size() >= most) {
                return null;
            }
            Document passed = cases.aggregate(pipeline(plan, range, sifting.units(), keys))
                    .hintString(plan.index())
                    .maxTime(left(), TimeUnit.MILLISECONDS)
                    .first();
            if (passed == null) {
                return null;
            }
            boolean more = passed.getInteger("keys") == keys;
            keys = Math.min(MOST_KEYS, 2 * keys);
            fetch(passed.getList("theirs", String.class));
            return more ? plan.order().endedAt(passed.append("_id", passed.get("last"))) : null;
        }

        private void fetch(List<String> ids) {
            for (int from = 0; from < ids.size() && found.size() < most; ) {
                int to = Math.min(ids.size(), from + together);
                cases.find(and(in("_id", ids.subList(from, to)), plan.filter()))
                        .hintString("_id_")
                        .projection(shown)
                        .sort(plan.order().sort())
                        .maxTime(left(), TimeUnit.MILLISECONDS)
                        .into(found);
                from = to;
                together = Math.min(MOST_CASES, 2 * together);
            }
        }

        private long left() {
            long millis = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (millis <= 0) {
                throw new TooBroad();
            }
            return millis;
        }
    }
}
