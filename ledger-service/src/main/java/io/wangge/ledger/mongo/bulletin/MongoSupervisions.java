package io.wangge.ledger.mongo.bulletin;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.wangge.ledger.bulletin.Supervisions;
import io.wangge.ledger.mongo.book.ListedEntries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.databind.JsonNode;

/** Read from the entries themselves, by a partial index of those that tell of supervision. */
public final class MongoSupervisions implements Supervisions {
    private final ListedEntries listed;

    public MongoSupervisions(MongoDatabase database) {
        this.listed = new ListedEntries(database);
    }

    @Override
    public List<Supervision> of(String unitId, Instant from, Instant to) {
        Bson within = Filters.and(
                Filters.gte("time", Date.from(from)),
                Filters.lt("time", Date.from(to)),
                Filters.eq("scopeUnits", unitId));
        return listed.latest(ListedEntries.SUPERVISED, within, MOST).reversed().stream()
                .flatMap(entry -> ListedEntries.said(entry).map(message -> supervision(entry, message)).stream())
                .toList();
    }

    private static Supervision supervision(Document entry, JsonNode message) {
        List<String> holder = new ArrayList<>();
        message.at("/after/holderPath").forEach(unit -> holder.add(unit.asString("")));
        return new Supervision(
                message.at("/after/caseId").asString(""),
                message.at("/after/caseNumber").asString(""),
                message.at("/what/level").asString(""),
                message.at("/what/cause").asString(""),
                holder,
                entry.getDate("time").toInstant());
    }
}
