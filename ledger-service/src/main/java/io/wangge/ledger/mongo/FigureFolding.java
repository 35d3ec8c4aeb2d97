package io.wangge.ledger.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
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
        MongoCollection<Document> states = database.getCollection(LedgerMigrations.FIGURE_STATE);
        Document state = states.find(session, FigureState.ID).first();
        if (state == null || FigureRecount.runs(state, Date.from(clock.instant()))) {
            return 0;
        }
        List<Document> batches = waiting.find(session)
                .sort(Sorts.ascending("_id"))
                .limit(MOST_BATCHES)
                .batchSize(MOST_BATCHES)
                .into(new ArrayList<>());
        // Written and not only read: two replicas that fold, or one that folds and one that recounts, then meet here.
        states.updateOne(
                session,
                FigureState.ID,
                FigureState.folded(state, batches.stream().allMatch(FigureChangeDocuments::knowsOpen)));
        Rollup rollup = new Rollup();
        batches.forEach(batch -> rollup.addAll(FigureChangeDocuments.read(batch)));
        FigureState rows = FigureState.of(state);
        FigureRows.add(database, session, rows, rollup);
        if (batches.size() < MOST_BATCHES) {
            FigureRows.removeEmptied(database, session, rows, rollup);
        }
        waiting.deleteMany(
                session,
                Filters.in(
                        "_id", batches.stream().map(batch -> batch.get("_id")).toList()));
        return batches.size();
    }
}
