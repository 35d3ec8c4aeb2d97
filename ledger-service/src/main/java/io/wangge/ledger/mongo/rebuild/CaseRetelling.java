package io.wangge.ledger.mongo.rebuild;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.Streams;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.book.RoundTale;
import io.wangge.ledger.book.RoundTale.ToldRound;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.evidence.ArchivedCase;
import io.wangge.ledger.evidence.EntryReading;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Cases and their rounds as their entries tell them. */
final class CaseRetelling {
    private static final int ALL_AT_ONCE = 10_000;
    /** Cases come before rounds. */
    private static final Comparator<Entry> ORDER = Comparator.comparing((Entry one) -> one.entry().stream())
            .thenComparing(one -> one.entry().seq());

    private final MongoDatabase database;
    private final ArchivedFacts archived;
    private final ArchivedCase archivedCase;
    private final ZoneId zone;

    CaseRetelling(MongoDatabase database, ArchivedFacts archived, ArchivedCase archivedCase, ZoneId zone) {
        this.database = database;
        this.archivedCase = archivedCase;
        this.archived = archived;
        this.zone = zone;
    }

    /**
     * @param facts as the document that should stand there
     * @param rounds none for a case of which something is archived, unless it is told whole
     */
    record Told(BsonDocument facts, List<ToldRound> rounds) {}

    /** @return by case id, of those that have entries */
    Map<String, Told> tell(ClientSession session, Collection<String> caseIds) {
        Map<String, CaseFacts> facts = archived.of(session, caseIds);
        Map<String, RoundTale> tales = new HashMap<>();
        caseIds.stream()
                .filter(caseId -> !facts.containsKey(caseId))
                .forEach(caseId -> tales.put(caseId, new RoundTale(zone)));
        database.getCollection(LedgerCollections.ENTRIES)
                .find(session, Filters.in("_id", idsOf(caseIds, tales)))
                // Cases come before rounds.
                .sort(Sorts.ascending("stream", "seq"))
                .batchSize(ALL_AT_ONCE)
                .forEach((Document document) ->
                        take(EntryReading.entry(document), EntryReading.texts(document), facts, tales));
        Map<String, Told> told = new HashMap<>();
        facts.forEach((caseId, now) -> told.put(caseId, told(now, tales.get(caseId))));
        return told;
    }

    /** By case, of those of which something is archived. */
    Map<String, List<String>> roundsOpenedInArchives(ClientSession session, Collection<String> caseIds) {
        return archived.roundsOf(session, caseIds);
    }

    /** As {@link #tell}, with all rounds, from the archives themselves where something is archived. */
    @Nullable
    Told tellWhole(ClientSession session, String caseId) {
        // First what stands here, then the archives: what moves in between is in both.
        Map<String, Document> here = new HashMap<>();
        Map<String, RoundTale> tales = Map.of(caseId, new RoundTale(zone));
        database.getCollection(LedgerCollections.ENTRIES)
                .find(session, Filters.in("_id", idsOf(List.of(caseId), tales)))
                .batchSize(ALL_AT_ONCE)
                .forEach((Document document) -> here.put(document.getString("_id"), document));
        List<Entry> entries = new ArrayList<>();
        for (ArchivedCase.Found found : archivedCase.entries(caseId)) {
            LedgerEntry entry = found.archived().entry();
            here.remove(entry.id());
            entries.add(new Entry(entry, found.texts()));
        }
        here.values()
                .forEach(
                        document -> entries.add(new Entry(EntryReading.entry(document), EntryReading.texts(document))));
        Map<String, CaseFacts> facts = new HashMap<>();
        entries.stream()
                .filter(one -> isToldBy(caseId, one.entry().stream()))
                .sorted(ORDER)
                .forEach(one -> take(one.entry(), one.texts(), facts, tales));
        CaseFacts now = facts.get(caseId);
        return now == null ? null : told(now, tales.get(caseId));
    }

    private record Entry(LedgerEntry entry, List<ErasableText> texts) {}

    private static boolean isToldBy(String caseId, String stream) {
        return stream.equals(Streams.ofCase(caseId)) || stream.startsWith(Streams.round(caseId + "."));
    }

    private Told told(CaseFacts facts, @Nullable RoundTale tale) {
        return new Told(
                CaseFactsDocuments.of(facts).toBsonDocument(BsonDocument.class, database.getCodecRegistry()),
                tale == null ? List.of() : tale.rounds());
    }

    private static void take(
            LedgerEntry entry, List<ErasableText> texts, Map<String, CaseFacts> facts, Map<String, RoundTale> tales) {
        String subject = Streams.subjectOf(entry.stream());
        if (entry.stream().equals(Streams.ofCase(subject))) {
            follow(subject, entry, texts, facts, tales.get(subject));
        } else if (tales.get(subject.substring(0, subject.lastIndexOf('.'))) instanceof RoundTale tale) {
            tale.hear(entry, EntryEvents.ofRound(entry, texts));
        }
    }

    private static void follow(
            String caseId,
            LedgerEntry entry,
            List<ErasableText> texts,
            Map<String, CaseFacts> facts,
            @Nullable RoundTale tale) {
        CaseMessage<?> message = EntryEvents.message(entry, texts);
        CaseFacts now = after(facts.get(caseId), entry, message);
        facts.put(caseId, now);
        if (tale != null) {
            tale.follow(message, now, entry.time());
        }
    }

    /** An entry's id begins with its stream: the ids are the index of the chains. */
    private static List<Pattern> idsOf(Collection<String> caseIds, Map<String, RoundTale> tales) {
        return Stream.concat(
                        caseIds.stream().map(caseId -> beginningWith(Streams.ofCase(caseId) + "/")),
                        tales.keySet().stream().map(caseId -> beginningWith(Streams.round(caseId + "."))))
                .toList();
    }

    private static Pattern beginningWith(String text) {
        return Pattern.compile("^" + Pattern.quote(text));
    }

    /** @throws IllegalStateException when an entry before it is missing, also because it was archived a moment ago */
    static CaseFacts after(@Nullable CaseFacts before, LedgerEntry entry, CaseMessage<?> message) {
        if (entry.seq() != (before == null ? 1 : before.seq() + 1)) {
            throw new IllegalStateException("What comes before " + entry.id() + " is not there");
        }
        return CaseFacts.retold(before, message, entry.seq(), entry.time());
    }
}
