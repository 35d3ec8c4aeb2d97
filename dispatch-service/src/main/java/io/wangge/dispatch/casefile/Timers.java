package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.ClockRun;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.escalation.ClockKind;
import io.wangge.dispatch.escalation.EscalationStep;
import io.wangge.dispatch.escalation.StepMeasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which steps wait for their moment. They are fixed when a clock starts and move only when its due time does; what has
 * fired stays fired. Up to 100 % a step belongs to the hold and its clock; beyond, to the supervision clock, which begins
 * when a clock of the hold runs out and survives a move (domain.md, Escalation policy).
 */
final class Timers {
    private final Case before;
    private final Case after;
    private final Facts facts;
    private final List<Running> ranBefore;
    /** Whether a clock of before goes on with another due time, whoever it waits for. */
    private final boolean setAnew;
    /** The same of a supervision clock, which is no wait of anybody. */
    private final boolean supervisionSetAnew;
    /** What falls due by the merge itself is not late: nothing of it was due before. */
    private final boolean shortened;

    private Timers(Case before, Case after, CaseEvent event, Facts facts) {
        this.before = before;
        this.after = after;
        this.facts = facts;
        this.ranBefore = running(before).toList();
        this.shortened = event instanceof CaseEvent.CaseJoined;
        this.setAnew = event instanceof CaseEvent.DueTimesSetAnew;
        this.supervisionSetAnew =
                event instanceof CaseEvent.DueTimesSetAnew anew && Boolean.TRUE.equals(anew.supervision());
    }

    /** The timers of {@code after}, which {@code event} made of {@code before}. */
    static List<Timer> after(Case before, Case after, CaseEvent event, Facts facts) {
        Timers timers = new Timers(before, after, event, facts);
        return timers.running(after)
                .flatMap(timers::stepsOf)
                .sorted(Comparator.comparing(Timer::at).thenComparing(Timer::percent))
                .toList();
    }

    /**
     * A clock that runs.
     *
     * @param from start of the limit; null when only its end is watched
     * @param halves 2 for a full limit, 1 for the half one of a rework
     */
    private record Running(
            ClockKind kind,
            int hold,
            @Nullable Instant from,
            Instant due,
            @Nullable Limit limit,
            int halves) {}

    private Stream<Running> running(Case theCase) {
        Stream<Running> own = switch (theCase.state()) {
            case PENDING_CONFIRMATION -> waiting(ClockKind.CONFIRMATION, theCase);
            case PENDING_DISPATCH -> Stream.concat(waiting(ClockKind.DISPATCH, theCase), handling(theCase));
            case PENDING_ACCEPTANCE -> Stream.concat(acceptance(theCase), handling(theCase));
            case IN_PROGRESS -> handling(theCase);
            case SUSPENDED -> waiting(ClockKind.SUSPENSION, theCase);
            case PENDING_CHECK -> waiting(ClockKind.CHECK, theCase);
            case PENDING_DECISION -> waiting(ClockKind.DECISION, theCase);
            // A callback's time is watched by the ledger, which owns the round; without one it waits for a revisit.
            case PENDING_CALLBACK -> theCase.roundId() == null ? waiting(ClockKind.REVISIT, theCase) : Stream.empty();
            case CLOSED -> revisit(theCase);
            case NOT_FILED, CANCELLED, REFERRED_OUTSIDE, MERGED -> Stream.empty();
        };
        return Stream.concat(Stream.concat(own, supervision(theCase)), criticismReply(theCase));
    }

    private Stream<Running> revisit(Case theCase) {
        return Revisits.dueOf(theCase, facts).stream()
                .map(due -> new Running(ClockKind.REVISIT, theCase.counts().holds(), null, due, null, 2));
    }

    /** Of the case and not of a hold: it runs on wherever the case goes, until the critic has his answer. */
    private static Stream<Running> criticismReply(Case theCase) {
        Proceedings.Criticism criticism = theCase.proceedings().criticism();
        return criticism == null
                        || criticism.repliedAt() != null
                        || theCase.state().isOver()
                ? Stream.empty()
                : Stream.of(new Running(ClockKind.CRITICISM_REPLY, 0, null, criticism.replyDueAt(), null, 2));
    }

    private static Stream<Running> waiting(ClockKind kind, Case theCase) {
        Instant due = theCase.waitingDueAt();
        return due == null
                ? Stream.empty()
                : Stream.of(new Running(kind, theCase.counts().holds(), null, due, null, 2));
    }

