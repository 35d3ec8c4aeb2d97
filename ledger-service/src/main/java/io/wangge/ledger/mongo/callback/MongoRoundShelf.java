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
    private final MongoDatabase database;
    private final RoundMapper mapper = new RoundMapper();

    public MongoRoundShelf(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Page page(RoundTab tab, Set<String> units, LocalDate today, Instant now, @Nullable Place after, int limit) {
        List<Document> found =
                query(tab, units, today, now, after).limit(limit + 1).into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Document> shown = more ? found.subList(0, limit) : found;
        Place next = more
                ? new Place(
                        shown.getLast().getDate(orderOf(tab)).toInstant(),
                        shown.getLast().getString("_id"))
                : null;
        return new Page(shown.stream().map(this::stored).toList(), next);
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
        return tab == RoundTab.DONE ? "lastEventAt" : "dueAt";
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
