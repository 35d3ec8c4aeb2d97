package io.wangge.ledger.mongo.callback;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nor;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamDocument;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.desk.RoundShelf;
import io.wangge.ledger.desk.RoundTab;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The callback desk's lists, each from a partial index in its order. */
public final class MongoRoundShelf implements RoundShelf {
    private static final String BY_DUE = "dueAt";

    private final MongoDatabase database;
    private final RoundMapper mapper = new RoundMapper();

    public MongoRoundShelf(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Page page(RoundTab tab, Set<String> units, LocalDate today, Instant now, @Nullable Place after, int limit) {
        return page(query(tab, units, today, now, after), orderOf(tab), limit);
    }

    @Override
    public Page visits(Set<String> units, String workerId, LocalDate today, @Nullable Place after, int limit) {
        // Who is no grid worker has none; MongoDB knows no index for that question.
        return units.isEmpty() ? new Page(List.of(), null) : page(visits(units, workerId, today, after), BY_DUE, limit);
    }

    private Page page(FindIterable<Document> query, String order, int limit) {
        List<Document> found = query.limit(limit + 1).into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Document> shown = more ? found.subList(0, limit) : found;
        Place next = more
                ? new Place(
                        shown.getLast().getDate(order).toInstant(),
                        shown.getLast().getString("_id"))
                : null;
        return new Page(shown.stream().map(this::stored).toList(), next);
    }

    FindIterable<Document> visits(Set<String> units, String workerId, LocalDate today, @Nullable Place after) {
        List<Bson> filter = new ArrayList<>();
        filter.add(in("visitUnits", units));
        filter.add(ne("knockedOn", today.toString()));
        filter.add(ne("doerId", workerId));
        if (after != null) {
            Date at = Date.from(after.at());
            filter.add(gte(BY_DUE, at));
            filter.add(nor(and(eq(BY_DUE, at), lte("_id", after.roundId()))));
        }
        return database.getCollection(CallbackMigrations.ROUNDS)
                .find(and(filter))
                .sort(Sorts.ascending(BY_DUE, "_id"))
                .hintString(CallbackMigrations.TO_VISIT);
    }

    FindIterable<Document> query(RoundTab tab, Set<String> units, LocalDate today, Instant now, @Nullable Place after) {
        String order = orderOf(tab);
        boolean done = tab == RoundTab.DONE;
        List<Bson> filter = new ArrayList<>();
        filter.add(in("scopeUnits", units));
        filter.add(eq("open", !done));
        if (tab == RoundTab.DUE) {
            filter.add(ne("triedOn", today.toString()));
        }
        if (tab == RoundTab.OVERDUE) {
            filter.add(lt("dueAt", Date.from(now)));
        }
        if (tab == RoundTab.JUDGE) {
            filter.add(eq("toJudge", true));
        }
        if (after != null) {
            Date at = Date.from(after.at());
            // Said with a bound and an exception: with "or" MongoDB sorts instead of walking the index.
            filter.add(done ? lte(order, at) : gte(order, at));
            filter.add(nor(and(eq(order, at), done ? gte("_id", after.roundId()) : lte("_id", after.roundId()))));
        }
        FindIterable<Document> found = database.getCollection(CallbackMigrations.ROUNDS)
                .find(and(filter))
                .sort(done ? Sorts.descending(order, "_id") : Sorts.ascending(order, "_id"));
        // Two indexes fit; MongoDB would take the one with all that are open, of which few wait for a word.
        return tab == RoundTab.JUDGE ? found.hintString(CallbackMigrations.TO_JUDGE) : found;
    }

    private static String orderOf(RoundTab tab) {
        return tab == RoundTab.DONE ? "lastEventAt" : BY_DUE;
    }

    private Stored<Round> stored(Document document) {
        String id = document.getString("_id");
        return new Stored<>(
                id,
                document.get(StreamDocument.VERSION, Number.class).longValue(),
                mapper.fromDocument(id, document),
                List.of(),
                StreamDocument.pendingOf(document).size());
    }
}
