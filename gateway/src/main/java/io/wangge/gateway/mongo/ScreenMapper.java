package io.wangge.gateway.mongo;

import io.wangge.gateway.screen.Screen;
import io.wangge.kit.store.DocumentMapper;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** {@link Screen} ↔ a document of {@code screens}. */
public final class ScreenMapper implements DocumentMapper<Screen> {
    @Override
    public Document toDocument(Screen screen) {
        Document document = new Document("name", screen.name())
                .append("unitId", screen.unitId())
                .append("issuedBy", screen.issuedBy())
                .append("issuedAt", Date.from(screen.issuedAt()))
                .append("codeHash", screen.codeHash())
                .append("endsAt", Date.from(screen.endsAt()));
        if (screen.secretHash() != null) {
            document.append("secretHash", screen.secretHash());
        }
        put(document, "signedInAt", screen.signedInAt());
        put(document, "revokedAt", screen.revokedAt());
        return document;
    }

    @Override
    public Screen fromDocument(String id, Document document) {
        return new Screen(
                id,
                document.getString("name"),
                document.getString("unitId"),
                document.getString("issuedBy"),
                document.getDate("issuedAt").toInstant(),
                document.getString("codeHash"),
                document.getString("secretHash"),
                instant(document.getDate("signedInAt")),
                document.getDate("endsAt").toInstant(),
                instant(document.getDate("revokedAt")));
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
