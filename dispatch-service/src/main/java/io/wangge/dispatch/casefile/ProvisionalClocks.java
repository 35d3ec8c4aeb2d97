package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.dispatch.casefile.ProvisionalClock.Which;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.ClockRun;
import io.wangge.dispatch.clock.ClockRun.Move;
import io.wangge.dispatch.clock.Deadline;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.clock.LimitUnit;
import io.wangge.dispatch.clock.Provisional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which due times of a case wait for a year's holidays. Only these remember what they were made of: all others are final,
 * and most cases have none.
 */
final class ProvisionalClocks {
    private final Case before;
    private final Case after;
    private final Facts facts;
    private final Map<Which, ProvisionalClock> clocks = new EnumMap<>(Which.class);

    private ProvisionalClocks(Case before, Case after, Facts facts) {
        this.before = before;
        this.after = after;
        this.facts = facts;
        before.provisional().forEach(clock -> clocks.put(clock.which(), clock));
    }

    /** Those of {@code after}, which {@code event} made of {@code before}. */
    static List<ProvisionalClock> after(Case before, Case after, CaseEvent event, Facts facts) {
        ProvisionalClocks clocks = new ProvisionalClocks(before, after, facts);
        if (event instanceof CaseEvent.DueTimesSetAnew) {
            before.provisional().forEach(clocks::settle);
        } else {
            clocks.beginHold();
            clocks.move(event);
            clocks.fixWhole();
            clocks.beginWaiting();
            clocks.beginReply();
            clocks.beginCriticism();
            clocks.beginSupervision(event);
        }
        return List.copyOf(clocks.clocks.values());
    }

    /** What the published holidays make of it; empty when none of its years is published yet, and when it is over. */
    static Optional<CaseEvent.DueTimesSetAnew> setAnew(Case theCase, Facts facts) {
        if (theCase.state().isOver()) {
            return Optional.empty();
        }
        Map<Which, Deadline> due = new EnumMap<>(Which.class);
        boolean holdWaitsOn = false;
        for (ProvisionalClock clock : theCase.provisional()) {
            Optional<Deadline> settled = settled(clock, facts);
            settled.ifPresent(deadline -> due.put(clock.which(), deadline));
            boolean ofHold = clock.which() == Which.ACCEPTANCE || clock.which() == Which.HANDLING;
            holdWaitsOn |= ofHold && settled.map(Deadline::provisional).orElse(true);
        }
        if (due.isEmpty()) {
            return Optional.empty();
        }
        SuperiorLimit superior = SuperiorLimit.of(theCase);
        Deadline whole =
                due.containsKey(Which.CASE) ? superior.bind(Objects.requireNonNull(due.get(Which.CASE))) : null;
        return Optional.of(new CaseEvent.DueTimesSetAnew(
                bound(superior, hold(theCase.hold(), due, holdWaitsOn)),
                whole == null ? null : whole.at(),
                whole != null && whole.provisional(),
                at(due.get(Which.WAITING)),
                at(due.get(Which.REPLY)),
                at(due.get(Which.CRITICISM_REPLY)),
                due.containsKey(Which.SUPERVISION) ? Boolean.TRUE : null));
    }

    private static @Nullable Hold bound(SuperiorLimit superior, @Nullable Hold hold) {
        return hold == null ? null : superior.bind(hold);
    }

    private static @Nullable Hold hold(@Nullable Hold hold, Map<Which, Deadline> due, boolean provisional) {
        Deadline acceptance = due.get(Which.ACCEPTANCE);
        Deadline handling = due.get(Which.HANDLING);
        return hold == null || acceptance == null && handling == null
                ? null
                : Holds.withDue(
                        hold,
                        acceptance == null ? hold.acceptanceDueAt() : acceptance.at(),
                        new Deadline(handling == null ? hold.handlingDueAt() : handling.at(), provisional));
    }

    private static @Nullable Instant at(@Nullable Deadline due) {
        return due == null ? null : due.at();
    }

    private static Optional<Deadline> settled(ProvisionalClock clock, Facts facts) {
        return Provisional.settled(
                clock.run(), clock.awaitedYear(), facts.calendar().of(clock.unitPath()));
    }

    private void settle(ProvisionalClock clock) {
        if (settled(clock, facts).isPresent()) {
            boolean supervision = clock.which() == Which.SUPERVISION;
            set(clock.which(), clock.unitPath(), supervision ? rebased(clock.run(), before, after) : clock.run());
        }
    }

    /** A supervision clock is counted on from the end of a clock of the hold: where that end moved, so does its start. */
    static ClockRun rebased(ClockRun run, Case before, Case after) {
        Hold old = before.hold();
        Hold now = after.hold();
        if (old == null || now == null || !(run.from() instanceof ClockRun.Beginning.Limited from)) {
            return run;
        }
        Instant acceptance = now.acceptanceDueAt();
        if (from.start().equals(old.handlingDueAt())) {
            return ClockRun.ofShare(now.handlingDueAt(), from.limit(), from.percent());
        }
        return from.start().equals(old.acceptanceDueAt()) && acceptance != null
                ? ClockRun.ofShare(acceptance, from.limit(), from.percent())
                : run;
    }

