package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.dispatch.casefile.Case.Closing;
import io.wangge.dispatch.casefile.Case.Counts;
import io.wangge.dispatch.clock.Deadline;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One step of a case: a copy of its fields that an event changes. */
final class CaseChange {
    private final Case before;
    private CaseState state;
    private @Nullable String category;
    private @Nullable RouteReason reason;
    private List<String> deskPath;
    private @Nullable Hold hold;
    private List<String> involvedUnits;
    private List<String> scopeUnits;
    private @Nullable Deadline due;
    private @Nullable Instant waitingDueAt;
    private boolean settledOnSpot;
    private Counts counts;
    private @Nullable String roundId;
    private boolean onTime;
    private @Nullable Closing closing;

    CaseChange(Case before) {
        this.before = before;
        this.state = before.state();
        this.category = before.category();
        this.reason = before.reason();
        this.deskPath = before.deskPath();
        this.hold = before.hold();
        this.involvedUnits = before.involvedUnits();
        this.scopeUnits = before.scopeUnits();
        this.due = before.due();
        this.waitingDueAt = before.waitingDueAt();
        this.settledOnSpot = before.settledOnSpot();
        this.counts = before.counts();
        this.roundId = before.roundId();
        this.onTime = before.onTime();
        this.closing = before.closing();
    }

    Case after(CaseEvent event, Instant at) {
        switch (event) {
            case CaseEvent.Opened opened -> throw new IllegalStateException("A case is opened once");
            case CaseEvent.DispatchAwaited awaited -> awaitDispatch(awaited);
            case CaseEvent.Dispatched dispatched -> dispatch(dispatched);
            case CaseEvent.Accepted accepted -> state = CaseState.IN_PROGRESS;
            case CaseEvent.Returned returned ->
                counts = new Counts(counts.holds(), counts.returns() + 1, counts.reworks(), counts.rounds());
            case CaseEvent.Escalated escalated -> begin(escalated.hold(), CaseState.PENDING_ACCEPTANCE);
            case CaseEvent.HandedDown handedDown -> begin(handedDown.hold(), CaseState.PENDING_ACCEPTANCE);
            case CaseEvent.Completed completed -> onTime = completed.onTime();
            case CaseEvent.SettledOnSpot settled -> {
                settledOnSpot = true;
                onTime = true;
                deskPath = List.of();
            }
            case CaseEvent.CallbackRequested requested -> requestCallback(requested);
            case CaseEvent.Reworked reworked -> {
                counts = new Counts(counts.holds(), counts.returns(), counts.reworks() + 1, counts.rounds());
                begin(reworked.hold(), CaseState.IN_PROGRESS);
            }
            case CaseEvent.DecisionRequested requested -> waitIn(CaseState.PENDING_DECISION, requested.dueAt());
            case CaseEvent.Decided decided -> {
                // What follows from the decision stands in the next event.
            }
            case CaseEvent.Closed closed -> close(closed, at);
            case CaseEvent.Commented commented -> {
                // A comment never touches a clock.
            }
            case CaseEvent.CallbackOutcomeRejected rejected -> {
                // On record, without effect.
            }
        }
        return changed(at);
    }

    private void awaitDispatch(CaseEvent.DispatchAwaited awaited) {
        reason = awaited.reason();
        deskPath = awaited.deskPath();
        scopeUnits = union(scopeUnits, awaited.deskPath());
        waitIn(CaseState.PENDING_DISPATCH, awaited.dueAt());
    }

    private void dispatch(CaseEvent.Dispatched dispatched) {
        reason = dispatched.reason();
        category = dispatched.category();
        Instant dueAt = dispatched.dueAt();
        if (dueAt != null) {
            due = new Deadline(dueAt, dispatched.provisional());
        }
        begin(dispatched.hold(), CaseState.PENDING_ACCEPTANCE);
    }

    private void begin(Hold next, CaseState nextState) {
        hold = next;
        state = nextState;
        deskPath = List.of();
        waitingDueAt = null;
        roundId = null;
        counts = new Counts(next.number(), counts.returns(), counts.reworks(), counts.rounds());
        involvedUnits = union(involvedUnits, List.of(next.unitId()));
        scopeUnits = union(scopeUnits, next.unitPath());
    }

    private void requestCallback(CaseEvent.CallbackRequested requested) {
        counts = new Counts(counts.holds(), counts.returns(), counts.reworks(), counts.rounds() + 1);
        waitIn(CaseState.PENDING_CALLBACK, requested.dueAt());
        roundId = requested.roundId();
    }

    private void waitIn(CaseState waiting, Instant dueAt) {
        state = waiting;
        waitingDueAt = dueAt;
        roundId = null;
    }

    private void close(CaseEvent.Closed closed, Instant at) {
        state = CaseState.CLOSED;
        deskPath = List.of();
        waitingDueAt = null;
        roundId = null;
        closing = new Closing(at, closed.reason(), closed.grade(), closed.onTime());
    }

    private static List<String> union(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        return all.addAll(second) ? List.copyOf(all) : first;
    }

    private Case changed(Instant at) {
        return new Case(
                before.id(),
                before.opened(),
                before.openedAt(),
                state,
                category,
                reason,
                deskPath,
                hold,
                involvedUnits,
                scopeUnits,
                due,
                waitingDueAt,
                settledOnSpot,
                counts,
                roundId,
                onTime,
                closing,
                at);
    }
}
