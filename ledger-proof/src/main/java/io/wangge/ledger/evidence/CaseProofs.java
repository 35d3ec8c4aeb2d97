package io.wangge.ledger.evidence;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.seal.CaseProof;
import io.wangge.ledger.seal.CaseProof.ProvenEntry;
import io.wangge.ledger.seal.CaseProof.ProvenSeal;
import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.MerkleTree;
import io.wangge.ledger.seal.Page;
import io.wangge.ledger.seal.PublicKeys;
import io.wangge.ledger.seal.Seal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Writes the proof of one case out of the store. It proves nothing itself: whoever reads the file checks it. */
public final class CaseProofs {
    private final MongoDatabase database;
    private final ArchivedCase archived;

    public CaseProofs(MongoDatabase database, ArchiveFolder archives) {
        this.database = database;
        this.archived = new ArchivedCase(database, archives);
    }

    /** @return without entries when there is no such case */
    public CaseProof of(String caseId, Instant now, PublicKeys keys) {
        return new Making().proof(caseId, now, keys);
    }

    private final class Making {
        private final Map<Object, @Nullable Page> pages = new HashMap<>();
        private final TreeMap<Long, Seal> seals = new TreeMap<>();
        private final TreeMap<Long, DaySeal> days = new TreeMap<>();

        CaseProof proof(String caseId, Instant now, PublicKeys keys) {
            List<ProvenEntry> entries = new ArrayList<>();
            for (ArchivedCase.Found found : archived.entries(caseId)) {
                if (ArchivedCase.chains(caseId, found.archived().entry().stream())) {
                    entries.add(proven(found.archived().entry(), found.texts(), new ObjectId(found.page())));
                }
            }
            for (Document document : database.getCollection(LedgerCollections.ENTRIES)
                    .find(ChainReading.idsOfCase(caseId))
                    .sort(Sorts.ascending("stream", "seq"))) {
                entries.add(proven(EntryReading.entry(document), texts(document), document.get("page")));
            }
            entries.sort(Comparator.comparing((ProvenEntry one) -> one.entry().stream())
                    .thenComparing(one -> one.entry().seq()));
            List<ProvenSeal> proven = seals.values().stream().map(this::proven).toList();
            return new CaseProof(
                    CaseProof.FORMAT, caseId, now, entries, proven, List.copyOf(days.values()), keys.all());
        }

        private ProvenEntry proven(LedgerEntry entry, List<ErasableText> texts, @Nullable Object pageId) {
            Page page = pageId == null ? null : page(pageId);
            Seal seal = page == null || page.seal() == null ? null : seal(page.seal());
            int inPage = page == null ? -1 : page.entryIds().indexOf(entry.id());
            int inSeal = page == null || seal == null ? -1 : seal.pages().indexOf(page.ref());
            if (page == null || seal == null || inPage < 0 || inSeal < 0) {
                return new ProvenEntry(entry, texts, null, List.of(), List.of());
            }
            return new ProvenEntry(
                    entry,
                    texts,
                    seal.no(),
                    MerkleTree.path(page.hashes(), inPage),
                    MerkleTree.path(seal.pages().stream().map(Page.Ref::root).toList(), inSeal));
        }

        private List<ErasableText> texts(Document document) {
            if (!EntryReading.isOfOldForm(document)) {
                return EntryReading.texts(document);
            }
            Document apart = first(LedgerCollections.ERASABLES, document.get("_id"));
            return apart == null ? List.of() : EntryReading.texts(apart);
        }

        private @Nullable Page page(Object id) {
            return pages.computeIfAbsent(id, any -> {
                Document found = first(LedgerCollections.PAGES, any);
                return found == null ? null : SealDocuments.page(found);
            });
        }

        private @Nullable Seal seal(long no) {
            if (!seals.containsKey(no)) {
                Document found = first(LedgerCollections.SEALS, no);
                if (found != null) {
                    seals.put(no, SealDocuments.seal(found));
                }
            }
            return seals.get(no);
        }

        private ProvenSeal proven(Seal seal) {
            Document found = database.getCollection(LedgerCollections.DAYS)
                    .find(Filters.eq("day", seal.day()))
                    .first();
            DaySeal day = found == null ? null : SealDocuments.day(found);
            List<MerkleTree.Step> inDay = List.of();
            if (day != null) {
                days.put(day.no(), day);
                inDay = MerkleTree.path(hashesOf(day), (int) (seal.no() - day.firstSeal()));
            }
            return new ProvenSeal(
                    seal.no(),
                    seal.day(),
                    seal.closedAt(),
                    seal.prevHash(),
                    seal.entries(),
                    seal.root(),
                    seal.hash(),
                    seal.signature(),
                    day == null ? null : day.no(),
                    inDay);
        }

        private List<String> hashesOf(DaySeal day) {
            return database.getCollection(LedgerCollections.SEALS)
                    .find(Filters.and(Filters.gte("_id", day.firstSeal()), Filters.lte("_id", day.lastSeal())))
                    .projection(new Document("hash", 1))
                    .sort(Sorts.ascending("_id"))
                    .map(seal -> EntryReading.text(seal, "hash"))
                    .into(new ArrayList<>());
        }

        private @Nullable Document first(String collection, @Nullable Object id) {
            return database.getCollection(collection)
                    .find(Filters.eq("_id", id))
                    .first();
        }
    }
}
