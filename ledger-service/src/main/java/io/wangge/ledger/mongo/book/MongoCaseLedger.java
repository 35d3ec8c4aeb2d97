package io.wangge.ledger.mongo.book;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.wire.EventJson;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.archive.ArchiveFolder.ArchiveGoneException;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.desk.CaseLedger;
import io.wangge.ledger.desk.EntryOrder;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.evidence.ArchivedCase;
import io.wangge.ledger.evidence.EntryReading;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** The ledger of one case: two queries, whatever its length. */
public final class MongoCaseLedger implements CaseLedger {
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final MongoDatabase database;

    private final ArchivedCase archived;

    public MongoCaseLedger(MongoDatabase database) {
        this(database, ArchiveFolder.NONE);
    }

    /** @param archives where entries of archived days stand */
    public MongoCaseLedger(MongoDatabase database, ArchiveFolder archives) {
        this.database = database;
        this.archived = new ArchivedCase(database, archives);
    }

    @Override
    public Optional<CaseFacts> facts(String caseId) {
        return Optional.ofNullable(database.getCollection(CaseFactsDocuments.COLLECTION)
                        .find(Filters.eq("_id", caseId))
                        .first())
                .map(CaseFactsDocuments::read);
    }

    @Override
    public List<ReadableEntry> entries(String caseId) {
        List<Document> entries = database.getCollection(LedgerCollections.ENTRIES)
                .find(Filters.eq("caseId", caseId))
                .sort(Sorts.ascending("time", "_id"))
                .limit(MOST_ENTRIES)
                .batchSize(MOST_ENTRIES)
                .into(new ArrayList<>());
        Map<String, List<ErasableText>> apart = textsApart(entries);
        Stream<ReadableEntry> here = entries.stream()
                .map(entry -> readable(entry, apart.getOrDefault(entry.getString("_id"), EntryReading.texts(entry))));
        return Stream.concat(archived(caseId), here).sorted(EntryOrder.READING).toList();
    }

    private Stream<ReadableEntry> archived(String caseId) {
        try {
            return archived.entries(caseId).stream()
                    .map(found -> new ReadableEntry(
                            found.archived().entry(),
                            tree(found.archived().entry().data()),
                            found.texts()));
        } catch (ArchiveGoneException e) {
            throw new ProblemException(503, "archive-away", Map.of("day", e.day()));
        }
    }

    private static ReadableEntry readable(Document document, List<ErasableText> texts) {
        LedgerEntry entry = EntryReading.entry(document);
        return new ReadableEntry(entry, tree(entry.data()), texts);
    }

    private static Map<String, Object> tree(String json) {
        try {
            return EventJson.MAPPER.readValue(json, TREE);
        } catch (JacksonException e) {
            // Somebody changed it behind our back. It is shown as nothing; the check says what happened.
            return Map.of();
        }
    }

    /** Those of entries that were written before texts stood beside the data. */
    private Map<String, List<ErasableText>> textsApart(List<Document> entries) {
        List<String> old = entries.stream()
                .filter(EntryReading::isOfOldForm)
                .map(entry -> entry.getString("_id"))
                .toList();
        Map<String, List<ErasableText>> texts = new HashMap<>();
        if (!old.isEmpty()) {
            database.getCollection(LedgerCollections.ERASABLES)
                    .find(Filters.in("_id", old))
                    .batchSize(MOST_ENTRIES)
                    .forEach(document -> texts.put(document.getString("_id"), EntryReading.texts(document)));
        }
        return texts;
    }
}
