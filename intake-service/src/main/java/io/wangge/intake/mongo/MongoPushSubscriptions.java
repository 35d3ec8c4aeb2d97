package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.wangge.intake.desk.PushSubscriptions;
import io.wangge.intake.notice.PushSubscription;
import io.wangge.kit.migration.Migration;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The collection {@code push_subscriptions}: one document per browser. */
public final class MongoPushSubscriptions implements PushSubscriptions {
    static final String COLLECTION = "push_subscriptions";

    static final Migration INDEXES = new Migration(
            33,
            "Somebody's browsers that are told by push, newest first; they are forgotten when the push service said so",
            List.of(
                    IntakeMigrations.index(
                            COLLECTION,
                            new Document("key", new Document("reader", 1).append("since", -1))
                                    .append("name", "readers")),
                    IntakeMigrations.index(
                            COLLECTION,
                            new Document("key", new Document("expiresAt", 1))
                                    .append("name", "over")
                                    .append("expireAfterSeconds", 0))));

    private final MongoCollection<Document> subscriptions;

    public MongoPushSubscriptions(MongoDatabase database) {
        this.subscriptions = database.getCollection(COLLECTION);
    }

    @Override
    public void keep(PushSubscription kept, int most) {
        Document document = new Document("_id", kept.id())
                .append("reader", kept.reader())
                .append("endpoint", kept.endpoint().toString())
                .append("p256dh", kept.p256dh())
                .append("auth", kept.auth())
                .append("since", Date.from(kept.since()));
        Instant expiresAt = kept.expiresAt();
        if (expiresAt != null) {
            document.append("expiresAt", Date.from(expiresAt));
        }
        subscriptions.replaceOne(Filters.eq("_id", kept.id()), document, new ReplaceOptions().upsert(true));
        List<String> old = of(List.of(kept.reader())).stream()
                .skip(most)
                .map(PushSubscription::id)
                .toList();
        if (!old.isEmpty()) {
            subscriptions.deleteMany(Filters.in("_id", old));
        }
    }

    @Override
    public List<PushSubscription> of(Collection<String> readers) {
        return subscriptions
                .find(Filters.in("reader", readers))
                .sort(Sorts.descending("since"))
                .map(MongoPushSubscriptions::read)
                .into(new ArrayList<>());
    }

    @Override
    public boolean remove(String reader, String id) {
        return subscriptions
                        .deleteOne(Filters.and(Filters.eq("_id", id), Filters.eq("reader", reader)))
                        .getDeletedCount()
                == 1;
    }

    @Override
    public void forget(String id) {
        subscriptions.deleteOne(Filters.eq("_id", id));
    }

    private static PushSubscription read(Document of) {
        @Nullable Date expiresAt = of.getDate("expiresAt");
        return new PushSubscription(
                of.getString("_id"),
                of.getString("reader"),
                URI.create(of.getString("endpoint")),
                of.getString("p256dh"),
                of.getString("auth"),
                of.getDate("since").toInstant(),
                expiresAt == null ? null : expiresAt.toInstant());
    }
}
