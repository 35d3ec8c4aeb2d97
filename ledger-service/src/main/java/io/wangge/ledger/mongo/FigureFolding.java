package io.wangge.ledger.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.ledger.figures.Rollup;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Adds the changes of many batches to the rollups at once and takes them off, in one transaction: each counts exactly
 * once, whoever crashes. Batches themselves only write down what they change, so they touch no document that all of them
 * share; a reader adds what waits.
 */
public final class FigureFolding {
    static final int MOST_BATCHES = 200;
    static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);
    static final Document STATE = new Document("_id", "rollup");
    static final TransactionOptions OPTIONS = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY)
            .build();

    private final MongoClient client;
    private final MongoDatabase database;
    private final InstantSource clock;

    public FigureFolding(MongoClient client, MongoDatabase database, InstantSource clock) {
        this.client = client;
        this.database = database;
        this.clock = clock;
    }

    /** Until nothing waits, or a recount runs. */
    public void fold() {
        int folded;
        do {
            folded = once();
        } while (folded == MOST_BATCHES);
    }

    private int once() {
        MongoCollection<Document> waiting = database.getCollection(LedgerMigrations.FIGURE_CHANGES);
        if (waiting.find().limit(1).first() == null) {
            return 0;
        }
        try (ClientSession session = client.startSession()) {
            return session.withTransaction(() -> fold(session, waiting), OPTIONS);
        }
    }

    private int fold(ClientSession session, MongoCollection<Document> waiting) {
        // Written and not only read: two replicas that fold, or one that folds and one that recounts, then meet here.
        Document state = database.getCollection(LedgerMigrations.FIGURE_STATE)
                .findOneAndUpdate(
                        session,
                        STATE,
                        Updates.inc("folds", 1L),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (state == null || FigureRecount.runs(state, Date.from(clock.instant()))) {
            return 0;
        }
        List<Document> batches = waiting.find(session)
                .sort(Sorts.ascending("_id"))
                .limit(MOST_BATCHES)
                .batchSize(MOST_BATCHES)
                .into(new ArrayList<>());
        Rollup rollup = new Rollup();
        batches.forEach(batch -> rollup.addAll(FigureChangeDocuments.read(batch)));
        var increments = FigureRows.increments(state.getInteger("generation"), rollup);
        if (!increments.isEmpty()) {
            database.getCollection(LedgerMigrations.FIGURE_DAYS).bulkWrite(session, increments, ANY_ORDER);
        }
        waiting.deleteMany(
                session,
                Filters.in(
                        "_id", batches.stream().map(batch -> batch.get("_id")).toList()));
        return batches.size();
    }
}
