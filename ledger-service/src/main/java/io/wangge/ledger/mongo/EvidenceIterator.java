package io.wangge.ledger.mongo;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import io.wangge.ledger.chain.Evidence;
import io.wangge.ledger.entry.ErasableText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.bson.Document;

/** Entries with their texts, fetched some hundred at a time. */
final class EvidenceIterator implements Iterator<Evidence> {
    static final int TOGETHER = 500;

    private final MongoCursor<Document> entries;
    private final ClientSession session;
    private final MongoCollection<Document> erasables;
    private final Queue<Evidence> ready = new ArrayDeque<>();

    EvidenceIterator(MongoCursor<Document> entries, ClientSession session, MongoCollection<Document> erasables) {
        this.entries = entries;
        this.session = session;
        this.erasables = erasables;
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || entries.hasNext();
    }

    @Override
    public Evidence next() {
        if (ready.isEmpty()) {
            fetch();
        }
        return ready.remove();
    }

    private void fetch() {
        List<Document> together = new ArrayList<>();
        while (together.size() < TOGETHER && entries.hasNext()) {
            together.add(entries.next());
        }
        Map<Object, List<ErasableText>> texts = new HashMap<>();
        erasables
                .find(
                        session,
                        Filters.in(
                                "_id",
                                together.stream().map(EvidenceIterator::idOf).toList()))
                .batchSize(TOGETHER)
                .forEach(document -> texts.put(idOf(document), EntryDocuments.erasables(document)));
        together.forEach(document -> ready.add(new Evidence(
                idOf(document), EntryDocuments.entry(document), texts.getOrDefault(idOf(document), List.of()))));
    }

    private static String idOf(Document document) {
        return String.valueOf(document.get("_id"));
    }
}
