package io.wangge.ledger.evidence;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.archive.ArchiveFolder.ArchiveGoneException;
import io.wangge.ledger.archive.ArchiveReading;
import io.wangge.ledger.archive.ArchivedEntry;
import io.wangge.ledger.archive.ArchivedPage;
import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Finding.Kind;
import io.wangge.ledger.entry.CanonicalText;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.seal.Page;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Walks archives beside the pages that were sealed, in the same order, and compares what stands in both. */
final class ArchiveWalk implements AutoCloseable {
    private final MongoDatabase database;
    private final ArchiveFolder archives;
    private @Nullable ArchiveReading open;
    private String day = "";
    private long entries;

    ArchiveWalk(MongoDatabase database, ArchiveFolder archives) {
        this.database = database;
        this.archives = archives;
    }

    /** @param page one that is archived */
    @Nullable
    Finding next(Page page, String archivedOn) {
        if (!archivedOn.equals(day)) {
            Finding before = end();
            if (before != null) {
                return before;
            }
            try {
                open = archives.read(archivedOn);
            } catch (ArchiveGoneException e) {
                return new Finding("archive/" + archivedOn, Kind.MISSING);
            }
            day = archivedOn;
        }
        ArchivedPage found = open == null ? null : open.next();
        if (found == null) {
            return new Finding(page.entryIds().getFirst(), Kind.MISSING);
        }
        entries += page.entryIds().size();
        Finding wrong = found.differsFrom(page);
        return wrong == null ? textsOf(found) : wrong;
    }

    /** A page of a day that is being archived stands in both places. */
    void passOver() {
        if (open != null) {
            open.next();
        }
    }

    /** Behind its last page an archive has nothing more. */
    @Nullable
    Finding end() {
        ArchiveReading reading = open;
        if (reading == null) {
            return null;
        }
        ArchivedPage more = reading.next();
        close();
        return more == null || more.entries().isEmpty()
                ? null
                : new Finding(more.entries().getFirst().entry().id(), Kind.ADDED);
    }

    private @Nullable Finding textsOf(ArchivedPage page) {
        Map<String, ArchivedEntry> byId = new HashMap<>();
        page.entries().forEach(entry -> byId.put(entry.entry().id(), entry));
        for (Document document : database.getCollection(LedgerCollections.ERASABLES)
                .find(Filters.in("_id", byId.keySet()))
                .batchSize(byId.size() + 1)) {
            for (ErasableText text : EntryReading.texts(document)) {
                ArchivedEntry entry = byId.get(text.entryId());
                String hash = "{\"hash\":\"" + text.hash() + "\"}";
                if (entry == null || !hash.equals(CanonicalText.at(entry.entry().data(), text.path()))) {
                    return new Finding(text.entryId(), Kind.ALTERED);
                }
            }
        }
        return null;
    }

    long entries() {
        return entries;
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
            day = "";
        }
    }
}