    private void beginHold() {
        Hold hold = after.hold();
        Hold old = before.hold();
        if (hold == null || old != null && old.number() == hold.number()) {
            return;
        }
        clocks.remove(Which.ACCEPTANCE);
        clocks.remove(Which.HANDLING);
        if (hold.provisional()) {
            Guards.categoryOf(after, facts).ifPresent(category -> begin(hold, category));
        }
    }

    private void begin(Hold hold, CategoryItem category) {
        Limit handling = Limit.of(category.handling());
        if (hold.acceptanceDueAt() == null) {
            set(Which.HANDLING, hold.unitPath(), ClockRun.ofShare(hold.startedAt(), handling, Holds.REWORK_PERCENT));
            return;
        }
        ClockRun acceptance = ClockRun.of(hold.startedAt(), Limit.of(category.acceptance()));
        set(Which.ACCEPTANCE, hold.unitPath(), acceptance);
        set(Which.HANDLING, hold.unitPath(), acceptance.then(new Move.Longer(handling)));
    }

    private void move(CaseEvent event) {
        switch (event) {
            case CaseEvent.ExtensionGranted granted -> {
                Proceedings.ExtensionRequest asked =
                        Objects.requireNonNull(before.proceedings().extensions().asked());
                moveBoth(new Move.Longer(new Limit(asked.amount(), LimitUnit.valueOf(asked.unit()))));
            }
            case CaseEvent.Resumed resumed -> {
                Proceedings.Suspension pause =
                        Objects.requireNonNull(before.proceedings().suspension());
                moveBoth(new Move.Paused(Objects.requireNonNull(pause.since()), after.lastEventAt(), unit()));
            }
            case CaseEvent.ReturnJudged judged
            when judged.dueAt() != null -> {
                Instant returnedAt =
                        Objects.requireNonNull(before.proceedings().returns().at());
                moveWhole(new Move.GivenBack(before.presentHold().startedAt(), returnedAt, unit()));
            }
            default -> {
                // Nothing else moves a due time.
            }
        }
    }

    private LimitUnit unit() {
        return TimeWork.handlingUnit(before, facts);
    }

    private void moveBoth(Move move) {
        Hold hold = after.presentHold();
        moved(Which.HANDLING, before.presentHold().handlingDueAt(), hold.provisional(), move);
        moveWhole(move);
    }

    private void moveWhole(Move move) {
        Deadline old = before.due();
        Deadline due = after.due();
        if (old != null && due != null) {
            moved(Which.CASE, old.at(), due.provisional(), move);
        }
    }

    private void moved(Which which, Instant old, boolean provisional, Move move) {
        ProvisionalClock clock = clocks.get(which);
        if (!provisional) {
            clocks.remove(which);
        } else if (clock != null) {
            set(which, clock.unitPath(), clock.run().then(move));
        } else {
            set(which, after.presentHold().unitPath(), ClockRun.certain(old).then(move));
        }
    }

    /** 案卷时限: fixed with the first hold. */
    private void fixWhole() {
        ProvisionalClock handling = clocks.get(Which.HANDLING);
        if (before.due() == null && after.due() != null && handling != null) {
            clocks.put(
                    Which.CASE,
                    new ProvisionalClock(Which.CASE, handling.unitPath(), handling.run(), handling.awaitedYear()));
        }
    }

    private void beginWaiting() {
        begin(Which.WAITING, before.waitingDueAt(), after.waitingDueAt(), Waiting.limitOf(after, facts));
    }

    private void beginReply() {
        begin(
                Which.REPLY,
                before.proceedings().supervision().replyDueAt(),
                after.proceedings().supervision().replyDueAt(),
                Optional.of(Limit.of(facts.policy().limits().supervisionReply())));
    }

    private void beginCriticism() {
        begin(
                Which.CRITICISM_REPLY,
                replyDueOf(before),
                replyDueOf(after),
                Optional.of(Limit.of(facts.policy().criticismLimits().reply())));
    }

    private static @Nullable Instant replyDueOf(Case theCase) {
        Proceedings.Criticism criticism = theCase.proceedings().criticism();
        return criticism == null || criticism.repliedAt() != null ? null : criticism.replyDueAt();
    }

    /** It survives a move, and so does what it was made of. */
    private void beginSupervision(CaseEvent event) {
        if (event instanceof CaseEvent.LimitStepReached) {
            Timers.supervisionBegun(before, after, event, facts)
                    .ifPresent(run -> set(Which.SUPERVISION, before.holderPath(), run));
        }
    }

    private void begin(Which which, @Nullable Instant old, @Nullable Instant due, Optional<Limit> limit) {
        if (Objects.equals(old, due)) {
            return;
        }
        clocks.remove(which);
        BusinessCalendar calendar = facts.calendar();
        // Published years are the rule: no clock is computed twice to find that it is final.
        if (due != null && !calendar.isPublished(Provisional.yearOf(due, calendar))) {
            limit.ifPresent(one -> set(which, List.of(), ClockRun.of(after.lastEventAt(), one)));
        }
    }

    private void set(Which which, List<String> unitPath, ClockRun run) {
        BusinessCalendar calendar = facts.calendar().of(unitPath);
        Deadline due = run.due(calendar);
        if (due.provisional()) {
            clocks.put(which, new ProvisionalClock(which, unitPath, run, Provisional.yearOf(due.at(), calendar)));
        } else {
            clocks.remove(which);
        }
    }
}
