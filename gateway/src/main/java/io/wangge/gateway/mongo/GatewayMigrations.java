package io.wangge.gateway.mongo;

import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import java.util.List;
import org.bson.Document;

/** The shape of the gateway's database, change by change. */
public final class GatewayMigrations {
    private GatewayMigrations() {}

    public static List<Migration> all() {
        return List.of(
                new Migration(
                        1,
                        "sign-in records: the outbox sweep finds what was not published",
                        List.of(StreamDocument.outboxIndex(MongoCollections.SIGN_INS))),
                new Migration(
                        2,
                        "sessions: MongoDB removes those that are over; a new password ends all of an account",
                        List.of(new Document("createIndexes", MongoCollections.SESSIONS)
                                .append(
                                        "indexes",
                                        List.of(
                                                new Document("key", new Document("endsAt", 1))
                                                        .append("name", "over")
                                                        .append("expireAfterSeconds", 0),
                                                new Document("key", new Document("username", 1))
                                                        .append("name", "of_account"))))),
                new Migration(
                        3,
                        "screens: by the code that is typed, those of a unit, and what was not published",
                        List.of(
                                new Document("createIndexes", MongoCollections.SCREENS)
                                        .append(
                                                "indexes",
                                                List.of(
                                                        new Document("key", new Document("codeHash", 1))
                                                                .append("name", "by_code")
                                                                .append("unique", true),
                                                        new Document(
                                                                        "key",
                                                                        new Document("unitId", 1)
                                                                                .append("issuedAt", -1)
                                                                                .append("_id", -1))
                                                                .append("name", "of_unit"))),
                                StreamDocument.outboxIndex(MongoCollections.SCREENS))),
                new Migration(
                        4,
                        "accounts: those of a member of staff; sign-in records: whose sessions were ended of late",
                        List.of(
                                new Document("createIndexes", MongoCollections.ACCOUNTS)
                                        .append(
                                                "indexes",
                                                List.of(new Document("key", new Document("staffId", 1))
                                                        .append("name", "of_staff"))),
                                new Document("createIndexes", MongoCollections.SIGN_INS)
                                        .append(
                                                "indexes",
                                                List.of(new Document("key", new Document("sessionsFrom", 1))
                                                        .append("name", "sessions_ended")
                                                        .append("sparse", true))))));
    }
}
