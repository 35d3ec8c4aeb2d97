package io.wangge.ledger.evidence;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.wangge.ledger.archive.ArchiveFolder;
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
import java.util.stream.Collectors;

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

    /**
     * By the indexes of the archives; when these do not lead to all that was archived of its chains, from the whole archives.
     *
     * @return in the order of writing; nothing for most cases, at the cost of one look at their streams
     */
    public List<Found> entries(String caseId) {
        Set<String> days = new TreeSet<>();
        Map<String, Long> archived = new HashMap<>();
        database.getCollection(LedgerCollections.STREAMS)
                .find(ChainReading.streamsOfCase(caseId))
                .projection(Projections.include("archivedDays", SealDocuments.ARCHIVED))
                .forEach(head -> {
                    days.addAll(EntryReading.archivedDays(head));
                    archived.put(EntryReading.idOf(head), EntryReading.archivedSeq(head));
                });
        if (days.isEmpty()) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        days.forEach(day -> archives.pagesOf(day, caseId, page -> keep(page, caseId, found)));
        if (!isWhole(found, archived)) {
            found.clear();
            days.forEach(day -> archives.allPages(day, page -> keep(page, caseId, found)));
        }
        return withTexts(found);
    }

    private static void keep(ArchivedPage page, String caseId, List<Found> found) {
        page.entries().stream()
                .filter(entry -> entry.isOf(caseId))
                .forEach(entry -> found.add(new Found(entry, page.id(), List.of())));
    }

    /** @param archived by chain, how many of its entries are */
    private static boolean isWhole(List<Found> found, Map<String, Long> archived) {
        Map<String, Long> read = found.stream()
                .collect(Collectors.groupingBy(one -> one.archived().entry().stream(), Collectors.counting()));
        return archived.entrySet().stream().allMatch(one -> read.getOrDefault(one.getKey(), 0L) >= one.getValue());
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
