package io.wangge.dispatch.casefile;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.casefile.RuleOrders;
import io.wangge.dispatch.clock.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 案卷: the matter being handled, as it stands. Its history is on the ledger.
 *
 * @param id id of its first report
 * @param opened what was known when it was opened
 * @param category in force; null while nobody has named a known one
 * @param reason why it is where it is
 * @param deskPath ids from the top down to the desk that is asked to dispatch it; empty when none is
 * @param hold the present or last hold; null before the first dispatch. A return alone does not end it
 * @param involvedUnits every unit that holds or held it, first one first
 * @param scopeUnits every unit whose staff may see it: the paths of its place, of its desks and of all its holders
 * @param due the case's due time, fixed at its first dispatch
 * @param waitingDueAt when the dispatcher, the callback or the inspector is due, in the states that wait for them
 * @param settledOnSpot 现场解决: counted apart
 * @param roundId the open callback round
 * @param onTime whether the last completion lay at or before the due time
 * @param proceedings what goes on beside the hold
 * @param provisional due times that a year's holidays will set anew; mostly none
 * @param timers steps that wait for their moment, the earliest first
 * @param basis what it was decided by
 * @param lastEventAt event time never runs backwards in a case
 */
public record Case(
        String id,
        Opened opened,
        Instant openedAt,
        CaseState state,
        @Nullable String category,
        @Nullable RouteReason reason,
        List<String> deskPath,
        @Nullable Hold hold,
        List<String> involvedUnits,
        List<String> scopeUnits,
        @Nullable Deadline due,
        @Nullable Instant waitingDueAt,
        boolean settledOnSpot,
        Counts counts,
        @Nullable String roundId,
        boolean onTime,
        @Nullable Closing closing,
        Proceedings proceedings,
        List<ProvisionalClock> provisional,
        List<Timer> timers,
        Basis basis,
        Instant lastEventAt) {

    /**
     * How often things happened.
     *
     * @param holds number of the last hold
     * @param rounds number of the last callback round
     */
    public record Counts(int holds, int returns, int reworks, int rounds) {
        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /**
     * How it ended.
     *
     * @param reason null where the state itself says it
     * @param grade the worst that the residents gave, when they were reached
     */
    public record Closing(
            Instant at,
            @Nullable CloseReason reason,
            @Nullable String grade,
            boolean onTime) {}

    /** The first state: nobody has been asked yet. */
    public static Case open(String id, Opened opened, Instant at) {
        return new Case(
                id,
                opened,
                at,
                CaseState.PENDING_DISPATCH,
                opened.category(),
                null,
                opened.territoryPath(),
                null,
                List.of(),
                List.copyOf(opened.territoryPath()),
                null,
                null,
                false,
                Counts.NONE,
                null,
                false,
                null,
                Proceedings.NONE,
                List.of(),
                List.of(),
                Basis.NONE,
                at);
    }

    /** How it stands after {@code event}; never refuses what was decided. */
    public Case apply(CaseEvent event, Instant at) {
        return new CaseChange(this).after(event, at);
    }

    /** As {@link #apply(CaseEvent, Instant)}, with what lies ahead from then on: steps that wait for their moment, due times for a calendar. */
    public Case apply(CaseEvent event, Instant at, Facts facts) {
        Case after = apply(event, at);
        return new CaseChange(after)
                .withAhead(
                        ProvisionalClocks.after(this, after, event, facts),
                        Timers.after(this, after, event, facts),
                        facts.policy().comebacks());
    }

    /** Ids from the top down to the holder, or to the desk that dispatches it, or to its place when there is neither. */
    public List<String> holderPath() {
        if (state == CaseState.PENDING_DISPATCH || state == CaseState.PENDING_CONFIRMATION) {
            return deskPath.isEmpty() ? opened.territoryPath() : deskPath;
        }
        return hold == null ? opened.territoryPath() : hold.unitPath();
    }

    /** As the rule that placed it says, else as it was reported. */
    public Urgency urgency() {
        RuleOrders orders = basis.orders();
        return orders == null || orders.urgency() == null ? opened.urgency() : orders.urgency();
    }

    /** The hold in a state that has one. */
    Hold presentHold() {
        if (hold == null) {
            throw new IllegalStateException("Case " + id + " has no hold in state " + state);
        }
        return hold;
    }

    /** When the next one is due to act; null when it is over. */
    public @Nullable Instant nextDueAt() {
        return switch (state) {
            case PENDING_ACCEPTANCE -> presentHold().acceptanceDueAt();
            case IN_PROGRESS -> presentHold().handlingDueAt();
            case PENDING_CONFIRMATION, PENDING_DISPATCH, SUSPENDED, PENDING_CHECK, PENDING_CALLBACK, PENDING_DECISION ->
                waitingDueAt;
            case CLOSED, NOT_FILED, CANCELLED, REFERRED_OUTSIDE, MERGED -> null;
        };
    }

    /**
     * From when on it counts as overdue: its due time, unless the work was done by then; null while nothing is due.
     * Waiting for the resident's word does not count; rework does.
     */
    public @Nullable Instant lateFrom() {
        boolean workIsDone = switch (state) {
            case PENDING_CHECK, PENDING_CALLBACK, PENDING_DECISION, CLOSED -> true;
            default -> false;
        };
        boolean leftUndone = state.isOver() && state != CaseState.CLOSED;
        return due == null || leftUndone || (workIsDone && onTime) ? null : due.at();
    }

    /**
     * From the residents, a check or an inspector, or sent back by a unit, as often as the district says, mostly twice: one
     * for the hard-case desk (一号窗口).
     */
    public boolean cameBackOften() {
        return Objects.requireNonNullElse(proceedings.forHardCaseDesk(), comebacks() >= 2);
    }

    int comebacks() {
        return counts.reworks() + counts.returns();
    }

    /** 有奖批评: neither refused nor closed but by a satisfied revisit (systems.md S6). */
    public boolean isCriticism() {
        return proceedings.criticism() != null;
    }

    /** Everyone who stands behind it: its own reporter and those of the cases that it carries. */
    List<String> residents() {
        return Stream.concat(
                        Stream.ofNullable(opened.residentId()),
                        proceedings.joined().stream().flatMap(joined -> joined.residentIds().stream()))
                .distinct()
                .toList();
    }

    public CaseSummary summary() {
        return new CaseSummary(
                id,
                opened.caseNumber(),
                state,
                category,
                urgency(),
                state == CaseState.PENDING_DISPATCH || hold == null ? null : hold.level(),
                opened.territoryPath(),
                holderPath(),
                involvedUnits,
                openedAt,
                due == null ? null : due.at(),
                due != null && due.provisional(),
                counts.reworks());
    }
}
