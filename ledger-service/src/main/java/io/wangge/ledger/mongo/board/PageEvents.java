package io.wangge.ledger.mongo.board;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.wangge.contracts.wire.EventJson;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.live.LiveEvent;
import io.wangge.ledger.live.LiveEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The entries of a page as live events, in its order; those that belong to no case are left out. */
final class PageEvents {
    private static final int ALL_AT_ONCE = 10_000;

    private final MongoDatabase database;

    PageEvents(MongoDatabase database) {
        this.database = database;
    }

    /** @param token of the page's place */
    List<LiveEvent> of(Document page, String token) {
        List<String> ids = page.getList("ids", String.class, List.of());
        Map<String, Document> entries = new HashMap<>();
        database.getCollection(LedgerCollections.ENTRIES)
                .find(Filters.and(Filters.in("_id", ids), Filters.exists("caseId")))
                .projection(Projections.include("type", "time", "caseId", "scopeUnits", "data"))
                .batchSize(ALL_AT_ONCE)
                .forEach((Document entry) -> entries.put(entry.getString("_id"), entry));
        String pageId = String.valueOf(page.get("_id"));
        List<LiveEvent> events = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Document entry = entries.get(ids.get(i));
            if (entry != null) {
                events.add(event(entry, TailPosition.of(pageId, i, token)));
            }
        }
        return events;
    }

    private static LiveEvent event(Document entry, TailPosition position) {
        return LiveEvents.of(
                entry.getString("_id"),
                new LiveEvents.Place(position.text(), position.time()),
                entry.getString("type"),
                entry.getDate("time").toInstant(),
                entry.getString("caseId"),
                entry.getList("scopeUnits", String.class, List.of()),
                data(entry));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Document entry) {
        return entry.get("data") instanceof Document tree
                ? tree
                : EventJson.MAPPER.readValue(entry.getString("data"), Map.class);
    }
}
