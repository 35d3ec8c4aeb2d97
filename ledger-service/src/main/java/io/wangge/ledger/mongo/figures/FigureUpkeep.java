package io.wangge.ledger.mongo.figures;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds what waits to the rollups, brings to its end a recount that was left, and counts what is open
 * where the rollups do not know it ({@link FigureState}). */
public final class FigureUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(FigureUpkeep.class);
    /** While replicas are renewed, the older ones write on; readers have the right answer meanwhile, a slower one. */
    private static final Duration BETWEEN_RECOUNTS = Duration.ofMinutes(10);

    private final MongoDatabase database;
    private final InstantSource clock;
    private final FigureFolding folding;
    private final FigureRecount recount;
    private Instant notBefore = Instant.MIN;

    public FigureUpkeep(MongoClient client, MongoDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.folding = new FigureFolding(client, database, clock);
        this.recount = new FigureRecount(client, database, clock);
    }

    /** Not for several threads. */
    public void run() {
        folding.fold();
        Document state = FigureState.document(database);
        boolean left = RecountState.isLeft(state, Date.from(clock.instant()));
        if (clock.instant().isBefore(notBefore)
                || !left && FigureState.of(state).knowsOpen()) {
            return;
        }
        // Also when it fails.
        notBefore = clock.instant().plus(BETWEEN_RECOUNTS);
        if (left) {
            recount.goOn().ifPresent(cases -> LOG.info("Brought a recount to its end: {} cases", cases));
            return;
        }
        recount.recountOpen()
                .ifPresentOrElse(
                        cases -> LOG.info("Counted what is open: {} cases", cases), () -> notBefore = Instant.MIN);
    }
}
