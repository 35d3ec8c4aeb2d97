package io.wangge.ledger.evidence;

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
        Map<String, List<ErasableText>> apart = textsApart(together);
        together.forEach(document -> ready.add(EntryReading.evidence(
                document, apart.getOrDefault(EntryReading.idOf(document), EntryReading.texts(document)))));
    }

    private Map<String, List<ErasableText>> textsApart(List<Document> together) {
        List<String> old = together.stream()
                .filter(EntryReading::isOfOldForm)
                .map(EntryReading::idOf)
                .toList();
        Map<String, List<ErasableText>> texts = new HashMap<>();
        if (!old.isEmpty()) {
            erasables
                    .find(session, Filters.in("_id", old))
                    .batchSize(TOGETHER)
                    .forEach(document -> texts.put(EntryReading.idOf(document), EntryReading.texts(document)));
        }
        return texts;
    }
}
