package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.dispatch.casefile.Case.Closing;
import io.wangge.dispatch.casefile.Case.Counts;
import io.wangge.dispatch.casefile.Proceedings.Criticism;
import io.wangge.dispatch.casefile.Proceedings.Effort;
import io.wangge.dispatch.casefile.Proceedings.EscalationRequest;
import io.wangge.dispatch.casefile.Proceedings.ExtensionRequest;
import io.wangge.dispatch.casefile.Proceedings.Extensions;
import io.wangge.dispatch.casefile.Proceedings.Fired;
import io.wangge.dispatch.casefile.Proceedings.HardCase;
import io.wangge.dispatch.casefile.Proceedings.HelperTask;
import io.wangge.dispatch.casefile.Proceedings.Joined;
import io.wangge.dispatch.casefile.Proceedings.Merge;
import io.wangge.dispatch.casefile.Proceedings.Returns;
import io.wangge.dispatch.casefile.Proceedings.Sponsor;
import io.wangge.dispatch.casefile.Proceedings.Supervision;
import io.wangge.dispatch.casefile.Proceedings.Suspension;
import io.wangge.dispatch.clock.Deadline;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private final ProceedingsChange proceedings;
    private List<ProvisionalClock> provisional;
    private List<Timer> timers;
    private Basis basis;

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
        this.proceedings = new ProceedingsChange(before.proceedings());
        this.provisional = before.provisional();
        this.timers = before.timers();
        this.basis = before.basis();
    }

    Case after(CaseEvent event, Instant at) {
        switch (event) {
            case CaseEvent.Opened opened -> throw new IllegalStateException("A case is opened once");
            case CaseEvent.DispatchAwaited awaited -> awaitDispatch(awaited);
            case CaseEvent.Dispatched dispatched -> dispatch(dispatched);
            case CaseEvent.Accepted accepted -> state = CaseState.IN_PROGRESS;
            case CaseEvent.Returned returned -> {
                counts = new Counts(counts.holds(), counts.returns() + 1, counts.reworks(), counts.rounds());
                proceedings.returns = new Returns(at, true, proceedings.returns.unjustified());
            }
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
                proceedings.faults += reworked.reason().equals(CallbackOutcome.AT_FAULT) ? 1 : 0;
                begin(reworked.hold(), CaseState.IN_PROGRESS);
            }
            case CaseEvent.DecisionRequested requested -> waitIn(CaseState.PENDING_DECISION, requested.dueAt());
            case CaseEvent.Decided decided -> {
                // What follows from the decision stands in the next event.
            }
            case CaseEvent.Closed closed -> close(closed, at);
            case CaseEvent.RevisitRequested requested -> requestRevisit(requested);
            case CaseEvent.Revisited revisited -> roundId = null;
            case CaseEvent.CriticismRegistered registered ->
                proceedings.criticism = new Criticism(registered.replyDueAt(), null);
            case CaseEvent.CriticismReplied replied -> {
                Criticism criticism = Objects.requireNonNull(proceedings.criticism);
                proceedings.criticism =
                        new Criticism(criticism.replyDueAt(), Objects.requireNonNullElse(criticism.repliedAt(), at));
            }
            case CaseEvent.RevisitAwaited awaited -> waitIn(CaseState.PENDING_CALLBACK, awaited.at());
            case CaseEvent.Commented commented -> {
                // A comment never touches a clock.
            }
            case CaseEvent.CallbackOutcomeRejected rejected -> {
                // On record, without effect.
            }
            case CaseEvent.ConfirmationAwaited awaited -> {
                deskPath = awaited.gridPath();
                waitIn(CaseState.PENDING_CONFIRMATION, awaited.dueAt());
            }
            case CaseEvent.ReportConfirmed confirmed -> {
                // Where it goes stands in the next event.
            }
            case CaseEvent.NotFiled notFiled -> end(CaseState.NOT_FILED, at);
            case CaseEvent.CheckRequested requested -> {
                waitIn(CaseState.PENDING_CHECK, requested.dueAt());
                proceedings.doerId = requested.doerId();
            }
            case CaseEvent.WorkChecked checked -> proceedings.doerId = null;
            case CaseEvent.MeasureRecorded recorded -> proceedings.effort = proceedings.effort.with(recorded.kind());
            case CaseEvent.EscalationAsked asked ->
                proceedings.effort = proceedings.effort.asking(new EscalationRequest(asked.reason(), asked.tried()));
            case CaseEvent.EscalationDeclined declined -> proceedings.effort = proceedings.effort.asking(null);
            case CaseEvent.MovedUpByTime moved -> begin(moved.hold(), CaseState.PENDING_ACCEPTANCE);
            case CaseEvent.ExtensionAsked asked ->
                extensions(0, new ExtensionRequest(asked.number(), asked.amount(), asked.unit(), false));
            case CaseEvent.ExtensionEndorsed endorsed -> {
                ExtensionRequest asked = Objects.requireNonNull(proceedings.extensions.asked());
                extensions(0, new ExtensionRequest(asked.number(), asked.amount(), asked.unit(), true));
            }
            case CaseEvent.ExtensionGranted granted -> {
                setDue(granted.hold(), granted.dueAt(), granted.provisional());
                extensions(1, null);
            }
            case CaseEvent.ExtensionDeclined declined -> extensions(0, null);
            case CaseEvent.SuspensionAsked asked ->
                proceedings.suspension = new Suspension(Suspension.Status.ASKED, asked.cause(), asked.until(), null);
            case CaseEvent.SuspensionDeclined declined -> proceedings.suspension = null;
            case CaseEvent.Suspended suspended -> {
                proceedings.suspension =
                        new Suspension(Suspension.Status.RUNNING, suspended.cause(), suspended.until(), at);
                waitIn(CaseState.SUSPENDED, suspended.until());
            }
            case CaseEvent.Resumed resumed -> {
                Suspension over = Objects.requireNonNull(proceedings.suspension);
                proceedings.suspension =
                        new Suspension(Suspension.Status.OVER, over.cause(), over.until(), over.since());
                state = CaseState.IN_PROGRESS;
                waitingDueAt = null;
                setDue(resumed.hold(), resumed.dueAt(), resumed.provisional());
            }
            case CaseEvent.ReturnJudged judged -> judge(judged);
            case CaseEvent.Supervised supervised ->
                proceedings.supervision =
                        new Supervision(supervised.level(), before.holderPath(), supervised.replyDueAt());
            case CaseEvent.SupervisionReplied replied ->
                proceedings.supervision = new Supervision(proceedings.supervision.level(), List.of(), null);
            case CaseEvent.LimitStepReached step -> {
                proceedings.fired = with(proceedings.fired, new Fired(step.clock(), step.percent()));
                timers = without(
                        timers,
                        timer -> timer.clock().code().equals(step.clock()) && timer.percent() == step.percent());
            }
            case CaseEvent.HelperNamed named -> {
                proceedings.tasks = with(
                        proceedings.tasks,
                        new HelperTask(
                                named.task(), named.unitId(), named.unitPath(), named.what(), named.dueAt(), false));
                scopeUnits = union(scopeUnits, named.unitPath());
            }
            case CaseEvent.HelperTaskEnded ended ->
                proceedings.tasks = proceedings.tasks.stream()
                        .map(task -> task.number() == ended.task() ? task.end() : task)
                        .toList();
            case CaseEvent.SponsorNamed named -> proceedings.sponsor = new Sponsor(named.staffId(), named.deadline());
            case CaseEvent.ConferenceHeld held -> {
                // On record.
            }
            case CaseEvent.Cancelled cancelled -> end(CaseState.CANCELLED, at);
            case CaseEvent.ReferredOutside referred -> end(CaseState.REFERRED_OUTSIDE, at);
            case CaseEvent.Reopened reopened -> {
                closing = null;
                proceedings.faults += reopened.reason().equals(Revisits.AT_FAULT) ? 1 : 0;
                begin(reopened.hold(), CaseState.PENDING_ACCEPTANCE);
            }
            case CaseEvent.MergedInto merged -> {
                proceedings.merge = new Merge(merged.caseId(), state);
                state = CaseState.MERGED;
            }
            case CaseEvent.MergeUndone undone -> {
                state = Objects.requireNonNull(proceedings.merge).stateBefore();
                proceedings.merge = null;
            }
            case CaseEvent.CaseJoined joined -> {
                Proceedings.OwnTimes own = joined.order() == null ? null : MergedOrder.ownTimes(before, at);
                proceedings.joined = with(
                        proceedings.joined, new Joined(joined.caseId(), joined.residentIds(), joined.order(), own));
                rebind(joined.hold(), joined.dueAt(), joined.provisional());
            }
            case CaseEvent.CaseParted parted -> {
                proceedings.joined =
                        without(proceedings.joined, joined -> joined.caseId().equals(parted.caseId()));
                rebind(parted.hold(), parted.dueAt(), parted.provisional());
            }
            case CaseEvent.DuplicateDismissed dismissed ->
                proceedings.notDuplicates = with(proceedings.notDuplicates, dismissed.caseId());
            case CaseEvent.TakenToHardCaseDesk taken -> takeToHardCaseDesk(taken, at);
            case CaseEvent.DueTimesSetAnew anew -> setAnew(anew);
        }
        return changed(at);
    }

    private void awaitDispatch(CaseEvent.DispatchAwaited awaited) {
        reason = awaited.reason();
        basis = basis.withOrders(awaited.orders());
        deskPath = awaited.deskPath();
        scopeUnits = union(scopeUnits, awaited.deskPath());
        waitIn(CaseState.PENDING_DISPATCH, awaited.dueAt());
    }

    private void dispatch(CaseEvent.Dispatched dispatched) {
        reason = dispatched.reason();
        basis = basis.dispatchedBy(dispatched.versions());
        if (!Objects.equals(category, dispatched.category())) {
            basis = basis.ofAnotherCategory();
        }
        basis = basis.withOrders(dispatched.orders());
        category = dispatched.category();
        Instant dueAt = dispatched.dueAt();
        if (dueAt != null) {
            due = new Deadline(dueAt, dispatched.provisional());
        }
        begin(dispatched.hold(), CaseState.PENDING_ACCEPTANCE);
    }

    private void takeToHardCaseDesk(CaseEvent.TakenToHardCaseDesk taken, Instant at) {
        reason = new RouteReason("hard-case-desk", null, 0);
        basis = basis.dispatchedBy(taken.versions());
        category = taken.category();
        Instant dueAt = taken.dueAt();
        if (dueAt != null) {
            due = new Deadline(dueAt, taken.provisional());
        }
        begin(taken.hold(), CaseState.PENDING_ACCEPTANCE);
        proceedings.hardCase = new HardCase(taken.leaderId(), taken.hold().unitPath(), taken.cause(), at);
    }

    private void extensions(int more, @Nullable ExtensionRequest asked) {
        proceedings.extensions = new Extensions(proceedings.extensions.granted() + more, asked);
    }

    private void judge(CaseEvent.ReturnJudged judged) {
        Returns returns = proceedings.returns;
        proceedings.returns = new Returns(returns.at(), false, returns.unjustified() + (judged.justified() ? 0 : 1));
        Instant dueAt = judged.dueAt();
        if (dueAt != null) {
            due = new Deadline(dueAt, judged.provisional());
        }
    }

    private void setDue(Hold sameHold, Instant dueAt, boolean provisional) {
        hold = sameHold;
        due = new Deadline(dueAt, provisional);
    }

    /** What is null stays as it is. */
    private void rebind(@Nullable Hold sameHold, @Nullable Instant dueAt, boolean provisional) {
        if (dueAt != null) {
            due = new Deadline(dueAt, provisional);
        }
        Hold old = hold;
        if (sameHold != null && old != null) {
            // A helper who was given the lead's due time keeps the lead's.
            proceedings.tasks = proceedings.tasks.stream()
                    .map(task -> task.dueAt().equals(old.handlingDueAt()) ? task.dueAt(sameHold.handlingDueAt()) : task)
                    .toList();
            hold = sameHold;
        }
    }

    private void setAnew(CaseEvent.DueTimesSetAnew anew) {
        rebind(anew.hold(), anew.dueAt(), anew.provisional());
        waitingDueAt = anew.waitingDueAt() == null ? waitingDueAt : anew.waitingDueAt();
        if (anew.replyDueAt() != null) {
            Supervision asked = proceedings.supervision;
            proceedings.supervision = new Supervision(asked.level(), asked.unitPath(), anew.replyDueAt());
        }
        Criticism criticism = proceedings.criticism;
        if (anew.criticismReplyDueAt() != null && criticism != null) {
            proceedings.criticism = new Criticism(anew.criticismReplyDueAt(), criticism.repliedAt());
        }
    }

    private void end(CaseState over, Instant at) {
        state = over;
        deskPath = List.of();
        waitingDueAt = null;
        closing = new Closing(at, null, null, false);
    }

    private void begin(Hold next, CaseState nextState) {
        proceedings.doerId = null;
        if (hold == null || hold.number() != next.number()) {
            proceedings.effort = Effort.NONE;
            proceedings.fired = List.of();
            extensions(0, null);
        }
        if (hold == null || !hold.unitId().equals(next.unitId())) {
            // The desk has it as long as its unit holds it.
            proceedings.hardCase = null;
        }
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

    /** What was closed stays closed, what waits for it goes on waiting. */
    private void requestRevisit(CaseEvent.RevisitRequested requested) {
        counts = new Counts(counts.holds(), counts.returns(), counts.reworks(), counts.rounds() + 1);
        waitingDueAt = state.isOver() ? null : requested.dueAt();
        roundId = requested.roundId();
    }

    private void waitIn(CaseState waiting, Instant dueAt) {
        state = waiting;
        closing = null;
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

    private static <T> List<T> with(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    private static <T> List<T> without(List<T> list, Predicate<T> those) {
        return list.stream().filter(those.negate()).toList();
    }

    private static List<String> union(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        return all.addAll(second) ? List.copyOf(all) : first;
    }

    /** The same case with other things ahead. */
    Case withAhead(List<ProvisionalClock> dueTimes, List<Timer> steps, int comebacksForHardCaseDesk) {
        provisional = dueTimes;
        timers = steps;
        proceedings.forHardCaseDesk =
                before.comebacks() == 0 ? null : (Boolean) (before.comebacks() >= comebacksForHardCaseDesk);
        return changed(before.lastEventAt());
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
                proceedings.changed(),
                provisional,
                timers,
                basis,
                at);
    }
}
