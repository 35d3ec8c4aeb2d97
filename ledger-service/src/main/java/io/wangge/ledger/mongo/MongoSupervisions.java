package io.wangge.ledger.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.wire.EventJson;
import io.wangge.ledger.bulletin.Supervisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Read from the entries themselves, by a partial index of those that tell of supervision. */
public final class MongoSupervisions implements Supervisions {
    private final MongoDatabase database;

    public MongoSupervisions(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public List<Supervision> of(String unitId, Instant from, Instant to) {
        List<Supervision> found = new ArrayList<>();
        for (Document entry : database.getCollection(LedgerMigrations.ENTRIES)
                .find(Filters.and(
                        Filters.eq("type", ScoreMigrations.SUPERVISED),
                        Filters.gte("time", Date.from(from)),
                        Filters.lt("time", Date.from(to)),
                        Filters.eq("scopeUnits", unitId)))
                .sort(Sorts.ascending("time"))
                .limit(MOST)) {
            read(entry).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Supervision> read(Document entry) {
        try {
            JsonNode message = EventJson.MAPPER.readTree(entry.getString("data"));
            List<String> holder = new ArrayList<>();
            message.at("/after/holderPath").forEach(unit -> holder.add(unit.asString("")));
            return Optional.of(new Supervision(
                    message.at("/after/caseId").asString(""),
                    message.at("/after/caseNumber").asString(""),
                    message.at("/what/level").asString(""),
                    message.at("/what/cause").asString(""),
                    holder,
                    entry.getDate("time").toInstant()));
        } catch (JacksonException e) {
            // Somebody changed it behind our back. The check of the ledger says so; here it can only be left out.
            return Optional.empty();
        }
    }
}
