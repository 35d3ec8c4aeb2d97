package io.wangge.ledger.mongo;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.Streams;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.evidence.EntryReading;
import io.wangge.ledger.evidence.LedgerCollections;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Facts of cases as their entries tell them. */
final class CaseRetelling {
    private static final int ALL_AT_ONCE = 10_000;

    private final MongoDatabase database;
    private final ArchivedFacts archived;

    CaseRetelling(MongoDatabase database, ArchivedFacts archived) {
        this.database = database;
        this.archived = archived;
    }

    /** @return by case id, of those that have entries, as the documents that should stand there */
    Map<String, BsonDocument> tell(ClientSession session, Collection<String> caseIds) {
        Map<String, CaseFacts> facts = archived.of(session, caseIds);
        database.getCollection(LedgerCollections.ENTRIES)
                .find(
                        session,
                        // An entry's id begins with its stream: the ids are the index of the chains.
                        Filters.in(
                                "_id",
                                caseIds.stream().map(CaseRetelling::idsOf).toList()))
                .sort(Sorts.ascending("stream", "seq"))
                .batchSize(ALL_AT_ONCE)
                .forEach((Document document) -> {
                    LedgerEntry entry = EntryReading.entry(document);
                    String caseId = Streams.subjectOf(entry.stream());
                    facts.put(caseId, after(facts.get(caseId), entry, EntryReading.texts(document)));
                });
        Map<String, BsonDocument> told = new HashMap<>();
        facts.forEach((caseId, now) -> told.put(
                caseId, CaseFactsDocuments.of(now).toBsonDocument(BsonDocument.class, database.getCodecRegistry())));
        return told;
    }

    private static Pattern idsOf(String caseId) {
        return Pattern.compile("^" + Pattern.quote(Streams.ofCase(caseId) + "/"));
    }

    /** @throws IllegalStateException when an entry before it is missing, also because it was archived a moment ago */
    static CaseFacts after(@Nullable CaseFacts before, LedgerEntry entry, List<ErasableText> texts) {
        if (entry.seq() != (before == null ? 1 : before.seq() + 1)) {
            throw new IllegalStateException("What comes before " + entry.id() + " is not there");
        }
        return CaseFacts.retold(before, EntryEvents.message(entry, texts), entry.seq(), entry.time());
    }
}
