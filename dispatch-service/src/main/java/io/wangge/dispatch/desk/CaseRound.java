package io.wangge.dispatch.desk;

import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseCommand;
import io.wangge.dispatch.casefile.CaseDecider;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.Facts;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives one command to many cases through the same guarded write as everybody. Any number of replicas may do so at once;
 * of two that take the same case one wins. A case that fails does not hold up those behind it.
 */
final class CaseRound {
    private static final Logger LOG = LoggerFactory.getLogger(CaseRound.class);

    private static final int MOST_REPORTED = 1_000;

    private final StreamStore<Case> cases;
    private final CaseCommand command;
    private final String mark;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /** @param mark of the command's id, which is the same on every replica: whichever comes first has done it */
    CaseRound(StreamStore<Case> cases, CaseCommand command, String mark) {
        this.cases = cases;
        this.command = command;
        this.mark = mark;
    }

    /**
     * @param done cases that were changed
     * @param overtaken cases that somebody else changed meanwhile; their turn comes with the next look
     * @param failed cases that could not be worked out or stored, reported in the log
     */
    record Outcome(int done, int overtaken, int failed) {
        static final Outcome NONE = new Outcome(0, 0, 0);

        Outcome plus(Outcome more) {
            return new Outcome(done + more.done, overtaken + more.overtaken, failed + more.failed);
        }
    }

    private record Sent(String caseId, CompletableFuture<Commit<Case>> commit) {}

    /** Handed in and on its way to the store; {@link #settle} waits for it. */
    record Batch(List<Sent> sent, int failed) {}

    Batch send(List<String> ids, Facts now) {
        Map<String, Stored<Case>> present = load(ids);
        List<Sent> sent = new ArrayList<>();
        int failed = 0;
        for (String id : ids) {
            try {
                Stored<Case> stored = present == null ? cases.load(id).orElse(null) : present.get(id);
                if (stored != null && CaseDecider.decide(stored.value(), command, now) instanceof Accepted accepted) {
                    Step step = Step.next(accepted, stored.value(), stored.version(), null, now);
                    String commandId = mark + "-" + stored.version();
                    sent.add(new Sent(id, cases.updateLater(stored, step.after(), commandId, step.events())));
                }
            } catch (RuntimeException e) {
                report(id, e);
                failed++;
            }
        }
        return new Batch(sent, failed);
    }

    /** Each case once, however often its turn comes; how it came about with the first. */
    private void report(String id, RuntimeException why) {
        boolean first = reported.isEmpty();
        if (reported.size() < MOST_REPORTED && reported.add(id)) {
            LOG.error("What {} does to case {} cannot be worked out: {}", mark, id, why.toString(), first ? why : null);
        }
    }

    /** Null when there is one among them that cannot be read: then each is read alone. */
    private @Nullable Map<String, Stored<Case>> load(List<String> ids) {
        try {
            return cases.loadAll(ids);
        } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
            // A store that is away throws other things.
            return null;
        }
    }

    Outcome settle(Batch batch) {
        Outcome outcome = new Outcome(0, 0, batch.failed());
        for (Sent one : batch.sent()) {
            outcome = outcome.plus(outcome(one));
        }
        return outcome;
    }

    private Outcome outcome(Sent one) {
        return switch (one.commit().join()) {
            case Commit.Done<Case> done -> new Outcome(1, 0, 0);
            case Commit.LostRace<Case> lost -> new Outcome(0, 1, 0);
            case Commit.OutboxFull<Case> full -> new Outcome(0, 1, 0);
            case Commit.Unknown<Case> unknown -> new Outcome(0, 1, 0);
            case Commit.DuplicateKey<Case>(String index) -> failed(one, index);
            case Commit.BadDocument<Case>(String message) -> failed(one, message);
        };
    }

    private Outcome failed(Sent sent, String why) {
        LOG.error("What {} did to case {} cannot be stored: {}", mark, sent.caseId(), why);
        return new Outcome(0, 0, 1);
    }
}
