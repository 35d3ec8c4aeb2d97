package io.wangge.ledger.mongo.callback;

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
import io.wangge.kit.store.GroupedCalls;
import io.wangge.ledger.desk.Claims;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Claims, one document a round: whoever writes first has it. Clerks at work ask together. */
public final class MongoClaims implements Claims, AutoCloseable {
    private static final int MAX_BATCH = 500;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> claims;
    private final GroupedCalls<String, Optional<Claim>> asked;

    public MongoClaims(MongoDatabase database) {
        this.claims = database.getCollection(CallbackMigrations.CLAIMS);
        this.asked = new GroupedCalls<>("group-loader-claims", MAX_BATCH, UnaryOperator.identity(), this::all);
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
    public Optional<Claim> standing(String roundId, Instant now) {
        return asked.ask(roundId).filter(claim -> claim.until().isAfter(now));
    }

    private List<Optional<Claim>> all(List<String> roundIds) {
        Map<String, Claim> found = byRound(in("_id", roundIds));
        return roundIds.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
    }

    @Override
    public Map<String, Claim> standing(Collection<String> roundIds, Instant now) {
        return roundIds.isEmpty() ? Map.of() : byRound(and(in("_id", roundIds), gt("until", Date.from(now))));
    }

    private Map<String, Claim> byRound(Bson filter) {
        Map<String, Claim> found = new HashMap<>();
        claims.find(filter).forEach(document -> found.put(document.getString("_id"), read(document)));
        return found;
    }

    private static Claim read(Document document) {
        return new Claim(
                document.getString("_id"),
                document.getString("clerkId"),
                document.getDate("until").toInstant());
    }

    @Override
    public void close() {
        asked.close();
    }
}
