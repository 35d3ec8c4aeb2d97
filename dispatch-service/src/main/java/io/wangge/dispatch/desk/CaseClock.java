package io.wangge.dispatch.desk;

import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseCommand;
import io.wangge.dispatch.casefile.CaseDecider;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.Facts;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets time act on cases (design.md, decision 7): those whose next moment has come, the longest overdue first, through the
 * same guarded write as everybody. Any number of replicas may do so at once; of two that take the same case one wins.
 */
public final class CaseClock {
    private static final Logger LOG = LoggerFactory.getLogger(CaseClock.class);
    private static final int BATCH = 500;

    private final StreamStore<Case> cases;
    private final CasesDue due;
    private final FactsNow facts;

    public CaseClock(StreamStore<Case> cases, CasesDue due, FactsNow facts) {
        this.cases = cases;
        this.due = due;
        this.facts = facts;
    }

    /**
     * @param fired cases on which at least one step fired
     * @param overtaken cases that somebody else changed meanwhile; their steps come with the next look
     * @param failed cases that could not be worked out or stored, reported in the log
     */
    public record Round(int fired, int overtaken, int failed) {
        private Round plus(int moreFired, int moreOvertaken, int moreFailed) {
            return new Round(fired + moreFired, overtaken + moreOvertaken, failed + moreFailed);
        }
    }

    /** Works off all that is due now. A case that fails does not hold up those behind it. */
    public Round round() {
        Round round = new Round(0, 0, 0);
        Set<String> seen = new HashSet<>();
        Instant after = Instant.EPOCH;
        while (true) {
            Facts now = facts.get();
            List<CasesDue.Due> batch = due.until(now.now(), after, BATCH);
            List<String> ids =
                    batch.stream().map(CasesDue.Due::caseId).filter(seen::add).toList();
            if (!ids.isEmpty()) {
                round = work(ids, now, round);
            }
            if (batch.size() < BATCH) {
                return round;
            }
            // What lost its race or failed stays due: it must not keep those behind it from being looked at.
            after = ids.isEmpty() ? batch.getLast().at().plusMillis(1) : after;
        }
    }

    private record Sent(String caseId, CompletableFuture<Commit<Case>> commit) {}

    private Round work(List<String> ids, Facts now, Round before) {
        Map<String, Stored<Case>> present = cases.loadAll(ids);
        List<Sent> sent = new ArrayList<>();
        int failed = 0;
        for (String id : ids) {
            Stored<Case> stored = present.get(id);
            try {
                if (stored != null
                        && CaseDecider.decide(stored.value(), new CaseCommand.TimeCame(), now)
                                instanceof Accepted accepted) {
                    Step step = Step.next(accepted, stored.value(), stored.version(), null, now);
                    sent.add(new Sent(id, cases.updateLater(stored, step.after(), commandId(stored), step.events())));
                }
            } catch (RuntimeException e) {
                LOG.error("What time does to case {} cannot be worked out", id, e);
                failed++;
            }
        }
        return settle(sent, before.plus(0, 0, failed));
    }

    /** The same on every replica: whichever comes first has done it. */
    private static String commandId(Stored<Case> stored) {
        return "clock-" + stored.version();
    }

    private static Round settle(List<Sent> sent, Round before) {
        Round round = before;
        for (Sent one : sent) {
            round = switch (one.commit().join()) {
                case Commit.Done<Case> done -> round.plus(1, 0, 0);
                case Commit.LostRace<Case> lost -> round.plus(0, 1, 0);
                case Commit.OutboxFull<Case> full -> round.plus(0, 1, 0);
                case Commit.Unknown<Case> unknown -> round.plus(0, 1, 0);
                case Commit.DuplicateKey<Case>(String index) -> failed(one, index, round);
                case Commit.BadDocument<Case>(String message) -> failed(one, message, round);
            };
        }
        return round;
    }

    private static Round failed(Sent sent, String why, Round round) {
        LOG.error("What time did to case {} cannot be stored: {}", sent.caseId(), why);
        return round.plus(0, 0, 1);
    }
}
