package io.wangge.ledger.evidence;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Finding.Kind;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.Page;
import io.wangge.ledger.seal.Seal;
import io.wangge.ledger.seal.SealCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Walks seals, the pages they name and the entries that those name. */
final class SealReading {
    private static final int ENTRIES_TOGETHER = 1000;

    private final MongoDatabase database;
    private final MongoCollection<Document> pages;
    private long seals;
    private @Nullable Instant sealedUntil;
    private long entries;
    private long unsealed;
    private final ArchiveWalk archive;

    SealReading(MongoDatabase database, ArchiveFolder archives) {
        this.database = database;
        this.archive = new ArchiveWalk(database, archives);
        this.pages = database.getCollection(LedgerCollections.PAGES);
    }

    long seals() {
        return seals;
    }

    @Nullable
    Instant sealedUntil() {
        return sealedUntil;
    }

    /** How many entries the seals walked hold. */
    long entries() {
        return entries;
    }

    long unsealed() {
        return unsealed;
    }

    /** How many entries were read from archives. */
    long archived() {
        return archive.entries();
    }

    /** Every seal, day, page and the hash of every entry; that a hash is the entry's own is for the chains to say. */
    @Nullable
    Finding all(SealCheck check) {
        Document sealer = database.getCollection(LedgerCollections.SEALER)
                .find(Filters.eq("_id", "sealer"))
                .first();
        long remembered = sealer != null && sealer.get("lastSeal") instanceof Number last ? last.longValue() : 0;
        try (MongoCursor<Document> found = sorted(LedgerCollections.SEALS);
                MongoCursor<Document> days = sorted(LedgerCollections.DAYS)) {
            DaySeal day = nextOf(days);
            while (found.hasNext()) {
                Seal seal = SealDocuments.seal(found.next());
                Finding wrong = first(check.seal(seal), () -> pagesOf(seal, false));
                if (wrong != null) {
                    return wrong;
                }
                walked(seal);
                if (day != null && day.lastSeal() == seal.no()) {
                    Finding wrongDay = check.day(day);
                    if (wrongDay != null) {
                        return wrongDay;
                    }
                    day = nextOf(days);
                }
            }
            if (day != null) {
                return new Finding("day/" + day.day(), Kind.ADDED);
            }
        }
        return first(first(archive.end(), () -> check.end(remembered)), this::openPages);
    }

    private void walked(Seal seal) {
        seals++;
        entries += seal.entries();
        sealedUntil = seal.closedAt();
    }

    /** The seals of one day and whatever they hold, contents of entries too. */
    @Nullable
    Finding day(String day, SealCheck check) {
        Document stored = database.getCollection(LedgerCollections.DAYS)
                .find(Filters.eq("day", day))
                .first();
        DaySeal daySeal = stored == null ? null : SealDocuments.day(stored);
        List<String> hashes = new ArrayList<>();
        Bson which = daySeal == null
                ? Filters.eq("day", day)
                : Filters.or(
                        Filters.eq("day", day),
                        Filters.and(Filters.gte("_id", daySeal.firstSeal()), Filters.lte("_id", daySeal.lastSeal())));
        long expected = daySeal == null ? -1 : daySeal.firstSeal();
        for (Document document :
                database.getCollection(LedgerCollections.SEALS).find(which).sort(Sorts.ascending("_id"))) {
            Seal seal = SealDocuments.seal(document);
            if (expected > 0 && seal.no() != expected) {
                return new Finding("seal/" + expected, Kind.MISSING);
            }
            Finding wrong = first(check.alone(seal), () -> pagesOf(seal, true));
            if (wrong != null) {
                return wrong;
            }
            walked(seal);
            hashes.add(seal.hash());
            expected = seal.no() + 1;
        }
        Finding behind = archive.end();
        if (behind != null || daySeal == null) {
            return behind;
        }
        if (expected != daySeal.lastSeal() + 1) {
            return new Finding("seal/" + expected, Kind.MISSING);
        }
        return daySeal.isOver(hashes) ? check.alone(daySeal) : new Finding("day/" + day, Kind.ALTERED);
    }

    /** One entry: in its page, the page in its seal, the seal by itself. @return what is wrong; null also while unsealed */
    @Nullable
    Finding entry(String id, String hash, @Nullable Object pageId, SealCheck check) {
        Document found =
                pageId == null ? null : pages.find(Filters.eq("_id", pageId)).first();
        if (found == null) {
            return new Finding(id, Kind.ADDED);
        }
        Page page = SealDocuments.page(found);
        int place = page.entryIds().indexOf(id);
        if (place < 0) {
            return new Finding(id, Kind.ADDED);
        }
        if (!page.holds()) {
            return new Finding("page/" + page.id(), Kind.ALTERED);
        }
        if (!page.hashes().get(place).equals(hash)) {
            return new Finding(id, Kind.ALTERED);
        }
        if (page.seal() == null) {
            unsealed++;
            return null;
        }
        Document sealFound = database.getCollection(LedgerCollections.SEALS)
                .find(Filters.eq("_id", page.seal()))
                .first();
        if (sealFound == null) {
            return new Finding("seal/" + page.seal(), Kind.MISSING);
        }
        Seal seal = SealDocuments.seal(sealFound);
        seals = Math.max(seals, 1);
        sealedUntil = sealedUntil == null || sealedUntil.isBefore(seal.closedAt()) ? seal.closedAt() : sealedUntil;
        return seal.pages().contains(page.ref()) ? check.alone(seal) : new Finding("page/" + page.id(), Kind.ALTERED);
    }

