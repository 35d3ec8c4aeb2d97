package io.wangge.ledger.mongo.sealing;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.evidence.SealDocuments;
import io.wangge.ledger.seal.Page;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Puts entries that were written before there were pages onto pages, once in the life of a database. */
public final class OldEntries {
    private static final int TOGETHER = 500;
    private static final String DONE = "oldEntriesOnPages";

    private final MongoClient client;
    private final MongoDatabase database;
    private final InstantSource clock;

    public OldEntries(MongoClient client, MongoDatabase database, InstantSource clock) {
        this.client = client;
        this.database = database;
        this.clock = clock;
    }

    /** After it has been through once, an entry without a page is one that somebody put in. */
    public void putOnPages() {
        MongoCollection<Document> marks = database.getCollection(LedgerCollections.SEALER);
        if (marks.find(Filters.eq("_id", DONE)).first() != null) {
            return;
        }
        MongoCollection<Document> entries = database.getCollection(LedgerCollections.ENTRIES);
        List<Document> together = new ArrayList<>();
        entries.find(Filters.exists("page", false))
                .projection(Projections.include("hash"))
                .forEach(entry -> {
                    together.add(entry);
                    if (together.size() == TOGETHER) {
                        write(entries, together);
                        together.clear();
                    }
                });
        if (!together.isEmpty()) {
            write(entries, together);
        }
        marks.updateOne(Filters.eq("_id", DONE), Updates.set("at", clock.instant()), new UpdateOptions().upsert(true));
    }

    private void write(MongoCollection<Document> entries, List<Document> together) {
        ObjectId id = new ObjectId();
        List<String> ids =
                together.stream().map(entry -> entry.getString("_id")).toList();
        Page page = Page.of(
                id.toHexString(),
                clock.instant(),
                ids,
                together.stream().map(entry -> entry.getString("hash")).toList());
        try (ClientSession session = client.startSession()) {
            session.withTransaction(() -> {
                long taken = entries.updateMany(
                                session,
                                Filters.and(Filters.in("_id", ids), Filters.exists("page", false)),
                                Updates.set("page", id))
                        .getMatchedCount();
                if (taken != ids.size()) {
                    throw new IllegalStateException("Another replica puts old entries on pages at the moment");
                }
                return database.getCollection(LedgerCollections.PAGES).insertOne(session, SealDocuments.page(page));
            });
        }
    }
}
