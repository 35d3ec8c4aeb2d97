package io.wangge.gateway.mongo;

import io.wangge.gateway.account.SignInRecord;
import io.wangge.gateway.account.Standing;
import io.wangge.gateway.account.Standing.SetPassword;
import io.wangge.kit.store.DocumentMapper;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** {@link SignInRecord} ↔ a document of {@code sign_ins}; its id is the user name. Older ones say nothing of what was decided. */
public final class SignInRecordMapper implements DocumentMapper<SignInRecord> {
    static final String SESSIONS_FROM = "sessionsFrom";

    @Override
    public Document toDocument(SignInRecord record) {
        Document document =
                new Document("failures", record.failures()).append("lastEventAt", Date.from(record.lastEventAt()));
        put(document, "lockedUntil", record.lockedUntil());
        Standing standing = record.standing();
        put(document, "disabledAt", standing.disabledAt());
        put(document, SESSIONS_FROM, standing.sessionsFrom());
        SetPassword password = standing.password();
        if (password != null) {
            Document set = new Document("hash", password.hash()).append("setAt", Date.from(password.setAt()));
            put(set, "goodUntil", password.goodUntil());
            document.append("password", set);
        }
        return document;
    }

    @Override
    public SignInRecord fromDocument(String id, Document document) {
        return new SignInRecord(
                document.getInteger("failures", 0),
                instant(document.getDate("lockedUntil")),
                document.getDate("lastEventAt").toInstant(),
                new Standing(
                        instant(document.getDate("disabledAt")),
                        password(document.get("password", Document.class)),
                        instant(document.getDate(SESSIONS_FROM))));
    }

    private static @Nullable SetPassword password(@Nullable Document set) {
        return set == null
                ? null
                : new SetPassword(
                        set.getString("hash"), set.getDate("setAt").toInstant(), instant(set.getDate("goodUntil")));
    }

    private static void put(Document document, String field, @Nullable Instant at) {
        if (at != null) {
            document.append(field, Date.from(at));
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