    private Stream<Running> acceptance(Case theCase) {
        Hold hold = theCase.presentHold();
        Instant due = hold.acceptanceDueAt();
        return due == null
                ? Stream.empty()
                : category(theCase).stream()
                        .map(category -> new Running(
                                ClockKind.ACCEPTANCE,
                                hold.number(),
                                hold.startedAt(),
                                due,
                                Limit.of(category.acceptance()),
                                2));
    }

    /** It runs from the end of the acceptance limit on; a return alone does not stop it. */
    private Stream<Running> handling(Case theCase) {
        Hold hold = theCase.hold();
        if (hold == null) {
            return Stream.empty();
        }
        Instant accepted = hold.acceptanceDueAt();
        return category(theCase).stream()
                .map(category -> new Running(
                        ClockKind.HANDLING,
                        hold.number(),
                        accepted == null ? hold.startedAt() : accepted,
                        hold.handlingDueAt(),
                        Limit.of(category.handling()),
                        accepted == null ? 1 : 2));
    }

    /** Only while a unit has it; its steps are begun in {@link #stepsOf}. */
    private static Stream<Running> supervision(Case theCase) {
        Hold hold = theCase.hold();
        boolean counts = theCase.state() == CaseState.PENDING_DISPATCH
                || theCase.state() == CaseState.PENDING_ACCEPTANCE
                || theCase.state() == CaseState.IN_PROGRESS;
        return hold == null || !counts
                ? Stream.empty()
                : Stream.of(new Running(ClockKind.SUPERVISION, 0, null, hold.handlingDueAt(), null, 2));
    }

    private BusinessCalendar calendarOf(Case theCase) {
        return facts.calendar().of(theCase.holderPath());
    }

    private Optional<CategoryItem> category(Case theCase) {
        return Guards.categoryOf(theCase, facts);
    }

    private Stream<Timer> stepsOf(Running clock) {
        if (clock.kind() == ClockKind.SUPERVISION) {
            return supervisionSteps();
        }
        // Chosen at its closing, by the rules of that day, and once.
        if (clock.kind() == ClockKind.REVISIT && before.state() == CaseState.CLOSED) {
            return kept(ClockKind.REVISIT);
        }
        List<Running> same = ranBefore.stream()
                .filter(one -> one.kind() == clock.kind() && one.hold() == clock.hold())
                .toList();
        if (same.stream().anyMatch(one -> one.due().equals(clock.due()))) {
            return kept(clock.kind());
        }
        if (setAnew && !same.isEmpty()) {
            return kept(clock.kind())
                    .map(timer -> new Timer(
                            movedTo(clock, timer.percent()), timer.clock(), timer.percent(), timer.measures()));
        }
        // Where the due time moved, what waited moves with it; what was taken stays taken.
        return policy(clock.kind())
                .filter(step -> !wasTaken(clock.kind(), step.percent()))
                .map(step -> new Timer(
                        notBefore(moment(clock, step.percent())), clock.kind(), step.percent(), step.measures()));
    }

    private Instant notBefore(Instant moment) {
        return shortened && moment.isBefore(after.lastEventAt()) ? after.lastEventAt() : moment;
    }

    /** Its limit may have changed in the tables since, its due time says what it was. */
    private Instant movedTo(Running clock, int percent) {
        Instant from = clock.from();
        Limit limit = clock.limit();
        return percent >= 100 || from == null || limit == null
                ? clock.due()
                : calendarOf(after)
                        .shareUntil(from, clock.due(), limit.unit(), percent)
                        .at();
    }

    /** Of the hold's own clocks; others wait anew, each time somebody is waited for. */
    private boolean wasTaken(ClockKind kind, int percent) {
        boolean ofTheHold = kind == ClockKind.ACCEPTANCE || kind == ClockKind.HANDLING;
        return ofTheHold
                && after.proceedings().fired().stream()
                        .anyMatch(fired -> fired.clock().equals(kind.code()) && fired.percent() == percent);
    }

    private Stream<EscalationStep> policy(ClockKind kind) {
        List<EscalationStep> steps = facts.escalationOf(after).of(kind);
        return switch (kind) {
            case SUSPENSION, REVISIT -> Stream.of(new EscalationStep(100, List.of(StepMeasure.REMIND)));
            // A district that says nothing of it does not let it go unseen.
            case CRITICISM_REPLY ->
                steps.isEmpty()
                        ? Stream.of(new EscalationStep(100, List.of(StepMeasure.SUPERVISE_NORMAL)))
                        : steps.stream();
            default -> steps.stream();
        };
    }

