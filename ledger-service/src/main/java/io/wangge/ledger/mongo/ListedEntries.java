package io.wangge.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.wire.EventJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Entries of the types that lists are read from. Young ones stand in the ledger; of those that went into an archive a copy
 * stays behind, so that a list never loses a line.
 */
final class ListedEntries {
    static final String INDEX = "listed_latest_first";

    /** What a copy stays of, and the index holds; one more type needs the index made anew. */
    static final Set<String> TYPES = Stream.concat(
                    MongoAccountability.RECORDS.stream(),
                    Stream.of(
                            MongoAccountability.DECIDED,
                            MongoCriticismList.REGISTERED,
                            MongoCriticismList.REPLIED,
                            MongoCriticismList.AWAITED,
                            ScoreMigrations.SUPERVISED))
            .collect(Collectors.toUnmodifiableSet());

    static final Comparator<Document> LATEST_FIRST = Comparator.<Document, Date>comparing(
                    entry -> entry.getDate("time"))
            .thenComparing(entry -> entry.getString("_id"))
            .reversed();

    private final MongoDatabase database;

    ListedEntries(MongoDatabase database) {
        this.database = database;
    }

    /** @param type one of {@link #TYPES} */
    List<Document> latest(String type, Bson filter, int limit) {
        Bson ofType = and(eq("type", type), filter);
        Bson order = Sorts.descending("time", "_id");
        List<Document> found = database.getCollection(LedgerMigrations.ENTRIES)
                .find(ofType)
                .hintString(INDEX)
                .sort(order)
                .limit(limit)
                .into(new ArrayList<>());
        database.getCollection(LedgerMigrations.ARCHIVED_LISTED)
                .find(ofType)
                .sort(order)
                .limit(limit)
                .into(found);
        return found.stream().sorted(LATEST_FIRST).limit(limit).toList();
    }

    /** In order of time. */
    List<Document> ofCases(Collection<String> caseIds, String... types) {
        Bson filter = and(in("caseId", caseIds), in("type", types));
        List<Document> found = new ArrayList<>();
        for (String collection : List.of(LedgerMigrations.ENTRIES, LedgerMigrations.ARCHIVED_LISTED)) {
            database.getCollection(collection).find(filter).into(found);
        }
        return found.stream().sorted(LATEST_FIRST.reversed()).toList();
    }

    /** @return what the entry says; empty for one that cannot be read */
    static Optional<JsonNode> said(Document entry) {
        try {
            return Optional.of(EventJson.MAPPER.readTree(entry.getString("data")));
        } catch (JacksonException e) {
            // Somebody changed it behind our back. The check of the ledger says so; here it can only be left out.
            return Optional.empty();
        }
    }
}
