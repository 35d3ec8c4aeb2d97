package io.wangge.ledger.mongo.book;

import io.wangge.ledger.archive.ArchivedEntry;
import io.wangge.ledger.book.Line;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.evidence.EntryReading;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Entries → documents of {@code entries}; {@link EntryReading} reads them. */
public final class EntryDocuments {
    private EntryDocuments() {}

    /**
     * {@code data} is the canonical text that was hashed, so that nothing has to be made canonical again to check it;
     * {@code texts} is what an erasure takes away, beside it and not in a document of its own, which would cost one more
     * insert for every second entry.
     *
     * @param page the page it is written on
     */
    static Document entry(Line line, ObjectId page) {
        Document document = written(line.entry(), page, line.scopeUnits());
        if (!line.texts().isEmpty()) {
            document.append(
                    "texts",
                    line.texts().stream()
                            .map(text -> new Document("path", text.path())
                                    .append("value", text.value())
                                    .append("salt", text.salt()))
                            .toList());
        }
        return ofCase(document, line.caseId());
    }

    /** As {@link #entry} without its texts: what lists are read from once its page was archived. */
    public static Document archived(ArchivedEntry archived, ObjectId page) {
        return ofCase(written(archived.entry(), page, archived.scopeUnits()), archived.caseId());
    }

    private static Document written(LedgerEntry entry, ObjectId page, List<String> scopeUnits) {
        return new Document("_id", entry.id())
                .append("stream", entry.stream())
                .append("seq", entry.seq())
                .append("type", entry.type())
                .append("time", Date.from(entry.time()))
                .append("data", entry.data())
                .append("prevHash", entry.prevHash())
                .append("hash", entry.hash())
                .append("page", page)
                .append("scopeUnits", scopeUnits);
    }

    private static Document ofCase(Document document, @Nullable String caseId) {
        return caseId == null ? document : document.append("caseId", caseId);
    }
}
