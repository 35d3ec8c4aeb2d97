package io.wangge.ledger.mongo.webhook;

import io.wangge.kit.migration.Migration;
import java.util.List;
import org.bson.Document;

/** What other systems are told. */
public final class WebhookMigrations {
    private static final long KEPT_SECONDS = 30L * 24 * 3600;

    private WebhookMigrations() {}

    public static List<Migration> from(int number) {
        Document waiting = new Document("state", "WAITING");
        return List.of(new Migration(
                number,
                "webhooks: what is due, what holds up its case, the list of a subscriber; ended ones go after 30 days",
                List.of(
                        new Document("create", MongoSubscriptions.COLLECTION),
                        new Document("createIndexes", MongoDeliveries.COLLECTION)
                                .append(
                                        "indexes",
                                        List.of(
                                                index("due", new Document("subscriptionId", 1).append("order", 1))
                                                        .append("partialFilterExpression", waiting),
                                                index(
                                                                "held_up",
                                                                new Document("subscriptionId", 1)
                                                                        .append("nextAt", 1)
                                                                        .append("key", 1))
                                                        .append("partialFilterExpression", waiting),
                                                index("listed", new Document("subscriptionId", 1).append("order", -1)),
                                                index("ended", new Document("endedAt", 1))
                                                        .append("expireAfterSeconds", KEPT_SECONDS))))));
    }

    private static Document index(String name, Document keys) {
        return new Document("key", keys).append("name", name);
    }
}
