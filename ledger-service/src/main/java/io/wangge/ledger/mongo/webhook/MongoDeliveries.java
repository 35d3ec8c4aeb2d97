package io.wangge.ledger.mongo.webhook;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.kit.store.Inserts;
import io.wangge.ledger.webhook.Deliveries;
import io.wangge.ledger.webhook.Delivery;
import io.wangge.ledger.webhook.Delivery.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The collection {@code webhook_deliveries}; what has ended goes after 30 days by itself. */
public final class MongoDeliveries implements Deliveries {
    static final String COLLECTION = "webhook_deliveries";

    private final MongoCollection<Document> deliveries;

    public MongoDeliveries(MongoDatabase database) {
        this.deliveries = database.getCollection(COLLECTION);
    }

    @Override
    public void offer(List<Delivery> offered) {
        Inserts.each(deliveries, offered.stream().map(MongoDeliveries::document).toList());
    }

    private static Bson waiting(String subscriptionId) {
        return Filters.and(Filters.eq("subscriptionId", subscriptionId), Filters.eq("state", State.WAITING.name()));
    }

    @Override
    public List<Delivery> due(String subscriptionId, Instant now, Set<String> heldUp, int atMost) {
        return deliveries
                .find(Filters.and(
                        waiting(subscriptionId), Filters.lte("nextAt", Date.from(now)), Filters.nin("key", heldUp)))
                .sort(Sorts.ascending("order"))
                .limit(atMost)
                .map(MongoDeliveries::read)
                .into(new ArrayList<>());
    }

    @Override
    public Set<String> heldUp(String subscriptionId, Instant now) {
        return deliveries
                .distinct(
                        "key", Filters.and(waiting(subscriptionId), Filters.gt("nextAt", Date.from(now))), String.class)
                .into(new HashSet<>());
    }

    @Override
    public void tried(Delivery after) {
        List<Bson> changes = new ArrayList<>(List.of(
                Updates.set("state", after.state().name()),
                Updates.set("attempts", after.attempts()),
                Updates.set("nextAt", Date.from(after.nextAt()))));
        changes.add(after.status() == null ? Updates.unset("status") : Updates.set("status", after.status()));
        changes.add(after.problem() == null ? Updates.unset("problem") : Updates.set("problem", after.problem()));
        changes.add(after.millis() == null ? Updates.unset("millis") : Updates.set("millis", after.millis()));
        changes.add(
                after.endedAt() == null
                        ? Updates.unset("endedAt")
                        : Updates.set("endedAt", Date.from(after.endedAt())));
        deliveries.updateOne(Filters.eq("_id", after.id()), Updates.combine(changes));
    }

    @Override
    public Optional<Delivery> find(String subscriptionId, String id) {
        return Optional.ofNullable(deliveries.find(own(subscriptionId, id)).first())
                .map(MongoDeliveries::read);
    }

    private static Bson own(String subscriptionId, String id) {
        return Filters.and(Filters.eq("_id", id), Filters.eq("subscriptionId", subscriptionId));
    }

    @Override
    public Optional<Delivery> again(String subscriptionId, String id, Instant now) {
        return Optional.ofNullable(deliveries.findOneAndUpdate(
                        own(subscriptionId, id),
                        Updates.combine(
                                Updates.set("state", State.WAITING.name()),
                                Updates.set("nextAt", Date.from(now)),
                                // Whoever asks again gives it its whole time again.
                                Updates.set("createdAt", Date.from(now)),
                                Updates.unset("endedAt")),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(MongoDeliveries::read);
    }

    @Override
    public List<Delivery> list(String subscriptionId, @Nullable State state, @Nullable Long before, int atMost) {
        List<Bson> filters = new ArrayList<>(List.of(Filters.eq("subscriptionId", subscriptionId)));
        if (state != null) {
            filters.add(Filters.eq("state", state.name()));
        }
        if (before != null) {
            filters.add(Filters.lt("order", before));
        }
        return deliveries
                .find(Filters.and(filters))
                .sort(Sorts.descending("order"))
                .limit(atMost)
                .map(MongoDeliveries::read)
                .into(new ArrayList<>());
    }

    @Override
    public void removeAll(String subscriptionId) {
        deliveries.deleteMany(Filters.eq("subscriptionId", subscriptionId));
    }

    private static Document document(Delivery of) {
        return new Document("_id", of.id())
                .append("subscriptionId", of.subscriptionId())
                .append("eventId", of.eventId())
                .append("type", of.type())
                .append("key", of.key())
                .append("order", of.order())
                .append("body", of.body())
                .append("state", of.state().name())
                .append("attempts", of.attempts())
                .append("createdAt", Date.from(of.createdAt()))
                .append("nextAt", Date.from(of.nextAt()));
    }

    private static Delivery read(Document of) {
        return new Delivery(
                of.getString("_id"),
                of.getString("subscriptionId"),
                of.getString("eventId"),
                of.getString("type"),
                of.getString("key"),
                of.getLong("order"),
                of.getString("body"),
                State.valueOf(of.getString("state")),
                of.getInteger("attempts"),
                of.getDate("createdAt").toInstant(),
                of.getDate("nextAt").toInstant(),
                of.getInteger("status"),
                of.getString("problem"),
                of.getLong("millis"),
                MongoSubscriptions.time(of.getDate("endedAt")));
    }
}
