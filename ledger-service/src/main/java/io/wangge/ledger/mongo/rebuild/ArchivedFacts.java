package io.wangge.ledger.mongo.rebuild;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.Streams;
import io.wangge.contracts.casefile.CaseEvent.CallbackRequested;
import io.wangge.contracts.casefile.CaseEvent.RevisitRequested;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.archive.ArchiveReading;
import io.wangge.ledger.archive.ArchivedEntry;
import io.wangge.ledger.archive.ArchivedPage;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.evidence.SealDocuments;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Facts of cases after the last of their entries that are archived, in a collection that stands while a rebuild runs: the
 * entries of one case lie in several archives, and archives are read once each.
 */
public final class ArchivedFacts {
    public static final String COLLECTION = "rebuild_base";
    /** Beside the facts: ids of the rounds that were opened. */
    private static final String ROUNDS = "roundsOpened";

    private final MongoDatabase database;
    private final ArchiveFolder archives;
    private final MongoCollection<Document> bases;

    ArchivedFacts(MongoDatabase database, ArchiveFolder archives) {
        this.database = database;
        this.archives = archives;
        this.bases = database.getCollection(COLLECTION);
    }

    void clear() {
        bases.deleteMany(new Document());
    }

    /**
     * Reads the archives once, and puts right on the way what lists are read from.
     *
     * @param alive called now and then
     * @return how many lines of lists were not as they should be
     * @throws io.wangge.ledger.archive.ArchiveFolder.ArchiveGoneException when an archive is missing
     */
    long read(Runnable alive) {
        clear();
        ArchivedLists lists = new ArchivedLists(database);
        Map<String, Set<String>> pages = new HashMap<>();
        List<String> days = new ArrayList<>();
        for (Document day :
                database.getCollection(LedgerCollections.DAYS).find().sort(Sorts.ascending("_id"))) {
            Set<String> archived = archivedPages(day);
            if (archived.isEmpty()) {
                break;
            }
            days.add(day.getString("day"));
            pages.put(day.getString("day"), archived);
        }
        for (String day : days) {
            try (ArchiveReading reading = archives.read(day)) {
                for (ArchivedPage page = reading.next(); page != null; page = reading.next()) {
                    if (pages.getOrDefault(day, Set.of()).contains(page.id())) {
                        add(page);
                        lists.add(page);
                        alive.run();
                    }
                }
            }
        }
        return lists.corrected() + lists.removeOthers();
    }

    /** Of a day that is under way some are not archived yet. */
    private Set<String> archivedPages(Document day) {
        Set<String> ids = new HashSet<>();
        Bson sealed = Filters.and(
                Filters.gte("seal", SealDocuments.day(day).firstSeal()),
                Filters.lte("seal", SealDocuments.day(day).lastSeal()));
        database.getCollection(LedgerCollections.PAGES)
                .find(Filters.and(sealed, Filters.exists(SealDocuments.ARCHIVED)))
                .projection(new Document("_id", 1))
                .forEach(page -> ids.add(page.get("_id", ObjectId.class).toHexString()));
        return ids;
    }

    private void add(ArchivedPage page) {
        Map<String, CaseFacts> facts = new HashMap<>();
        Map<String, Set<String>> rounds = new HashMap<>();
        Set<String> caseIds = new HashSet<>();
        List<LedgerEntry> ofCases = page.entries().stream()
                .map(ArchivedEntry::entry)
                .filter(entry -> entry.stream().startsWith(Streams.ofCase("")))
                .toList();
        ofCases.forEach(entry -> caseIds.add(Streams.subjectOf(entry.stream())));
        bases.find(Filters.in("_id", caseIds)).forEach(document -> {
            facts.put(document.getString("_id"), CaseFactsDocuments.read(document));
            rounds.put(document.getString("_id"), new HashSet<>(roundsOf(document)));
        });
        for (LedgerEntry entry : ofCases) {
            String caseId = Streams.subjectOf(entry.stream());
            CaseMessage<?> message = EntryEvents.message(entry, List.of());
            facts.put(caseId, CaseRetelling.after(facts.get(caseId), entry, message));
            String opened = roundOpenedBy(message);
            if (opened != null) {
                rounds.computeIfAbsent(caseId, none -> new HashSet<>()).add(opened);
            }
        }
        if (!facts.isEmpty()) {
            bases.bulkWrite(
                    facts.entrySet().stream()
                            .map(one -> new ReplaceOneModel<>(
                                    Filters.eq("_id", one.getKey()),
                                    CaseFactsDocuments.of(one.getValue())
                                            .append(ROUNDS, rounds.getOrDefault(one.getKey(), Set.of())),
                                    new ReplaceOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }

    private static @Nullable String roundOpenedBy(CaseMessage<?> message) {
        return switch (message.what()) {
            case CallbackRequested request -> request.roundId();
            case RevisitRequested request -> request.roundId();
            default -> null;
        };
    }

    private static List<String> roundsOf(Document base) {
        return base.getList(ROUNDS, String.class, List.of());
    }

    /** Rounds that archived entries opened, by case. */
    Map<String, List<String>> roundsOf(ClientSession session, Collection<String> caseIds) {
        Map<String, List<String>> rounds = new HashMap<>();
        bases.find(session, Filters.in("_id", caseIds))
                .forEach(document -> rounds.put(document.getString("_id"), roundsOf(document)));
        return rounds;
    }

    Map<String, CaseFacts> of(ClientSession session, Collection<String> caseIds) {
        Map<String, CaseFacts> facts = new HashMap<>();
        bases.find(session, Filters.in("_id", caseIds))
                .forEach(document -> facts.put(document.getString("_id"), CaseFactsDocuments.read(document)));
        return facts;
    }
}
