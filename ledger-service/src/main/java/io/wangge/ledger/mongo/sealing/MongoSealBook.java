package io.wangge.ledger.mongo.sealing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.wangge.kit.store.Inserts;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.evidence.SealDocuments;
import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.Page;
import io.wangge.ledger.seal.Seal;
import io.wangge.ledger.sealing.SealBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** Seals in MongoDB. The sealer's place is one document; whoever writes a seal touches it in the same transaction. */
public final class MongoSealBook implements SealBook {
    private static final String PLACE = SealerPlace.ID;
    private static final String TO_PUBLISH = "toPublish";
    private static final int DUPLICATE_KEY = 11000;

    private final SealerPlace place;
    private final MongoCollection<Document> pages;
    private final MongoCollection<Document> seals;
    private final MongoCollection<Document> days;
    private final MongoCollection<Document> sealer;

    public MongoSealBook(MongoClient client, MongoDatabase database) {
        this.place = new SealerPlace(client, database);
        this.pages = database.getCollection(LedgerCollections.PAGES);
        this.seals = database.getCollection(LedgerCollections.SEALS);
        this.days = database.getCollection(LedgerCollections.DAYS);
        this.sealer = database.getCollection(LedgerCollections.SEALER);
    }

    @Override
    public OptionalLong lead(String holder, Duration lease) {
        Bson mineOrFree = and(
                eq("_id", PLACE),
                new Document(
                        "$expr",
                        new Document(
                                "$or",
                                List.of(
                                        new Document("$eq", List.of("$holder", holder)),
                                        new Document("$lt", List.of("$until", "$$NOW"))))));
        Document fence = new Document(
                "$cond",
                List.of(
                        new Document("$eq", List.of("$holder", holder)),
                        "$fence",
                        new Document("$add", List.of(new Document("$ifNull", List.of("$fence", 0L)), 1L))));
        Document until = new Document("$add", List.of("$$NOW", lease.toMillis()));
        // The right sides see the document as it was, so the fence is compared with the holder before.
        List<Document> taken = List.of(new Document(
                "$set", new Document("fence", fence).append("until", until).append("holder", holder)));
        FindOneAndUpdateOptions after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        Document now = sealer.findOneAndUpdate(mineOrFree, taken, after);
        if (now == null && makePlace()) {
            now = sealer.findOneAndUpdate(mineOrFree, taken, after);
        }
        return now == null
                ? OptionalLong.empty()
                : OptionalLong.of(now.get("fence", Number.class).longValue());
    }

    /** Not by upsert, which MongoDB refuses where the filter compares with its clock. */
    private boolean makePlace() {
        return Inserts.first(
                sealer, new Document("_id", PLACE).append("until", new Date(0)).append("fence", 0L));
    }

    @Override
    public List<Page.Ref> openPages(int most) {
        return pages.find(eq("seal", null))
                .sort(ascending("_id"))
                .limit(most)
                .projection(Projections.include("root", "entries"))
                .map(page -> new Page.Ref(
                        String.valueOf(page.get("_id")), page.getString("root"), page.getInteger("entries")))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Seal> lastSeal() {
        return Optional.ofNullable(seals.find().sort(descending("_id")).first()).map(SealDocuments::seal);
    }

    @Override
    public Optional<DaySeal> lastDay() {
        return Optional.ofNullable(days.find().sort(descending("_id")).first()).map(SealDocuments::day);
    }

    @Override
    public List<String> sealHashes(long from) {
        return seals.find(gte("_id", from))
                .sort(ascending("_id"))
                .projection(Projections.include("hash"))
                .map(seal -> seal.getString("hash"))
                .into(new ArrayList<>());
    }

    @Override
    public void write(String holder, long fence, Seal seal) {
        List<ObjectId> theirs =
                seal.pages().stream().map(page -> new ObjectId(page.id())).toList();
        fenced(holder, fence, new Document("lastSeal", seal.no()), session -> {
            seals.insertOne(session, SealDocuments.seal(seal).append(TO_PUBLISH, true));
            long taken = pages.updateMany(
                            session, and(in("_id", theirs), eq("seal", null)), Updates.set("seal", seal.no()))
                    .getMatchedCount();
            if (taken != theirs.size()) {
                throw new FencedOffException("a page has a seal already");
            }
        });
    }

    @Override
    public void write(String holder, long fence, DaySeal day) {
        fenced(
                holder,
                fence,
                new Document("lastDay", day.no()),
                session -> days.insertOne(session, SealDocuments.day(day).append(TO_PUBLISH, true)));
    }

    private void fenced(String holder, long fence, Document note, SealerPlace.Writing writing) {
        try {
            place.fenced(holder, fence, note, writing);
        } catch (MongoException e) {
            if (e.getCode() == DUPLICATE_KEY) {
                throw new FencedOffException("another replica has closed this one");
            }
            throw e;
        }
    }

    @Override
    public List<Seal> sealsToPublish(int most) {
        return seals.find(eq(TO_PUBLISH, true))
                .sort(ascending("_id"))
                .limit(most)
                .map(SealDocuments::seal)
                .into(new ArrayList<>());
    }

    @Override
    public List<DaySeal> daysToPublish(int most) {
        return days.find(eq(TO_PUBLISH, true))
                .sort(ascending("_id"))
                .limit(most)
                .map(SealDocuments::day)
                .into(new ArrayList<>());
    }

    @Override
    public void published(Seal seal) {
        seals.updateOne(eq("_id", seal.no()), Updates.unset(TO_PUBLISH));
    }

    @Override
    public void published(DaySeal day) {
        days.updateOne(eq("_id", day.no()), Updates.unset(TO_PUBLISH));
    }
}
