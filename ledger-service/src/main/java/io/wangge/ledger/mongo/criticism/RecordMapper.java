package io.wangge.ledger.mongo.criticism;

import io.wangge.contracts.wire.EventJson;
import io.wangge.kit.store.DocumentMapper;
import io.wangge.kit.store.StreamDocument;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.records.Kept;
import org.bson.Document;

/** Awards, sanctions and scoring rounds ↔ documents: as JSON of their records, as there are few of them. */
public final class RecordMapper<T extends Kept> implements DocumentMapper<T> {
    private final Class<T> type;

    public RecordMapper(Class<T> type) {
        this.type = type;
    }

    @Override
    public Document toDocument(T value) {
        return CaseFactsDocuments.tree(value);
    }

    @Override
    public T fromDocument(String id, Document document) {
        Document own = new Document(document);
        own.keySet().removeIf(field -> field.equals("_id") || field.equals(StreamDocument.PENDING));
        return EventJson.MAPPER.convertValue(own, type);
    }
}
