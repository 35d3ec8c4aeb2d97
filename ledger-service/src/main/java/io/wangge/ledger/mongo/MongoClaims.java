package io.wangge.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.wangge.ledger.desk.Claims;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Claims, one document a round: whoever writes first has it. */
public final class MongoClaims implements Claims {
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> claims;

    public MongoClaims(MongoDatabase database) {
        this.claims = database.getCollection(CallbackMigrations.CLAIMS);
    }

    @Override
    public Claim claim(Claim wanted, Instant now) {
        Document document = new Document("clerkId", wanted.clerkId()).append("until", Date.from(wanted.until()));
        try {
            claims.replaceOne(
                    and(eq("_id", wanted.roundId()), or(eq("clerkId", wanted.clerkId()), lte("until", Date.from(now)))),
                    document,
                    UPSERT);
            return wanted;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Document other = claims.find(eq("_id", wanted.roundId())).first();
            return other == null ? wanted : read(other);
        }
    }

    @Override
    public void release(String roundId, String clerkId) {
        claims.deleteOne(and(eq("_id", roundId), eq("clerkId", clerkId)));
    }

    @Override
    public Map<String, Claim> standing(Collection<String> roundIds, Instant now) {
        Map<String, Claim> standing = new HashMap<>();
        if (!roundIds.isEmpty()) {
            claims.find(and(in("_id", roundIds), gt("until", Date.from(now))))
                    .forEach(document -> standing.put(document.getString("_id"), read(document)));
        }
        return standing;
    }

    private static Claim read(Document document) {
        return new Claim(
                document.getString("_id"),
                document.getString("clerkId"),
                document.getDate("until").toInstant());
    }
}
