package io.wangge.ledger.mongo;

import io.wangge.ledger.book.Line;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.LedgerEntry;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Entries and their erasable texts ↔ documents of {@code entries} and {@code erasables}. */
final class EntryDocuments {
    private EntryDocuments() {}

    static Document entry(Line line, Instant recordedAt) {
        LedgerEntry entry = line.entry();
        Document document = new Document("_id", entry.id())
                .append("stream", entry.stream())
                .append("seq", entry.seq())
                .append("type", entry.type())
                .append("time", Date.from(entry.time()))
                .append("data", entry.data())
                .append("prevHash", entry.prevHash())
                .append("hash", entry.hash())
                .append("recordedAt", Date.from(recordedAt))
                .append("scopeUnits", line.scopeUnits());
        return line.caseId() == null ? document : document.append("caseId", line.caseId());
    }

    /**
     * As it stands, also when somebody changed it behind our back: what is not of its type reads as empty, so that its
     * hash does not hold.
     */
    static LedgerEntry entry(Document document) {
        return new LedgerEntry(
                text(document, "stream"),
                document.get("seq") instanceof Number seq ? seq.longValue() : -1,
                text(document, "type"),
                document.get("time") instanceof Date time ? time.toInstant() : Instant.EPOCH,
                document.get("data") instanceof Document data ? data : Map.of(),
                text(document, "prevHash"),
                text(document, "hash"));
    }

    private static String text(Document document, String field) {
        return document.get(field) instanceof String text ? text : "";
    }

    static Document erasables(Line line) {
        return new Document("_id", line.entry().id())
                .append(
                        "texts",
                        line.texts().stream()
                                .map(text -> new Document("path", text.path())
                                        .append("value", text.value())
                                        .append("salt", text.salt()))
                                .toList());
    }

    static List<ErasableText> erasables(Document document) {
        return document.getList("texts", Document.class, List.of()).stream()
                .map(text -> new ErasableText(
                        document.getString("_id"), text(text, "path"), text(text, "value"), text(text, "salt")))
                .toList();
    }
}
