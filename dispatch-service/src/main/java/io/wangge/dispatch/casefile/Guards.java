package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Guard.allow;
import static io.wangge.dispatch.casefile.Guard.refuse;

import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.dispatch.casefile.Proceedings.Effort;
import io.wangge.dispatch.casefile.Proceedings.HelperTask;
import io.wangge.dispatch.casefile.Proceedings.Suspension;
import io.wangge.dispatch.clock.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of the actions, each with its source. */
final class Guards {
    /** History lives in the ledger; what a case itself carries has a limit (design.md, decision 1). */
    static final int MOST_HOLDS = 100;

    static final int MOST_TASKS = 20;

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

    /**
     * 小事不出社区, 大事不出街道: free below the ceiling of its scale. At it only a matter that was held for the least time
     * and shows effort may ask for leave (domain.md, Guards on going up): one recorded measure, for a dispute a mediation.
     */
    static final Guard MAY_LEAVE_ITS_LEVEL = (theCase, caller, facts) -> categoryOf(theCase, facts)
            .filter(category -> isAtCeiling(theCase, category, facts))
            .flatMap(category -> whyItMustStay(theCase, category, facts));

    static boolean isAtCeiling(Case theCase, CategoryItem category, Facts facts) {
        return facts.climb().isAtCeiling(theCase.presentHold().level(), category);
    }

    private static Optional<Refused> whyItMustStay(Case theCase, CategoryItem category, Facts facts) {
        Hold hold = theCase.presentHold();
        String ceiling = facts.climb().ceilingOf(category).code();
        if (category.neverLeaves()) {
            return refuse("may-not-leave", Map.of("category", category.id(), "ceiling", ceiling));
        }
        Map<String, Object> where = Map.of("level", hold.level(), "scale", category.scale(), "ceiling", ceiling);
        if (category.needsNoEffort()) {
            return allow();
        }
        Effort effort = theCase.proceedings().effort();
        if (category.mediationFirst() ? effort.mediations() == 0 : effort.measures() + effort.mediations() == 0) {
            return refuse(category.mediationFirst() ? "mediation-first" : "ceiling-reached", where);
        }
        Instant from = facts.calendar()
                .due(hold.startedAt(), Limit.of(facts.policy().leastHoldAtCeiling()))
                .at();
        return facts.now().isBefore(from) ? refuse("held-too-short", Map.of("from", from)) : allow();
    }

    static final Guard NOTHING_ASKED_YET = (theCase, caller, facts) ->
            theCase.proceedings().effort().asked() != null ? refuse("already-asked", Map.of()) : allow();

    static final Guard ESCALATION_IS_ASKED = (theCase, caller, facts) ->
            theCase.proceedings().effort().asked() == null ? refuse("nothing-asked", Map.of()) : allow();

    /** 延期 is asked before expiry only (domain.md glossary). */
    static final Guard BEFORE_EXPIRY = (theCase, caller, facts) -> {
        Instant dueAt = theCase.presentHold().handlingDueAt();
        return facts.now().isBefore(dueAt) ? allow() : refuse("too-late-to-ask", Map.of("dueAt", dueAt));
    };

    /** 延期 at most twice per case, or as often as the district says (domain.md glossary). */
    static final Guard EXTENSION_LEFT = (theCase, caller, facts) ->
            theCase.proceedings().extensions().granted() >= facts.policy().mostExtensions()
                    ? refuse("no-extension-left", Map.of("most", facts.policy().mostExtensions()))
                    : allow();

    static final Guard NO_EXTENSION_ASKED = (theCase, caller, facts) ->
            theCase.proceedings().extensions().asked() != null ? refuse("already-asked", Map.of()) : allow();

    static final Guard EXTENSION_IS_ASKED = (theCase, caller, facts) ->
            theCase.proceedings().extensions().asked() == null ? refuse("nothing-asked", Map.of()) : allow();

    /** 挂账 once per case. */
    static final Guard NEVER_SUSPENDED = (theCase, caller, facts) -> {
        Suspension suspension = theCase.proceedings().suspension();
        if (suspension == null) {
            return allow();
        }
        return refuse(suspension.status() == Suspension.Status.ASKED ? "already-asked" : "suspended-once", Map.of());
    };

    static final Guard SUSPENSION_IS_ASKED = (theCase, caller, facts) -> {
        Suspension suspension = theCase.proceedings().suspension();
        return suspension != null && suspension.status() == Suspension.Status.ASKED
                ? allow()
                : refuse("nothing-asked", Map.of());
    };

    /** 核查 never by the doer. */
    static final Guard NOT_THE_DOER = (theCase, caller, facts) ->
            caller.staffId().equals(theCase.proceedings().doerId()) ? refuse("doer-may-not-check", Map.of()) : allow();

    /** Joint handling: the case completes when every helper's task has ended. */
    static final Guard EVERY_TASK_ENDED = (theCase, caller, facts) -> {
        List<Integer> open = theCase.proceedings().tasks().stream()
                .filter(task -> !task.ended())
                .map(HelperTask::number)
                .toList();
        return open.isEmpty() ? allow() : refuse("tasks-open", Map.of("tasks", open));
    };

    static final Guard ROOM_FOR_ANOTHER_TASK =
            (theCase, caller, facts) -> theCase.proceedings().tasks().size() >= MOST_TASKS
                    ? refuse("too-many-tasks", Map.of("most", MOST_TASKS))
                    : allow();

    static final Guard REPLY_IS_DUE = (theCase, caller, facts) ->
            theCase.proceedings().supervision().replyDueAt() == null ? refuse("no-reply-due", Map.of()) : allow();

    /** No chains of merges: a reader would have to follow them, and an undo to take them apart. */
    static final Guard CARRIES_NO_OTHER = (theCase, caller, facts) ->
            theCase.proceedings().joined().isEmpty() ? allow() : refuse("carries-another", Map.of());

    /**
     * The hard-case desk takes a case that came back twice, or as often as the district says (domain.md, Guards on going up;
     * systems.md S20).
     */
    static final Guard CAME_BACK_OFTEN =
            (theCase, caller, facts) -> theCase.comebacks() >= facts.policy().comebacks()
                    ? allow()
                    : refuse(
                            "came-back-too-seldom",
                            Map.of(
                                    "reworks", theCase.counts().reworks(),
                                    "returns", theCase.counts().returns()));

    static final Guard NOT_ON_THE_HARD_CASE_DESK = (theCase, caller, facts) ->
            theCase.proceedings().hardCase() == null ? allow() : refuse("on-the-desk-already", Map.of());

    static final Guard WITHIN_REOPENING = (theCase, caller, facts) -> {
        Case.Closing closing = theCase.closing();
        Instant until = closing == null
                ? facts.now()
                : closing.at().plus(Duration.ofDays(facts.policy().reopenDays()));
        return facts.now().isAfter(until) ? refuse("reopening-over", Map.of("until", until)) : allow();
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
                                "possible", Action.possibleWith(theCase)));
    }

    /** As it holds for this case: a rule's orders go before the table's words. */
    static Optional<CategoryItem> categoryOf(Case theCase, Facts facts) {
        return Optional.ofNullable(theCase.category())
                .flatMap(id -> facts.directory().category(id))
                .map(theCase.basis()::on);
    }
}
