package io.wangge.ledger.mongo.figures;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.ledger.figures.FigureChange;
import io.wangge.ledger.figures.Rollup;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

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

    /** Until nothing waits, or a recount asks for a pause. */
    public void fold() {
        int folded;
        do {
            folded = once();
        } while (folded == MOST_BATCHES);
    }

    private int once() {
        MongoCollection<Document> waiting = database.getCollection(FigureMigrations.CHANGES);
        if (waiting.find().limit(1).first() == null) {
            return 0;
        }
        try (ClientSession session = client.startSession()) {
            return session.withTransaction(() -> fold(session, waiting), OPTIONS);
        }
    }

    private int fold(ClientSession session, MongoCollection<Document> waiting) {
        MongoCollection<Document> states = database.getCollection(FigureMigrations.STATE);
        Document state = states.find(session, FigureState.ID).first();
        if (state == null || RecountState.pauses(state, Date.from(clock.instant()))) {
            return 0;
        }
        List<Document> batches = waiting.find(session)
                .sort(Sorts.ascending("_id"))
                .limit(MOST_BATCHES)
                .batchSize(MOST_BATCHES)
                .into(new ArrayList<>());
        List<FigureChange> changes = batches.stream()
                .flatMap(batch -> FigureChangeDocuments.read(batch).stream())
                .toList();
        RecountState recount = RecountState.of(state);
        boolean spoilt = changes.stream().anyMatch(change -> change.place() == null);
        Bson folded = FigureState.folded(state, batches.stream().allMatch(FigureChangeDocuments::knowsOpen));
        // Written and not only read: two replicas that fold, or one that folds and one that recounts, then meet here.
        states.updateOne(
                session,
                FigureState.ID,
                // Whether the recount has counted these cases, nobody knows: it has to begin anew.
                spoilt ? Updates.combine(folded, Updates.unset(RecountState.FIELD)) : folded);
        boolean nothingWaits = batches.size() < MOST_BATCHES;
        add(session, FigureState.of(state), changes, nothingWaits);
        if (recount != null && !spoilt) {
            List<FigureChange> counted =
                    changes.stream().filter(recount::hasCounted).toList();
            add(session, recount.rows(), counted, nothingWaits);
        }
        waiting.deleteMany(
                session,
                Filters.in(
                        "_id", batches.stream().map(batch -> batch.get("_id")).toList()));
        return batches.size();
    }

    private void add(ClientSession session, FigureState rows, List<FigureChange> changes, boolean nothingWaits) {
        Rollup rollup = new Rollup();
        rollup.addAll(changes);
        FigureRows.add(database, session, rows, rollup);
        if (nothingWaits) {
            FigureRows.removeEmptied(database, session, rows, rollup);
        }
    }
}
