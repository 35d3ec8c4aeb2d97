package io.wangge.ledger.mongo.rebuild;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import io.wangge.ledger.archive.ArchivedPage;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.evidence.SealDocuments;
import io.wangge.ledger.mongo.book.EntryDocuments;
import io.wangge.ledger.mongo.book.ListedEntries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** What lists are read from of archived entries ({@link ListedEntries}), put right from the archives themselves. */
final class ArchivedLists {
    private final MongoCollection<Document> lines;
    private final MongoCollection<Document> pages;
    /** A few of a hundred entries are on a list. */
    private final Set<String> ids = new HashSet<>();

    private final Set<ObjectId> walked = new HashSet<>();
    private long corrected;

    ArchivedLists(MongoDatabase database) {
        this.lines = database.getCollection(ListedEntries.ARCHIVED);
        this.pages = database.getCollection(LedgerCollections.PAGES);
    }

    void add(ArchivedPage page) {
        ObjectId pageId = new ObjectId(page.id());
        walked.add(pageId);
        Map<String, Document> told = new HashMap<>();
        page.entries().stream()
                .filter(entry -> ListedEntries.TYPES.contains(entry.entry().type()))
                .forEach(entry -> told.put(entry.entry().id(), EntryDocuments.archived(entry, pageId)));
        if (told.isEmpty()) {
            return;
        }
        ids.addAll(told.keySet());
        Map<String, Document> stand = new HashMap<>();
        lines.find(Filters.in("_id", told.keySet())).forEach(line -> stand.put(line.getString("_id"), line));
        told.forEach((id, line) -> {
            if (!line.equals(stand.get(id))) {
                lines.replaceOne(Filters.eq("_id", id), line, new ReplaceOptions().upsert(true));
                corrected++;
            }
        });
    }

    long corrected() {
        return corrected;
    }

    /** After the last page. @return how many stood there that no archive knows; what is archived meanwhile stays */
    long removeOthers() {
        List<String> others = new ArrayList<>();
        for (Document line : lines.find().projection(Projections.include("page"))) {
            if (!ids.contains(line.getString("_id")) && !isYounger(line.get("page"))) {
                others.add(line.getString("_id"));
            }
        }
        return others.isEmpty()
                ? 0
                : lines.deleteMany(Filters.in("_id", others)).getDeletedCount();
    }

    private boolean isYounger(@Nullable Object page) {
        return page instanceof ObjectId id
                && !walked.contains(id)
                && pages.find(Filters.and(Filters.eq("_id", id), Filters.exists(SealDocuments.ARCHIVED)))
                                .first()
                        != null;
    }
}
