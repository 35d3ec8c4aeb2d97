package io.wangge.ledger.mongo.sealing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.archive.ArchiveFolder.SealedPages;
import io.wangge.ledger.archive.ArchivedEntry;
import io.wangge.ledger.evidence.EntryReading;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.evidence.SealDocuments;
import io.wangge.ledger.evidence.SealJson;
import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.Page;
import io.wangge.ledger.seal.Seal;
import io.wangge.ledger.sealing.ArchiveBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Days that are archived, in MongoDB: pages, seals and days stay, with a mark where their entries went. */
public final class MongoArchiveBook implements ArchiveBook {
    private final MongoDatabase database;
    private final SealerPlace place;
    private final PageTransfer transfer;

    public MongoArchiveBook(MongoClient client, MongoDatabase database) {
        this.database = database;
        this.place = new SealerPlace(client, database);
        this.transfer = new PageTransfer(database);
    }

    @Override
    public Optional<DaySeal> oldestNotArchived(String before) {
        return Optional.ofNullable(database.getCollection(LedgerCollections.DAYS)
                        .find(and(exists(SealDocuments.ARCHIVED, false), lt("day", before)))
                        .sort(Sorts.ascending("_id"))
                        .first())
                .map(SealDocuments::day);
    }

    @Override
    public Iterable<Page> pages(DaySeal day) {
        return () -> seals(day).flatMap(this::pagesOf).iterator();
    }

    private Stream<Seal> seals(DaySeal day) {
        return database
                .getCollection(LedgerCollections.SEALS)
                .find(and(gte("_id", day.firstSeal()), lte("_id", day.lastSeal())))
                .sort(Sorts.ascending("_id"))
                .map(SealDocuments::seal)
                .into(new ArrayList<>())
                .stream();
    }

    private Stream<Page> pagesOf(Seal seal) {
        Map<String, Page> found = new HashMap<>();
        database.getCollection(LedgerCollections.PAGES)
                .find(eq("seal", seal.no()))
                .map(SealDocuments::page)
                .forEach(page -> found.put(page.id(), page));
        return seal.pages().stream()
                .map(named -> Objects.requireNonNull(found.get(named.id()), () -> "There is no page " + named.id()));
    }

    @Override
    public ArchiveFolder.Source source(DaySeal day) {
        return new ArchiveFolder.Source() {
            @Override
            public String day() {
                return SealJson.line(day);
            }

            @Override
            public Iterable<SealedPages> seals() {
                return () -> MongoArchiveBook.this
                        .seals(day)
                        .map(seal -> new SealedPages(
                                SealJson.line(seal), () -> pagesOf(seal).iterator()))
                        .iterator();
            }

            @Override
            public List<ArchivedEntry> entriesOf(Page page) {
                return MongoArchiveBook.this.entriesOf(page);
            }
        };
    }

    private List<ArchivedEntry> entriesOf(Page page) {
        Map<String, ArchivedEntry> found = new HashMap<>();
        database.getCollection(LedgerCollections.ENTRIES)
                .find(in("_id", page.entryIds()))
                .batchSize(page.entryIds().size() + 1)
                .forEach(document -> found.put(
                        document.getString("_id"),
                        new ArchivedEntry(
                                EntryReading.entry(document),
                                document.getString("caseId"),
                                document.getList("scopeUnits", String.class, List.of()))));
        return page.entryIds().stream()
                .map(id -> {
                    ArchivedEntry entry = found.get(id);
                    if (entry == null) {
                        throw new IllegalStateException("The entry " + id + " is missing: its day is not archived");
                    }
                    return entry;
                })
                .toList();
    }

    @Override
    public void takeOut(String holder, long fence, DaySeal day, Page page) {
        place.fenced(
                holder,
                fence,
                new Document("archiving", day.day()),
                session -> transfer.takeOut(session, day.day(), page));
    }

    @Override
    public void archived(String holder, long fence, DaySeal day) {
        place.fenced(
                holder,
                fence,
                new Document("archiving", ""),
                session -> database.getCollection(LedgerCollections.DAYS)
                        .updateOne(session, eq("_id", day.no()), Updates.set(SealDocuments.ARCHIVED, true)));
    }

    static ObjectId idOf(Page page) {
        return new ObjectId(page.id());
    }
}
