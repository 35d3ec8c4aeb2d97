package io.wangge.gateway.mongo;

import io.wangge.gateway.account.SignInRecord;
import io.wangge.kit.store.DocumentMapper;
import java.util.Date;
import org.bson.Document;

/** {@link SignInRecord} ↔ a document of {@code sign_ins}; its id is the user name. */
public final class SignInRecordMapper implements DocumentMapper<SignInRecord> {
    @Override
    public Document toDocument(SignInRecord record) {
        Document document =
                new Document("failures", record.failures()).append("lastEventAt", Date.from(record.lastEventAt()));
        if (record.lockedUntil() != null) {
            document.append("lockedUntil", Date.from(record.lockedUntil()));
        }
        return document;
    }

    @Override
    public SignInRecord fromDocument(String id, Document document) {
        Date lockedUntil = document.getDate("lockedUntil");
        return new SignInRecord(
                document.getInteger("failures", 0),
                lockedUntil == null ? null : lockedUntil.toInstant(),
                document.getDate("lastEventAt").toInstant());
    }
}
