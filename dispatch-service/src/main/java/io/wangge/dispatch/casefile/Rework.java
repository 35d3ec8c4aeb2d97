package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 返工: done again by the unit that did it. */
final class Rework {
    private Rework() {}

    /**
     * A matter that was settled on the spot has had no holder: a dispatcher names one, and from then on it is a case
     * like any other.
     *
     * @param roundId the round that asked for it; null when an inspector did
     */
    static CaseEvent of(Case theCase, @Nullable String roundId, String reason, Facts facts) {
        Hold hold = theCase.hold();
        Optional<CategoryItem> category = Guards.categoryOf(theCase, facts);
        if (hold == null || category.isEmpty()) {
            return Waiting.forDispatch(
                    theCase.urgency(),
                    theCase.holderPath(),
                    new RouteReason(hold == null ? "on-spot-not-settled" : "unknown-category", null, 0),
                    facts);
        }
        int number = theCase.counts().holds() + 1;
        return new CaseEvent.Reworked(
                Holds.reworked(number, hold, category.get(), facts.now(), facts.calendar(), SuperiorLimit.of(theCase)),
                roundId,
                reason);
    }
}
