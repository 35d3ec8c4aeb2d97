package io.wangge.ledger.mongo.figures;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Adds up all cases anew into a new generation of rollups, while batches go on writing down their changes, folds go on and
 * readers read the old one. A window of cases at a time ({@link RecountWindow}), each in a transaction that MongoDB lets
 * live: the whole may last as long as it must, and whoever takes it up after a crash goes on behind the last window. With
 * the last one the new generation takes over.
 */
public final class FigureRecount {
    /** At a case's 1 ms (measured: 100,000 in 109 s on two busy cores) well within a transaction's minute. */
    public static final int CASES_A_WINDOW = 5_000;

    private static final String ANY = "";
    /** Renewed for each window; longer than a transaction may live. */
    private static final Duration LEASE = Duration.ofMinutes(3);
    /** A replica that does not say whose changes it writes is being renewed at this moment. */
    private static final int MOST_BEGINNINGS = 5;

    private final MongoClient client;
    private final MongoDatabase database;
    private final InstantSource clock;
    private final FigureFolding folding;
    private final RecountWindow window;

    public FigureRecount(MongoClient client, MongoDatabase database, InstantSource clock) {
        this(client, database, clock, CASES_A_WINDOW);
    }

    public FigureRecount(MongoClient client, MongoDatabase database, InstantSource clock, int casesAWindow) {
        this.client = client;
        this.database = database;
        this.clock = clock;
        this.folding = new FigureFolding(client, database, clock);
        this.window = new RecountWindow(database, casesAWindow);
    }

    /** @return how many cases; empty when another recount runs */
    public OptionalLong recount() {
        return recount(RecountState.ALL, cases -> {});
    }

    /**
     * @param id goes on with the one of the same id that was left before its end, if there is one
     * @param told how many cases, after each window
     * @return how many cases; empty when another recount runs
     */
    public OptionalLong recount(String id, LongConsumer told) {
        return alone(me -> toTheEnd(id, true, me, told));
    }

    /** Only what is open. @return how many cases; empty when another recount runs */
    OptionalLong recountOpen() {
        return alone(me -> toTheEnd(RecountState.OPEN, false, me, cases -> {}));
    }

    /** Brings to its end what somebody left. @return how many cases; empty when another goes on with it */
    OptionalLong goOn() {
        return alone(me -> toTheEnd(ANY, false, me, cases -> {}));
    }

    /** What somebody left is not to be gone on with: the cases are about to be put right. */
    public void forget() {
        states().updateOne(
                        Filters.and(FigureState.ID, Filters.not(Filters.gt(RecountState.UNTIL, now()))),
                        Updates.unset(RecountState.FIELD));
    }

    @FunctionalInterface
    private interface Counting {
        /** @param mine the state, as long as nobody else counts */
        long count(Bson mine);
    }

    private OptionalLong alone(Counting counting) {
        String me = UUID.randomUUID().toString();
        Date until = Date.from(clock.instant().plus(LEASE));
        Bson free = Filters.and(FigureState.ID, Filters.not(Filters.gt(RecountState.UNTIL, now())));
        if (states().updateOne(free, Updates.combine(Updates.set(RecountState.BY, me), leased(until)))
                        .getMatchedCount()
                == 0) {
            return OptionalLong.empty();
        }
        Bson mine = Filters.and(FigureState.ID, Filters.eq(RecountState.BY, me));
        try {
            return OptionalLong.of(counting.count(mine));
        } finally {
            states().updateOne(
                            mine,
                            Updates.combine(RecountWindow.LEASE.stream()
                                    .map(Updates::unset)
                                    .toList()));
        }
    }

    private long toTheEnd(String id, boolean all, Bson mine, LongConsumer told) {
        for (int begun = 1; ; begun++) {
            try {
                begin(id, all, mine);
                return windows(mine, told);
            } catch (RecountWindow.SpoiltException e) {
                if (begun == MOST_BEGINNINGS) {
                    throw e;
                }
            }
        }
    }

    private void begin(String id, boolean all, Bson mine) {
        Document state = states().find(mine).first();
        if (state == null) {
            throw RecountWindow.takenOver();
        }
        FigureState present = FigureState.of(state);
        RecountState left = RecountState.of(state);
        if (left != null && left.follows(present) && (id.equals(ANY) || id.equals(left.id()))) {
            return;
        }
        states().updateOne(mine, Updates.unset(RecountState.FIELD));
        removeAllBut(present);
        // What older replicas wrote says nothing of whose it is, and would be in the way of the first window.
        folding.fold();
        RecountState first = RecountState.begin(id.equals(ANY) ? RecountState.OPEN : id, all, present);
        states().updateOne(mine, Updates.set(RecountState.FIELD, first.document()));
    }

    private long windows(Bson mine, LongConsumer told) {
        while (true) {
            // Also what came during the last window: so that little waits, and nothing when this replica is the only
            // one.
            folding.fold();
            Date until = Date.from(clock.instant().plus(LEASE));
            states().updateOne(mine, Updates.combine(leased(until), Updates.set(RecountState.PAUSE, until)));
            RecountWindow.Counted counted;
            try (ClientSession session = client.startSession()) {
                counted = session.withTransaction(() -> window.count(session, mine), FigureFolding.OPTIONS);
            }
            if (counted.takenOver() instanceof FigureState rows) {
                removeAllBut(rows);
                return counted.cases();
            }
            told.accept(counted.cases());
        }
    }

    private static Bson leased(Date until) {
        return Updates.combine(Updates.set(RecountState.UNTIL, until), Updates.set(RecountState.IN_WINDOWS, until));
    }

    private void removeAllBut(FigureState rows) {
        database.getCollection(FigureMigrations.DAYS).deleteMany(Filters.ne("generation", rows.generation()));
        database.getCollection(FigureMigrations.OPEN).deleteMany(Filters.ne("generation", rows.openRows()));
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private MongoCollection<Document> states() {
        return database.getCollection(FigureMigrations.STATE);
    }
}
