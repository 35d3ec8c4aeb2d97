package io.wangge.ledger.mongo.webhook;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.kit.secret.TextSeal;
import io.wangge.kit.store.Inserts;
import io.wangge.ledger.webhook.Subscription;
import io.wangge.ledger.webhook.Subscription.Secret;
import io.wangge.ledger.webhook.Subscriptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The collection {@code webhooks}. Each message is signed with the secret, so it is sealed here and not hashed. */
public final class MongoSubscriptions implements Subscriptions {
    static final String COLLECTION = "webhooks";

    private final MongoCollection<Document> webhooks;
    private final TextSeal seal;

    public MongoSubscriptions(MongoDatabase database, TextSeal seal) {
        this.seal = seal;
        this.webhooks = database.getCollection(COLLECTION);
    }

    /**
     * Seals what was stored before there was a key, once; whoever changes one meanwhile seals it himself.
     *
     * @return how many were sealed
     * @throws TextSeal.Unreadable when what is sealed already does not open with this key
     */
    public int sealPlain() {
        int sealed = 0;
        for (Document stands : webhooks.find().into(new ArrayList<>())) {
            Document anew = document(read(stands));
            boolean plain = stands.getList("secrets", Document.class).stream()
                    .anyMatch(secret -> !TextSeal.isSealed(secret.getString("value")));
            if (plain && seal.seals()) {
                sealed += (int) webhooks.updateOne(
                                Filters.and(
                                        Filters.eq("_id", stands.get("_id")),
                                        Filters.eq("version", stands.get("version"))),
                                Updates.combine(
                                        Updates.set("secrets", anew.get("secrets")), Updates.inc("version", 1L)))
                        .getModifiedCount();
            }
        }
        return sealed;
    }

    @Override
    public List<Subscription> all() {
        return webhooks.find()
                .sort(Sorts.ascending("createdAt"))
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Subscription> find(String id) {
        return Optional.ofNullable(webhooks.find(Filters.eq("_id", id)).first()).map(this::read);
    }

    @Override
    public boolean add(Subscription subscription) {
        return Inserts.first(webhooks, document(subscription).append("version", 1L));
    }

    @Override
    public Optional<Subscription> change(String id, UnaryOperator<Subscription> change) {
        while (true) {
            Document stands = webhooks.find(Filters.eq("_id", id)).first();
            if (stands == null) {
                return Optional.empty();
            }
            long version = stands.get("version", Number.class).longValue();
            Subscription before = read(stands);
            Subscription after = change.apply(before);
            if (after.equals(before)) {
                return Optional.of(before);
            }
            Document fields = document(after);
            fields.remove("_id");
            List<Bson> changes = new ArrayList<>(List.of(Updates.set("version", version + 1)));
            fields.forEach(
                    (field, value) -> changes.add(value == null ? Updates.unset(field) : Updates.set(field, value)));
            boolean done = webhooks.updateOne(
                                    Filters.and(Filters.eq("_id", id), Filters.eq("version", version)),
                                    Updates.combine(changes))
                            .getMatchedCount()
                    == 1;
            if (done) {
                return Optional.of(after);
            }
        }
    }

    @Override
    public void remove(String id) {
        webhooks.deleteOne(Filters.eq("_id", id));
    }

    @Override
    public boolean lease(String id, String owner, Instant now, Duration time) {
        Bson free = Filters.or(
                Filters.exists("leaseUntil", false),
                Filters.lt("leaseUntil", Date.from(now)),
                Filters.eq("leasedBy", owner));
        return webhooks.updateOne(
                                Filters.and(Filters.eq("_id", id), free),
                                Updates.combine(
                                        Updates.set("leasedBy", owner),
                                        Updates.set("leaseUntil", Date.from(now.plus(time)))))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void release(String id, String owner) {
        webhooks.updateOne(
                Filters.and(Filters.eq("_id", id), Filters.eq("leasedBy", owner)),
                Updates.combine(Updates.unset("leasedBy"), Updates.unset("leaseUntil")));
    }

    private Document document(Subscription of) {
        return new Document("_id", of.id())
                .append("name", of.name())
                .append("url", of.url().toString())
                .append("types", of.types())
                .append("unitId", of.unitId())
                .append("withTexts", of.withTexts())
                .append("active", of.active())
                .append("why", of.why())
                .append(
                        "secrets",
                        of.secrets().stream()
                                .map(secret -> new Document("value", seal.seal(secret.value()))
                                        .append("until", date(secret.until())))
                                .toList())
                .append("createdBy", of.createdBy())
                .append("createdAt", date(of.createdAt()))
                .append("failingSince", date(of.failingSince()))
                .append("quietUntil", date(of.quietUntil()));
    }

    private Subscription read(Document of) {
        return new Subscription(
                of.getString("_id"),
                of.getString("name"),
                URI.create(of.getString("url")),
                of.getList("types", String.class),
                of.getString("unitId"),
                of.getBoolean("withTexts", false),
                of.getBoolean("active", false),
                of.getString("why"),
                of.getList("secrets", Document.class).stream()
                        .map(secret -> new Secret(seal.open(secret.getString("value")), time(secret.getDate("until"))))
                        .toList(),
                of.getString("createdBy"),
                of.getDate("createdAt").toInstant(),
                time(of.getDate("failingSince")),
                time(of.getDate("quietUntil")));
    }

    static @Nullable Date date(@Nullable Instant time) {
        return time == null ? null : Date.from(time);
    }

    static @Nullable Instant time(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