    private Stream<Timer> kept(ClockKind kind) {
        return after.timers().stream().filter(timer -> timer.clock() == kind);
    }

    private boolean waits(ClockKind kind, int percent) {
        return kept(kind).anyMatch(timer -> timer.percent() == percent);
    }

    /** 100 % is the due time itself, whatever moved it. */
    private Instant moment(Running clock, int percent) {
        Instant from = clock.from();
        Limit limit = clock.limit();
        if (percent >= 100 || from == null || limit == null) {
            return clock.due();
        }
        // A superior's limit is shorter than the category's: its own minutes are shared out.
        if (SuperiorLimit.of(after).isAt(clock.due())) {
            return calendarOf(after)
                    .shareUntil(from, clock.due(), limit.unit(), percent)
                    .at();
        }
        return calendarOf(after)
                .share(from, limit, percent * clock.halves() / 2)
                .at();
    }

    /** Begun by the step at 100 % of a clock of the hold, counted on from that clock's due time. */
    private Stream<Timer> supervisionSteps() {
        List<Timer> running = kept(ClockKind.SUPERVISION).toList();
        Optional<Running> ranOut = ranOut();
        if (!running.isEmpty() || ranOut.isEmpty()) {
            return supervisionSetAnew ? movedSupervision(running) : running.stream();
        }
        Running clock = ranOut.get();
        Limit limit = Objects.requireNonNull(clock.limit());
        List<Timer> begun = new ArrayList<>();
        for (EscalationStep step : facts.escalationOf(after).of(ClockKind.SUPERVISION)) {
            Instant at = calendarOf(before)
                    .share(clock.due(), limit, (step.percent() - 100) * clock.halves() / 2)
                    .at();
            begun.add(new Timer(at, ClockKind.SUPERVISION, step.percent(), step.measures()));
        }
        return begun.stream();
    }

    private Optional<Running> ranOut() {
        return ranBefore.stream()
                .filter(clock -> clock.kind() == ClockKind.ACCEPTANCE || clock.kind() == ClockKind.HANDLING)
                .filter(clock -> fired(clock.kind()))
                .findFirst();
    }

    /** What the last step of a supervision clock is counted from, when {@code event} began one. */
    static Optional<ClockRun> supervisionBegun(Case before, Case after, CaseEvent event, Facts facts) {
        Timers timers = new Timers(before, after, event, facts);
        OptionalInt last = facts.escalationOf(after).of(ClockKind.SUPERVISION).stream()
                .mapToInt(EscalationStep::percent)
                .max();
        boolean runs = timers.kept(ClockKind.SUPERVISION).findAny().isPresent();
        return runs || last.isEmpty()
                ? Optional.empty()
                : timers.ranOut()
                        .map(clock -> ClockRun.ofShare(
                                clock.due(),
                                Objects.requireNonNull(clock.limit()),
                                (last.getAsInt() - 100) * clock.halves() / 2));
    }

    /** By what its last step was made of: of those that are left, the last is still among them. */
    private Stream<Timer> movedSupervision(List<Timer> running) {
        Optional<ProvisionalClock> made = before.provisional().stream()
                .filter(clock -> clock.which() == ProvisionalClock.Which.SUPERVISION)
                .findFirst();
        OptionalInt last = running.stream().mapToInt(Timer::percent).max();
        if (made.isEmpty()
                || last.isEmpty()
                || !(ProvisionalClocks.rebased(made.get().run(), before, after).from()
                        instanceof ClockRun.Beginning.Limited whole)) {
            return running.stream();
        }
        BusinessCalendar calendar = facts.calendar().of(made.get().unitPath());
        return running.stream().map(timer -> {
            int percent = (timer.percent() - 100) * whole.percent() / (last.getAsInt() - 100);
            Instant at = calendar.share(whole.start(), whole.limit(), percent).at();
            return new Timer(at, timer.clock(), timer.percent(), timer.measures());
        });
    }

    /** Whether this very event was the end of the clock. */
    private boolean fired(ClockKind kind) {
        boolean waited = before.timers().stream().anyMatch(timer -> timer.clock() == kind && timer.percent() == 100);
        return waited
                && !waits(kind, 100)
                && after.counts().holds() == before.counts().holds()
                && after.state() == before.state();
    }
}
