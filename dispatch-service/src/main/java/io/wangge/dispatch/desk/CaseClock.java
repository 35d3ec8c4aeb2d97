package io.wangge.dispatch.desk;

import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseCommand;
import io.wangge.dispatch.casefile.Facts;
import io.wangge.dispatch.desk.CaseRound.Batch;
import io.wangge.dispatch.desk.CaseRound.Outcome;
import io.wangge.kit.store.StreamStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets time act on cases (design.md, decision 7): those whose next moment has come, the longest overdue first. A round
 * goes once through what is due at its beginning and never back, so that it ends, and so that a case that fails or is
 * overtaken keeps nobody behind it waiting: its turn comes with the next round.
 */
public final class CaseClock {
    private static final int BATCH = 500;

    private final CaseRound round;
    private final CasesDue due;
    private final FactsNow facts;

    public CaseClock(StreamStore<Case> cases, CasesDue due, FactsNow facts) {
        this.round = new CaseRound(cases, new CaseCommand.TimeCame(), "clock");
        this.due = due;
        this.facts = facts;
    }

    /**
     * @param fired cases on which at least one step fired
     * @param overtaken cases that somebody else changed meanwhile; their steps come with the next look
     * @param failed cases that could not be worked out or stored, reported in the log
     */
    public record Round(int fired, int overtaken, int failed) {}

    /** Works off all that is due now. */
    public Round round() {
        Instant until = facts.get().now();
        CasesDue.Place place = CasesDue.Place.FIRST;
        Outcome outcome = Outcome.NONE;
        @Nullable Batch onItsWay = null;
        while (true) {
            List<CasesDue.Due> next = due.until(until, place, BATCH);
            Facts now = facts.get();
            // While one batch is written the next one is read and worked out.
            Batch batch = round.send(next.stream().map(CasesDue.Due::caseId).toList(), now);
            outcome = onItsWay == null ? outcome : outcome.plus(round.settle(onItsWay));
            onItsWay = batch;
            if (next.size() < BATCH) {
                outcome = outcome.plus(round.settle(batch));
                return new Round(outcome.done(), outcome.overtaken(), outcome.failed());
            }
            place = next.getLast().place();
        }
    }
}
