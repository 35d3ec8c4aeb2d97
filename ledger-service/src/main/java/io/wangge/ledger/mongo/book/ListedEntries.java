package io.wangge.ledger.mongo.book;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.casefile.CaseEvent.CriticismRegistered;
import io.wangge.contracts.casefile.CaseEvent.CriticismReplied;
import io.wangge.contracts.casefile.CaseEvent.Decided;
import io.wangge.contracts.casefile.CaseEvent.RevisitAwaited;
import io.wangge.contracts.casefile.CaseEvent.Supervised;
import io.wangge.contracts.criticism.AwardEvent.AwardGranted;
import io.wangge.contracts.criticism.AwardEvent.AwardRevoked;
import io.wangge.contracts.criticism.SanctionEvent.SanctionImposed;
import io.wangge.contracts.criticism.SanctionEvent.SanctionRevoked;
import io.wangge.contracts.wire.EventJson;
import io.wangge.contracts.wire.EventTypes;
import io.wangge.ledger.evidence.LedgerCollections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Entries of the types that lists are read from. Young ones stand in the ledger; of those that went into an archive a copy
 * stays behind, so that a list never loses a line.
 */
public final class ListedEntries {
    /** Archived entries that lists are read from, without their texts. */
    public static final String ARCHIVED = "archived_listed";

    public static final String INDEX = "listed_latest_first";

    public static final String DECIDED = EventTypes.nameOf(Decided.class);
    public static final String REGISTERED = EventTypes.nameOf(CriticismRegistered.class);
    public static final String REPLIED = EventTypes.nameOf(CriticismReplied.class);
    public static final String AWAITED = EventTypes.nameOf(RevisitAwaited.class);
    public static final String SUPERVISED = EventTypes.nameOf(Supervised.class);
    public static final String AWARDED = EventTypes.nameOf(AwardGranted.class);
    public static final String AWARD_REVOKED = EventTypes.nameOf(AwardRevoked.class);
    public static final String SANCTIONED = EventTypes.nameOf(SanctionImposed.class);
    public static final String SANCTION_REVOKED = EventTypes.nameOf(SanctionRevoked.class);

    /** What a copy stays of, and the index holds; one more type needs the index made anew. */
    public static final Set<String> TYPES = Set.of(
            DECIDED, REGISTERED, REPLIED, AWAITED, SUPERVISED, AWARDED, AWARD_REVOKED, SANCTIONED, SANCTION_REVOKED);

    public static final Comparator<Document> LATEST_FIRST = Comparator.<Document, Date>comparing(
                    entry -> entry.getDate("time"))
            .thenComparing(entry -> entry.getString("_id"))
            .reversed();

    private final MongoDatabase database;

    public ListedEntries(MongoDatabase database) {
        this.database = database;
    }

    /** @param type one of {@link #TYPES} */
    public List<Document> latest(String type, Bson filter, int limit) {
        Bson ofType = and(eq("type", type), filter);
        Bson order = Sorts.descending("time", "_id");
        List<Document> found = database.getCollection(LedgerCollections.ENTRIES)
                .find(ofType)
                .hintString(INDEX)
                .sort(order)
                .limit(limit)
                .into(new ArrayList<>());
        database.getCollection(ARCHIVED).find(ofType).sort(order).limit(limit).into(found);
        return found.stream().sorted(LATEST_FIRST).limit(limit).toList();
    }

    /** In order of time. */
    public List<Document> ofCases(Collection<String> caseIds, String... types) {
        Bson filter = and(in("caseId", caseIds), in("type", types));
        List<Document> found = new ArrayList<>();
        for (String collection : List.of(LedgerCollections.ENTRIES, ARCHIVED)) {
            database.getCollection(collection).find(filter).into(found);
        }
        return found.stream().sorted(LATEST_FIRST.reversed()).toList();
    }

    /** @return what the entry says; empty for one that cannot be read */
    public static Optional<JsonNode> said(Document entry) {
        try {
            return Optional.of(EventJson.MAPPER.readTree(entry.getString("data")));
        } catch (JacksonException e) {
            // Somebody changed it behind our back. The check of the ledger says so; here it can only be left out.
            return Optional.empty();
        }
    }
}
