package io.wangge.intake.mongo;

import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import java.util.List;
import org.bson.Document;

/** How the database of intake came to its shape. Never edited, only added to. */
public final class IntakeMigrations {
    static final String TRACKING_NUMBER_INDEX = "tracking_number";
    static final String OWN_REPORTS_INDEX = "own_reports";
    static final String PHONE_INDEX = "phone";

    public static final List<Migration> ALL = List.of(
            new Migration(
                    1,
                    "The outbox sweep finds reports with unpublished events",
                    List.of(StreamDocument.outboxIndex(MongoReports.COLLECTION))),
            new Migration(
                    2,
                    "A tracking number is given once, and a report is found by it",
                    List.of(index(
                            MongoReports.COLLECTION,
                            new Document("key", new Document("trackingNumber", 1))
                                    .append("name", TRACKING_NUMBER_INDEX)
                                    .append("unique", true)))),
            new Migration(
                    3,
                    "Own reports, newest first: GET /api/v1/reports?tab=mine",
                    List.of(index(
                            MongoReports.COLLECTION,
                            new Document(
                                            "key",
                                            new Document("firstReceiver.id", 1)
                                                    .append("receivedAt", -1)
                                                    .append("_id", -1))
                                    .append("name", OWN_REPORTS_INDEX)))),
            new Migration(
                    4,
                    "The same phone is the same person, also for two reports at one moment",
                    List.of(index(
                            MongoPersons.COLLECTION,
                            new Document("key", new Document("phone", 1))
                                    .append("name", PHONE_INDEX)
                                    .append("unique", true)
                                    .append(
                                            "partialFilterExpression",
                                            new Document("phone", new Document("$exists", true)))))),
            new Migration(
                    5,
                    "Attachments of a report or case: GET /api/v1/attachments?owner=",
                    List.of(index(
                            MongoAttachments.COLLECTION,
                            new Document("key", new Document("owner", 1).append("declaredAt", 1))
                                    .append("name", "owned_attachments")))),
            new Migration(
                    6,
                    "Uploads that wait to be looked into, or never came",
                    List.of(index(
                            MongoAttachments.COLLECTION,
                            new Document("key", new Document("declaredAt", 1))
                                    .append("name", "expected_attachments")
                                    .append("partialFilterExpression", new Document("state", "EXPECTED"))))),
            new Migration(
                    7,
                    "The same bytes are kept once",
                    List.of(index(
                            MongoAttachments.COLLECTION,
                            new Document("key", new Document("kept.sourceSha256", 1))
                                    .append("name", "kept_content")
                                    .append(
                                            "partialFilterExpression",
                                            new Document("kept.sourceSha256", new Document("$exists", true)))))),
            new Migration(
                    8,
                    "Parts of an upload are found to be thrown away",
                    List.of(index(
                            MongoAttachments.PARTS,
                            new Document("key", new Document("attachment", 1)).append("name", "parts_of")))),
            HotlineMigrations.callers(9),
            HotlineMigrations.calls(10),
            HotlineMigrations.reveals(11),
            HotlineMigrations.orders(12),
            HotlineMigrations.alarms(13),
            AlikeMigrations.nearby(14),
            AlikeMigrations.followers(15),
            AlikeMigrations.dismissals(16),
            GazetteerMigrations.places(17),
            TopicMigrations.marks(18),
            TopicMigrations.topics(19),
            OutsideMigrations.apiKeys(20),
            OutsideMigrations.publicReports(21),
            OutsideMigrations.ownImports(22),
            OutsideMigrations.runningImports(23),
            OutsideMigrations.forgottenErrors(24),
            NoticeMigrations.SENDING,
            NoticeMigrations.LISTS,
            NoticeMigrations.FORGOTTEN,
            MongoGuests.FORGOTTEN,
            MongoReleasedPhotos.BY_OWNER,
            MongoConversations.INDEXES,
            MongoUsedProofs.FORGOTTEN,
            OutsideMigrations.stagedRows(32),
            MongoPushSubscriptions.INDEXES,
            MongoGuestReports.REOPENINGS);

    private IntakeMigrations() {}

    static Document index(String collection, Document index) {
        return new Document("createIndexes", collection).append("indexes", List.of(index));
    }
}
