package io.wangge.dispatch.startup;

import com.mongodb.MongoException;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.desk.CaseClock;
import io.wangge.dispatch.desk.CasesDue;
import io.wangge.dispatch.desk.FactsNow;
import io.wangge.kit.directory.DirectoryCopy.DirectoryNotReady;
import io.wangge.kit.store.StreamStore;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look of the case clock. Steps cannot be taken back, so none fires while this machine's clock and the store's differ
 * by more than a few seconds (design.md, decision 7).
 */
final class ClockRound implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ClockRound.class);
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private final CaseClock cases;
    private final CasesDue due;
    private final InstantSource clock;
    private boolean doubted;

    ClockRound(StreamStore<Case> store, CasesDue due, FactsNow facts, InstantSource clock) {
        this.cases = new CaseClock(store, due, facts);
        this.due = due;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            if (clocksAgree()) {
                CaseClock.Round round = cases.round();
                if (round.fired() > 0) {
                    LOG.info(
                            "Time acted on {} cases; {} were changed by others meanwhile",
                            round.fired(),
                            round.overtaken());
                }
            }
        } catch (DirectoryNotReady e) {
            LOG.debug("No reference data yet");
        } catch (MongoException e) {
            LOG.warn("The clock of the cases waits for the store: {}", e.toString());
        }
    }

    private boolean clocksAgree() {
        Duration apart = Duration.between(clock.instant(), due.storeTime()).abs();
        boolean agree = apart.compareTo(TOLERATED) <= 0;
        if (!agree && !doubted) {
            LOG.error("This machine's clock and the store's are {} apart: no step fires until they agree", apart);
        }
        doubted = !agree;
        return agree;
    }
}
