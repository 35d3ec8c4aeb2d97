package io.wangge.ledger.mongo;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
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
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Adds up all cases anew into a new generation of rollups, from one snapshot, while batches go on writing down their
 * changes and readers read the old one. What waited in the snapshot is in its facts already and is dropped when the new
 * generation takes over; what came later waits on. What is open can be counted anew by itself, in the same way.
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
        return alone(this::recount);
    }

    /** Only what is open, a small part of all. @return how many cases; empty when another recount runs */
    OptionalLong recountOpen() {
        return alone(this::recountOpen);
    }

    @FunctionalInterface
    private interface Counting {
        /** @param mine the state, as long as nobody else counts */
        long count(FigureState present, Bson mine);
    }

    private OptionalLong alone(Counting counting) {
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
            return OptionalLong.of(counting.count(FigureState.of(state), mine));
        } finally {
            collection(LedgerMigrations.FIGURE_STATE).updateOne(mine, Updates.unset(UNTIL));
        }
    }

    private long recount(FigureState present, Bson mine) {
        FigureState next = new FigureState(present.generation() + 1, present.openRows() + 1, true);
        return count(
                // By day, so that what is in memory at a time is a few days.
                cases -> cases.filter(Filters.exists("fig.opened")).sort(Sorts.ascending("fig.opened", "_id")),
                every -> true,
                present,
                next,
                mine);
    }

    private long recountOpen(FigureState present, Bson mine) {
        FigureState next = new FigureState(present.generation(), present.openRows() + 1, true);
        return count(
                cases -> cases.filter(Filters.eq("fig.open", true)).hintString(OpenCaseMigrations.OPEN),
                Contribution::isOfOpenCase,
                present,
                next,
                mine);
    }

    private long count(
            UnaryOperator<FindIterable<Document>> which,
            Predicate<Contribution> what,
            FigureState present,
            FigureState next,
            Bson mine) {
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
            cases = addUp(which.apply(collection(LedgerMigrations.CASE_FACTS).find(snapshot)), what, next);
        }
        try (ClientSession session = client.startSession()) {
            session.withTransaction(() -> takeOver(session, present, next, mine, counted), FigureFolding.OPTIONS);
        }
        removeAllBut(next);
        return cases;
    }

    private void removeAllBut(FigureState rows) {
        collection(LedgerMigrations.FIGURE_DAYS).deleteMany(Filters.ne("generation", rows.generation()));
        collection(LedgerMigrations.FIGURE_OPEN).deleteMany(Filters.ne("generation", rows.openRows()));
    }

    private long addUp(FindIterable<Document> found, Predicate<Contribution> what, FigureState rows) {
        Rollup rollup = new Rollup();
        long cases = 0;
        for (Document document : found.projection(Projections.include(FigureFactsDocuments.FIELD))
                .batchSize(CASES_A_PIECE)) {
            FigureFacts facts = FigureFactsDocuments.read(document.get(FigureFactsDocuments.FIELD, Document.class));
            Contribution.of(facts).stream().filter(what).forEach(contribution -> rollup.add(contribution, 1));
            cases++;
            if (rollup.size() >= ROWS_IN_MEMORY) {
                write(rows, rollup);
            }
        }
        write(rows, rollup);
        return cases;
    }

    private void write(FigureState rows, Rollup rollup) {
        FigureRows.add(database, null, rows, rollup);
        rollup.clear();
    }

    private @Nullable Void takeOver(
            ClientSession session, FigureState present, FigureState next, Bson mine, List<Object> counted) {
        long taken = collection(LedgerMigrations.FIGURE_STATE)
                .updateOne(session, mine, FigureState.takenOver(next.generation(), next.openRows(), UNTIL))
                .getMatchedCount();
        if (taken == 0) {
            throw new IllegalStateException("The recount took too long, and another one began");
        }
        MongoCollection<Document> waiting = collection(LedgerMigrations.FIGURE_CHANGES);
        if (next.generation() == present.generation()) {
            waiting.updateMany(session, Filters.in("_id", counted), FigureChangeDocuments.withoutOpen());
        } else {
            waiting.deleteMany(session, Filters.in("_id", counted));
        }
        return null;
    }

    private MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }
}