    private @Nullable Finding pagesOf(Seal seal, boolean contents) {
        Map<String, Page> found = new HashMap<>();
        pages.find(Filters.eq("seal", seal.no())).map(SealDocuments::page).forEach(page -> found.put(page.id(), page));
        List<Page> inOrder = new ArrayList<>();
        for (Page.Ref named : seal.pages()) {
            Page page = found.remove(named.id());
            Finding wrong = SealCheck.page(named, seal.no(), page);
            if (wrong != null) {
                return wrong;
            }
            inOrder.add(Objects.requireNonNull(page));
        }
        if (!found.isEmpty()) {
            return new Finding("page/" + found.keySet().iterator().next(), Kind.ADDED);
        }
        return entriesOf(inOrder, contents);
    }

    private @Nullable Finding openPages() {
        List<Page> together = new ArrayList<>();
        for (Document document : pages.find(Filters.eq("seal", null)).sort(Sorts.ascending("_id"))) {
            Page page = SealDocuments.page(document);
            if (!page.holds()) {
                return new Finding("page/" + page.id(), Kind.ALTERED);
            }
            unsealed += page.entryIds().size();
            together.add(page);
        }
        return entriesOf(together, false);
    }

    private @Nullable Finding entriesOf(List<Page> inOrder, boolean contents) {
        Map<String, String> expected = new java.util.LinkedHashMap<>();
        for (Page page : inOrder) {
            if (page.archived() != null) {
                Finding wrong = archive.next(page, page.archived());
                if (wrong != null) {
                    return wrong;
                }
                continue;
            }
            archive.passOver();
            for (int i = 0; i < page.entryIds().size(); i++) {
                expected.put(page.entryIds().get(i), page.hashes().get(i));
            }
            if (expected.size() >= ENTRIES_TOGETHER) {
                Finding wrong = compare(expected, contents);
                if (wrong != null) {
                    return wrong;
                }
                expected.clear();
            }
        }
        return compare(expected, contents);
    }

    private @Nullable Finding compare(Map<String, String> expected, boolean contents) {
        if (expected.isEmpty()) {
            return null;
        }
        Function<Document, String> hashOf =
                contents ? SealReading::hashOfContent : entry -> EntryReading.text(entry, "hash");
        Map<String, String> found = HashMap.newHashMap(expected.size());
        database.getCollection(LedgerCollections.ENTRIES)
                .find(Filters.in("_id", expected.keySet()))
                .projection(contents ? null : Projections.include("hash"))
                .batchSize(expected.size() + 1)
                .forEach(entry -> found.put(EntryReading.idOf(entry), hashOf.apply(entry)));
        for (Map.Entry<String, String> one : expected.entrySet()) {
            String hash = found.get(one.getKey());
            if (hash == null) {
                return new Finding(one.getKey(), Kind.MISSING);
            }
            if (!hash.equals(one.getValue())) {
                return new Finding(one.getKey(), Kind.ALTERED);
            }
        }
        return null;
    }

    private static String hashOfContent(Document document) {
        LedgerEntry entry = EntryReading.entry(document);
        return entry.id().equals(EntryReading.idOf(document)) ? entry.hashAt(entry.seq()) : "";
    }

    /**
     * Entries that no page names, as many as there are in all: counted by the page they claim, on the server, and
     * compared with what that page has.
     */
    @Nullable
    Finding added() {
        MongoCollection<Document> all = database.getCollection(LedgerCollections.ENTRIES);
        List<Document> byPage = List.of(
                new Document("$group", new Document("_id", "$page").append("n", new Document("$sum", 1))),
                new Document("$sort", new Document("_id", 1)));
        try (MongoCursor<Document> counts =
                all.aggregate(byPage).allowDiskUse(true).batchSize(10_000).cursor()) {
            while (counts.hasNext()) {
                List<Document> together = new ArrayList<>();
                while (together.size() < ENTRIES_TOGETHER && counts.hasNext()) {
                    together.add(counts.next());
                }
                Finding wrong = added(together, all);
                if (wrong != null) {
                    return wrong;
                }
            }
        }
        return null;
    }

    private @Nullable Finding added(List<Document> counts, MongoCollection<Document> all) {
        Map<Object, Integer> named = new HashMap<>();
        pages.find(Filters.in(
                        "_id",
                        counts.stream()
                                .map(count -> count.get("_id"))
                                .filter(Objects::nonNull)
                                .toList()))
                .projection(Projections.include("entries"))
                .forEach(page -> named.put(page.get("_id"), page.getInteger("entries", 0)));
        for (Document count : counts) {
            Object id = count.get("_id");
            if (count.getInteger("n") > (id == null ? 0 : named.getOrDefault(id, 0))) {
                Document page = id instanceof ObjectId
                        ? pages.find(Filters.eq("_id", id)).first()
                        : null;
                List<String> ids =
                        page == null ? List.of() : SealDocuments.page(page).entryIds();
                Document extra = all.find(Filters.and(Filters.eq("page", id), Filters.nin("_id", ids)))
                        .projection(Projections.include("_id"))
                        .first();
                if (extra != null) {
                    return new Finding(EntryReading.idOf(extra), Kind.ADDED);
                }
            }
        }
        return null;
    }

    private MongoCursor<Document> sorted(String collection) {
        return database.getCollection(collection)
                .find()
                .sort(Sorts.ascending("_id"))
                .cursor();
    }

    private static @Nullable DaySeal nextOf(MongoCursor<Document> days) {
        return days.hasNext() ? SealDocuments.day(days.next()) : null;
    }

    private static @Nullable Finding first(
            @Nullable Finding one, java.util.function.Supplier<@Nullable Finding> other) {
        return one != null ? one : other.get();
    }
}
