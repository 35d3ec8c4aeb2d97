package io.wangge.intake.mongo;

import static io.wangge.intake.mongo.IntakeMigrations.index;

import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import java.util.List;
import org.bson.Document;

/** What calls, looks at contacts, superior orders and alarms of devices are found by. */
final class HotlineMigrations {
    private HotlineMigrations() {}

    static Migration callers(int number) {
        return new Migration(
                number,
                "What a caller reported before, newest first",
                List.of(index(
                        MongoReports.COLLECTION,
                        new Document(
                                        "key",
                                        new Document("residentId", 1)
                                                .append("receivedAt", -1)
                                                .append("_id", -1))
                                .append("name", "of_resident")
                                .append(
                                        "partialFilterExpression",
                                        new Document("residentId", new Document("$exists", true))))));
    }

    static Migration calls(int number) {
        return new Migration(
                number,
                "Calls by their last change: what rings, and an agent's latest",
                List.of(index(
                        MongoCalls.COLLECTION,
                        new Document("key", new Document("changedAt", -1))
                                .append("name", "latest_calls")
                                // They hold numbers: kept for a year.
                                .append("expireAfterSeconds", 365L * 24 * 3600))));
    }

    static Migration reveals(int number) {
        return new Migration(
                number,
                "Looks at contacts: unpublished ones, and how many somebody took in an hour",
                List.of(
                        StreamDocument.outboxIndex(MongoReveals.COLLECTION),
                        index(
                                MongoReveals.COLLECTION,
                                new Document("key", new Document("by", 1).append("at", -1))
                                        .append("name", "looks_of"))));
    }

    static Migration orders(int number) {
        return new Migration(
                number,
                "Superior orders: what is open by its limit, and what was answered since",
                List.of(
                        index(
                                MongoOrders.COLLECTION,
                                new Document("key", new Document("open", 1).append("answerBy", 1))
                                        .append("name", "open_orders")),
                        index(
                                MongoOrders.COLLECTION,
                                new Document("key", new Document("answeredAt", 1))
                                        .append("name", "answered_orders")
                                        .append(
                                                "partialFilterExpression",
                                                new Document("answeredAt", new Document("$exists", true))))));
    }

    static Migration alarms(int number) {
        return new Migration(
                number,
                "Alarms of a device, and those whose report was left over",
                List.of(
                        index(
                                MongoDevices.ALARMS,
                                new Document("key", new Document("deviceId", 1)).append("name", "alarms_of")),
                        index(
                                MongoDevices.ALARMS,
                                new Document("key", new Document("since", 1))
                                        .append("name", "unfiled_alarms")
                                        .append("partialFilterExpression", new Document("filed", false)))));
    }
}
