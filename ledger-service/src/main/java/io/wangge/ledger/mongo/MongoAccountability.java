package io.wangge.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nor;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.casefile.CaseEvent.Decided;
import io.wangge.contracts.casefile.CaseEvent.Decision;
import io.wangge.contracts.wire.EventJson;
import io.wangge.contracts.wire.EventTypes;
import io.wangge.ledger.desk.Accountability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The list, read from the entries themselves: nothing beside the chain could be changed instead. */
public final class MongoAccountability implements Accountability {
    static final String DECIDED = EventTypes.nameOf(Decided.class);

    private static final Comparator<Document> LATEST_FIRST = Comparator.comparing(
                    (Document entry) -> entry.getDate("time"))
            .thenComparing(entry -> entry.getString("_id"))
            .reversed();

    private final MongoDatabase database;

    public MongoAccountability(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Page page(@Nullable Place after, int limit) {
        List<Document> found = query(after).limit(limit + 1).into(new ArrayList<>());
        query(LedgerMigrations.ARCHIVED_DECISIONS, after).limit(limit + 1).into(found);
        found.sort(LATEST_FIRST);
        List<Document> shown = found.subList(0, Math.min(limit, found.size()));
        Place next = found.size() > limit
                ? new Place(
                        shown.getLast().getDate("time").toInstant(),
                        shown.getLast().getString("_id"))
                : null;
        return new Page(shown.stream().flatMap(MongoAccountability::line).toList(), next);
    }

    FindIterable<Document> query(@Nullable Place after) {
        return query(LedgerMigrations.ENTRIES, after);
    }

    private FindIterable<Document> query(String collection, @Nullable Place after) {
        List<Bson> filter = new ArrayList<>(List.of(eq("type", DECIDED)));
        if (after != null) {
            Date at = Date.from(after.at());
            filter.add(lte("time", at));
            filter.add(nor(and(eq("time", at), gte("_id", after.entryId()))));
        }
        return database.getCollection(collection).find(and(filter)).sort(Sorts.descending("time", "_id"));
    }

    /** A decision for rework is none of this list. */
    private static Stream<Line> line(Document entry) {
        return read(entry).stream()
                .filter(message -> Decision.CLOSE.name().equals(text(message.at("/what/decision"))))
                .map(message -> new Line(
                        entry.getString("_id"),
                        text(message.at("/after/caseNumber")),
                        text(message.at("/after/category")),
                        last(message.at("/after/holderPath")),
                        text(message.at("/by/unitId")),
                        entry.getDate("time").toInstant(),
                        Optional.ofNullable(text(message.at("/what/reason"))).orElse("")));
    }

    private static Optional<JsonNode> read(Document entry) {
        try {
            return Optional.of(EventJson.MAPPER.readTree(entry.getString("data")));
        } catch (JacksonException e) {
            // Somebody changed it behind our back. The check of the ledger says so; here it can only be left out.
            return Optional.empty();
        }
    }

    private static @Nullable String last(JsonNode path) {
        return path.isArray() && !path.isEmpty() ? text(path.get(path.size() - 1)) : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
