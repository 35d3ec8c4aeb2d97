package io.wangge.dispatch.desk;

import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseCommand;
import io.wangge.dispatch.casefile.Facts;
import io.wangge.dispatch.clock.CalendarYear;
import io.wangge.dispatch.desk.CaseRound.Outcome;
import io.wangge.kit.store.StreamStore;
import java.util.List;

/**
 * Sets due times anew that were provisional, once a year's holidays are published (domain.md, Clocks). It asks the store
 * and remembers nothing, so that it does not matter which replica was down when the calendar came into force, or still
 * went by the one before it.
 */
public final class DueTimesAnew {
    private static final int BATCH = 500;

    private final CaseRound round;
    private final CasesProvisional provisional;
    private final FactsNow facts;

    public DueTimesAnew(StreamStore<Case> cases, CasesProvisional provisional, FactsNow facts) {
        this.round = new CaseRound(cases, new CaseCommand.YearPublished(), "anew");
        this.provisional = provisional;
        this.facts = facts;
    }

    /**
     * @param set cases of which at least one due time was set anew
     * @param overtaken cases that somebody else changed meanwhile; their turn comes with the next look
     * @param failed cases that could not be worked out or stored, reported in the log
     */
    public record Round(int set, int overtaken, int failed) {}

    /** Works off what the published years settle. */
    public Round round() {
        Outcome outcome = Outcome.NONE;
        for (CalendarYear year : facts.get().calendar().years().values()) {
            outcome = year.published() ? outcome.plus(settle(year.year())) : outcome;
        }
        return new Round(outcome.done(), outcome.overtaken(), outcome.failed());
    }

    private Outcome settle(int year) {
        Outcome outcome = Outcome.NONE;
        String behind = "";
        while (true) {
            List<String> ids = provisional.awaiting(year, behind, BATCH);
            Facts now = facts.get();
            outcome = outcome.plus(round.settle(round.send(ids, now)));
            if (ids.size() < BATCH) {
                return outcome;
            }
            behind = ids.getLast();
        }
    }
}
