package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Guard.allow;
import static io.wangge.dispatch.casefile.Guard.refuse;

import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The rules of the actions, each with its source. */
final class Guards {
    /** History lives in the ledger; what a case itself carries has a limit (design.md, decision 1). */
    static final int MOST_HOLDS = 100;

    private Guards() {}

    /** 回退 only within the acceptance limit (domain.md glossary: Accept, Return). Due at the moment is still in time. */
    static final Guard WITHIN_THE_ACCEPTANCE_LIMIT = (theCase, caller, facts) -> {
        Instant dueAt = theCase.presentHold().acceptanceDueAt();
        return dueAt != null && facts.now().isAfter(dueAt)
                ? refuse("return-too-late", Map.of("acceptanceDueAt", dueAt))
                : allow();
    };

    /** The ladder ends somewhere; what lies above is outside (REFERRED_OUTSIDE, a later part). */
    static final Guard NOT_AT_THE_TOP = (theCase, caller, facts) -> categoryOf(theCase, facts)
                    .flatMap(category -> facts.climb().oneUp(theCase.presentHold(), category))
                    .isEmpty()
            ? refuse("top-reached", Map.of("level", theCase.presentHold().level()))
            : allow();

    /** 小事不出社区, 大事不出街道: free below the ceiling of its scale, refused at it (systems.md S2). */
    static final Guard BELOW_ITS_CEILING = (theCase, caller, facts) -> {
        Optional<CategoryItem> category = categoryOf(theCase, facts);
        Hold hold = theCase.presentHold();
        return category.isPresent() && facts.climb().isAtCeiling(hold.level(), category.get())
                ? refuse(
                        "ceiling-reached",
                        Map.of(
                                "level", hold.level(),
                                "scale", category.get().scale(),
                                "ceiling",
                                        facts.climb().ceilingOf(category.get()).code()))
                : allow();
    };

    /** Lists inside a case are bounded. */
    static final Guard ROOM_FOR_ANOTHER_HOLD = (theCase, caller, facts) ->
            theCase.counts().holds() >= MOST_HOLDS ? refuse("too-many-holds", Map.of("most", MOST_HOLDS)) : allow();

    /** The right role, reaching the unit that the action is about; else the case is seen and not touched. */
    static Optional<Refused> hasTheRole(Case theCase, Caller caller, Action action) {
        return action.actor(theCase, caller).isPresent()
                ? allow()
                : refuse("not-allowed", Map.of("action", action.code()));
    }

    /** The table of states in domain.md, "The life of a case". */
    static Optional<Refused> isInAStateFor(Case theCase, Action action) {
        return action.states().contains(theCase.state())
                ? allow()
                : refuse(
                        "wrong-state",
                        Map.of(
                                "action", action.code(),
                                "state", theCase.state().name(),
                                "possible", Action.possibleIn(theCase.state())));
    }

    static Optional<CategoryItem> categoryOf(Case theCase, Facts facts) {
        return Optional.ofNullable(theCase.category())
                .flatMap(id -> facts.directory().category(id));
    }
}
