package io.wangge.ledger.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.desk.CaseLedger;
import io.wangge.ledger.desk.EntryOrder;
import io.wangge.ledger.entry.ErasableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The ledger of one case: two queries, whatever its length. */
public final class MongoCaseLedger implements CaseLedger {
    private final MongoDatabase database;

    public MongoCaseLedger(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<CaseFacts> facts(String caseId) {
        return Optional.ofNullable(database.getCollection(LedgerMigrations.CASE_FACTS)
                        .find(Filters.eq("_id", caseId))
                        .first())
                .map(CaseFactsDocuments::read);
    }

    @Override
    public List<ReadableEntry> entries(String caseId) {
        List<Document> entries = database.getCollection(LedgerMigrations.ENTRIES)
                .find(Filters.eq("caseId", caseId))
                .sort(Sorts.ascending("time", "_id"))
                .limit(MOST_ENTRIES)
                .batchSize(MOST_ENTRIES)
                .into(new ArrayList<>());
        Map<String, List<ErasableText>> texts = new HashMap<>();
        database.getCollection(LedgerMigrations.ERASABLES)
                .find(Filters.in(
                        "_id",
                        entries.stream().map(entry -> entry.getString("_id")).toList()))
                .batchSize(MOST_ENTRIES)
                .forEach(document -> texts.put(document.getString("_id"), EntryDocuments.erasables(document)));
        return entries.stream()
                .map(entry -> new ReadableEntry(
                        EntryDocuments.entry(entry), texts.getOrDefault(entry.getString("_id"), List.of())))
                .sorted(EntryOrder.READING)
                .toList();
    }
}
