package io.wangge.ledger.evidence;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.archive.ArchiveReading;
import io.wangge.ledger.archive.ArchivedEntry;
import io.wangge.ledger.archive.ArchivedPage;
import io.wangge.ledger.chain.Evidence;
import io.wangge.ledger.entry.ErasableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The archived entries of one case, from the archives of the days that its streams name, with the texts that are left. */
public final class ArchivedCase {
    private final MongoDatabase database;
    private final ArchiveFolder archives;

    public ArchivedCase(MongoDatabase database, ArchiveFolder archives) {
        this.database = database;
        this.archives = archives;
    }

    /** @param page id of the page it was written on */
    public record Found(ArchivedEntry archived, String page, List<ErasableText> texts) {
        Evidence evidence() {
            return new Evidence(archived.entry().id(), archived.entry(), texts);
        }
    }

    /** @return in the order of writing; nothing for most cases, at the cost of one look at their streams */
    public List<Found> entries(String caseId) {
        Set<String> days = new TreeSet<>();
        database.getCollection(LedgerCollections.STREAMS)
                .find(ChainReading.streamsOfCase(caseId))
                .projection(Projections.include("archivedDays"))
                .forEach(head -> days.addAll(EntryReading.archivedDays(head)));
        List<Found> found = new ArrayList<>();
        for (String day : days) {
            read(day, caseId, found);
        }
        return days.isEmpty() ? List.of() : withTexts(found);
    }

    private void read(String day, String caseId, List<Found> found) {
        try (ArchiveReading reading = archives.read(day)) {
            for (ArchivedPage page = reading.next(); page != null; page = reading.next()) {
                for (ArchivedEntry entry : page.entries()) {
                    if (caseId.equals(entry.caseId()) || chains(caseId, entry.entry().stream())) {
                        found.add(new Found(entry, page.id(), List.of()));
                    }
                }
            }
        }
    }

    /** Whether it is one of the chains of a case: its report, itself, its callback rounds. */
    static boolean chains(String caseId, String stream) {
        return stream.equals("report/" + caseId)
                || stream.equals("case/" + caseId)
                || stream.startsWith("round/" + caseId + ".");
    }

    private List<Found> withTexts(List<Found> found) {
        List<String> ids =
                found.stream().map(one -> one.archived().entry().id()).toList();
        Map<String, List<ErasableText>> texts = new HashMap<>();
        database.getCollection(LedgerCollections.ERASABLES)
                .find(Filters.in("_id", ids))
                .forEach(document -> texts.put(EntryReading.idOf(document), EntryReading.texts(document)));
        return found.stream()
                .map(one -> new Found(
                        one.archived(),
                        one.page(),
                        texts.getOrDefault(one.archived().entry().id(), List.of())))
                .toList();
    }
}
