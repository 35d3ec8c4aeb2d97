package io.wangge.ledger.mongo;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.FigureFacts;
import io.wangge.ledger.figures.Rollup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.OptionalLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Adds up all cases anew into a new generation of rollups, from one snapshot, while batches go on writing down their
 * changes and readers read the old one. What waited in the snapshot is in its facts already and is dropped when the new
 * generation takes over; what came later waits on.
 */
final class FigureRecount {
    private static final ClientSessionOptions SNAPSHOT =
            ClientSessionOptions.builder().snapshot(true).build();
    /** MongoDB keeps a snapshot for five minutes by default; whoever recounts longer has failed or died. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final String UNTIL = "recountUntil";
    private static final int ROWS_IN_MEMORY = 6_000;
    private static final int CASES_A_PIECE = 2_000;

    private final MongoClient client;
    private final MongoDatabase database;
    private final InstantSource clock;

    FigureRecount(MongoClient client, MongoDatabase database, InstantSource clock) {
        this.client = client;
        this.database = database;
        this.clock = clock;
    }

    static boolean runs(Document state, Date now) {
        Date until = state.getDate(UNTIL);
        return until != null && until.after(now);
    }

    /** @return how many cases; empty when another recount runs */
    OptionalLong recount() {
        Instant now = clock.instant();
        Date until = Date.from(now.plus(LONGEST));
        Document state = collection(LedgerMigrations.FIGURE_STATE)
                .findOneAndUpdate(
                        Filters.and(FigureState.ID, Filters.not(Filters.gt(UNTIL, Date.from(now)))),
                        Updates.set(UNTIL, until));
        if (state == null) {
            return OptionalLong.empty();
        }
        Bson mine = Filters.and(FigureState.ID, Filters.eq(UNTIL, until));
        try {
            return OptionalLong.of(recount(state.getInteger("generation"), mine));
        } finally {
            collection(LedgerMigrations.FIGURE_STATE).updateOne(mine, Updates.unset(UNTIL));
        }
    }

    private long recount(int present, Bson mine) {
        int next = present + 1;
        // What a recount left that did not come to its end.
        removeAllBut(present);
        long cases;
        List<Object> counted;
        try (ClientSession snapshot = client.startSession(SNAPSHOT)) {
            counted = collection(LedgerMigrations.FIGURE_CHANGES)
                    .find(snapshot)
                    .projection(Projections.include("_id"))
                    .map(waiting -> waiting.get("_id"))
                    .into(new ArrayList<>());
            cases = addUp(snapshot, next);
        }
        try (ClientSession session = client.startSession()) {
            session.withTransaction(() -> takeOver(session, next, mine, counted), FigureFolding.OPTIONS);
        }
        removeAllBut(next);
        return cases;
    }

    private void removeAllBut(int generation) {
        for (String rows : List.of(LedgerMigrations.FIGURE_DAYS, LedgerMigrations.FIGURE_OPEN)) {
            collection(rows).deleteMany(Filters.ne("generation", generation));
        }
    }

    private long addUp(ClientSession snapshot, int generation) {
        Rollup rollup = new Rollup();
        long cases = 0;
        // By day, so that what is in memory at a time is a few days.
        Bson every = Filters.exists("fig.opened");
        for (Document document : collection(LedgerMigrations.CASE_FACTS)
                .find(snapshot, every)
                .projection(Projections.include(FigureFactsDocuments.FIELD))
                .sort(Sorts.ascending("fig.opened", "_id"))
                .batchSize(CASES_A_PIECE)) {
            FigureFacts facts = FigureFactsDocuments.read(document.get(FigureFactsDocuments.FIELD, Document.class));
            Contribution.of(facts).forEach(contribution -> rollup.add(contribution, 1));
            cases++;
            if (rollup.size() >= ROWS_IN_MEMORY) {
                write(generation, rollup);
            }
        }
        write(generation, rollup);
        return cases;
    }

    private void write(int generation, Rollup rollup) {
        FigureRows.add(database, null, generation, rollup);
        rollup.clear();
    }

    private @Nullable Void takeOver(ClientSession session, int generation, Bson mine, List<Object> counted) {
        long taken = collection(LedgerMigrations.FIGURE_STATE)
                .updateOne(session, mine, FigureState.takenOver(generation, UNTIL))
                .getMatchedCount();
        if (taken == 0) {
            throw new IllegalStateException("The recount took too long, and another one began");
        }
        collection(LedgerMigrations.FIGURE_CHANGES).deleteMany(session, Filters.in("_id", counted));
        return null;
    }

    private MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }
}
