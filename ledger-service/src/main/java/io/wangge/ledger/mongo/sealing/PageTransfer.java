package io.wangge.ledger.mongo.sealing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.wangge.contracts.Streams;
import io.wangge.ledger.chain.Chain;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.entry.StreamHead;
import io.wangge.ledger.evidence.EntryReading;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.evidence.SealDocuments;
import io.wangge.ledger.mongo.book.ListedEntries;
import io.wangge.ledger.seal.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Takes the entries of one page out, within a transaction. */
final class PageTransfer {
    private final MongoDatabase database;

    PageTransfer(MongoDatabase database) {
        this.database = database;
    }

    void takeOut(ClientSession session, String day, Page page) {
        long marked = collection(LedgerCollections.PAGES)
                .updateOne(
                        session,
                        and(eq("_id", MongoArchiveBook.idOf(page)), exists(SealDocuments.ARCHIVED, false)),
                        Updates.set(SealDocuments.ARCHIVED, day))
                .getModifiedCount();
        if (marked == 0) {
            return;
        }
        Map<String, Document> found = new HashMap<>();
        collection(LedgerCollections.ENTRIES)
                .find(session, in("_id", page.entryIds()))
                .batchSize(page.entryIds().size() + 1)
                .forEach(document -> found.put(document.getString("_id"), document));
        if (found.size() != page.entryIds().size()) {
            throw new IllegalStateException("Page " + page.id() + " has lost entries");
        }
        List<Document> inOrder = page.entryIds().stream().map(found::get).toList();
        moveChains(session, day, inOrder);
        keepTexts(session, inOrder);
        List<Document> listed = inOrder.stream()
                .filter(document -> ListedEntries.TYPES.contains(document.getString("type")))
                .map(PageTransfer::withoutTexts)
                .toList();
        if (!listed.isEmpty()) {
            collection(ListedEntries.ARCHIVED).insertMany(session, listed);
        }
        collection(LedgerCollections.ENTRIES).deleteMany(session, in("_id", page.entryIds()));
    }

    /** Those stand in one place only, where they can be erased. */
    private static Document withoutTexts(Document entry) {
        Document copy = new Document(entry);
        copy.remove("texts");
        return copy;
    }

    private void moveChains(ClientSession session, String day, List<Document> inOrder) {
        Set<String> streams = new HashSet<>();
        Set<String> cases = new HashSet<>();
        inOrder.forEach(document -> {
            streams.add(document.getString("stream"));
            if (document.getString("caseId") != null) {
                cases.add(Streams.ofCase(document.getString("caseId")));
            }
        });
        Map<String, StreamHead> ends = new HashMap<>();
        collection(LedgerCollections.STREAMS)
                .find(session, in("_id", streams))
                .batchSize(streams.size() + 1)
                .map(EntryReading::chain)
                .forEach((Chain chain) -> ends.put(chain.head().stream(), chain.start()));
        for (Document document : inOrder) {
            LedgerEntry entry = EntryReading.entry(document);
            StreamHead end = ends.get(entry.stream());
            if (end == null || end.seq() + 1 != entry.seq() || !end.hash().equals(entry.prevHash())) {
                throw new IllegalStateException(entry.id() + " does not go on where its archived chain ends");
            }
            ends.put(entry.stream(), new StreamHead(entry.stream(), entry.seq(), entry.hash()));
        }
        List<WriteModel<Document>> moves = new ArrayList<>();
        ends.forEach((stream, end) -> moves.add(new UpdateOneModel<>(
                eq("_id", stream),
                Updates.combine(
                        Updates.set(SealDocuments.ARCHIVED, new Document("seq", end.seq()).append("hash", end.hash())),
                        Updates.addToSet("archivedDays", day)))));
        // What belongs to a case on streams that are not named after it, such as an erasure, is found by the case.
        cases.removeAll(streams);
        cases.forEach(
                stream -> moves.add(new UpdateOneModel<>(eq("_id", stream), Updates.addToSet("archivedDays", day))));
        collection(LedgerCollections.STREAMS).bulkWrite(session, moves, new BulkWriteOptions().ordered(false));
    }

    private void keepTexts(ClientSession session, List<Document> inOrder) {
        List<WriteModel<Document>> kept = new ArrayList<>();
        for (Document document : inOrder) {
            Document beside = new Document("caseId", document.get("caseId")).append("time", document.get("time"));
            if (EntryReading.isOfOldForm(document)) {
                kept.add(new UpdateOneModel<>(
                        eq("_id", document.get("_id")), new Document("$set", beside), new UpdateOptions()));
            } else if (document.get("texts") != null) {
                kept.add(new InsertOneModel<>(new Document("_id", document.get("_id"))
                        .append("texts", document.get("texts"))
                        .append("caseId", document.get("caseId"))
                        .append("time", document.get("time"))));
            }
        }
        if (!kept.isEmpty()) {
            collection(LedgerCollections.ERASABLES).bulkWrite(session, kept, new BulkWriteOptions().ordered(false));
        }
    }

    private MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }
}
