package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.wangge.intake.guest.Guests;
import io.wangge.intake.guest.PhoneCode;
import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.Inserts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** {@code guest_codes}, one per telephone, and {@code guest_sessions}. Every limit stands in the filter of a write. */
public final class MongoGuests implements Guests {
    static final String CODES = "guest_codes";
    static final String SESSIONS = "guest_sessions";
    private static final Duration DAY = Duration.ofHours(24);

    static final Migration FORGOTTEN = new Migration(
            28,
            "Codes and sessions of residents are forgotten when they are over",
            List.of(
                    IntakeMigrations.index(
                            CODES,
                            new Document("key", new Document("madeAt", 1))
                                    .append("name", "over")
                                    .append("expireAfterSeconds", DAY.toSeconds() * 2)),
                    IntakeMigrations.index(
                            SESSIONS,
                            new Document("key", new Document("expiresAt", 1))
                                    .append("name", "over")
                                    .append("expireAfterSeconds", 0))));

    private final MongoCollection<Document> codes;
    private final MongoCollection<Document> sessions;

    public MongoGuests(MongoDatabase database) {
        this.codes = database.getCollection(CODES);
        this.sessions = database.getCollection(SESSIONS);
    }

    @Override
    public boolean keep(PhoneCode code) {
        Date now = Date.from(code.madeAt());
        Date aDayAgo = Date.from(code.madeAt().minus(DAY));
        Bson rested = Filters.and(
                Filters.eq("_id", code.phone()),
                Filters.lte("madeAt", Date.from(code.madeAt().minus(PhoneCode.PAUSE))));
        Bson made = Updates.combine(
                Updates.set("hash", code.hash()),
                Updates.set("madeAt", now),
                Updates.set("expiresAt", Date.from(code.expiresAt())),
                Updates.set("tries", 0));
        Bson firstOfDay = Updates.combine(made, Updates.set("dayFrom", now), Updates.set("ofDay", 1));
        return codes.updateOne(Filters.and(rested, Filters.lte("dayFrom", aDayAgo)), firstOfDay)
                                .getModifiedCount()
                        == 1
                || codes.updateOne(
                                        Filters.and(
                                                rested,
                                                Filters.gt("dayFrom", aDayAgo),
                                                Filters.lt("ofDay", PhoneCode.PER_DAY)),
                                        Updates.combine(made, Updates.inc("ofDay", 1)))
                                .getModifiedCount()
                        == 1
                || inserted(code, now);
    }

    private boolean inserted(PhoneCode code, Date now) {
        return Inserts.first(
                codes,
                new Document("_id", code.phone())
                        .append("hash", code.hash())
                        .append("madeAt", now)
                        .append("expiresAt", Date.from(code.expiresAt()))
                        .append("tries", 0)
                        .append("dayFrom", now)
                        .append("ofDay", 1));
    }

    @Override
    public Optional<String> tryCode(String phone, Instant now) {
        Document before = codes.findOneAndUpdate(
                Filters.and(
                        Filters.eq("_id", phone),
                        Filters.gt("expiresAt", Date.from(now)),
                        Filters.lt("tries", PhoneCode.TRIES)),
                Updates.inc("tries", 1),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE));
        return Optional.ofNullable(before).flatMap(code -> Optional.ofNullable(code.getString("hash")));
    }

    @Override
    public boolean use(String phone, String hash) {
        return codes.updateOne(Filters.and(Filters.eq("_id", phone), Filters.eq("hash", hash)), Updates.unset("hash"))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public void open(String tokenHash, String personId, Instant expiresAt) {
        sessions.insertOne(
                new Document("_id", tokenHash).append("personId", personId).append("expiresAt", Date.from(expiresAt)));
    }

    @Override
    public Optional<String> personOf(String tokenHash, Instant now) {
        return Optional.ofNullable(sessions.find(
                                Filters.and(Filters.eq("_id", tokenHash), Filters.gt("expiresAt", Date.from(now))))
                        .first())
                .map(session -> session.getString("personId"));
    }

    @Override
    public void close(String tokenHash) {
        sessions.deleteOne(Filters.eq("_id", tokenHash));
    }
}
