package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.LimitStepReached;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.escalation.ClockKind;
import io.wangge.dispatch.escalation.EscalationStep;
import io.wangge.dispatch.escalation.StepMeasure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What time does to a case (domain.md, Escalation policy): every step whose moment has come, the oldest first. */
final class ClockWork {
    /** A round of the clock takes seconds; what fires later than this had nobody who looked. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Facts facts;
    private final List<CaseEvent> events = new ArrayList<>();
    private Case now;

    private ClockWork(Case theCase, Facts facts) {
        this.now = theCase;
        this.facts = facts;
    }

    /** @return nothing when no moment has come */
    static List<CaseEvent> follow(Case theCase, Facts facts) {
        ClockWork work = new ClockWork(theCase, facts);
        theCase.timers().stream()
                .filter(timer -> !timer.at().isAfter(facts.now()))
                .forEach(work::fire);
        return work.events;
    }

    private void fire(Timer timer) {
        // A step before this one may have moved the case on.
        if (!now.timers().contains(timer)) {
            return;
        }
        if (timer.clock() == ClockKind.REVISIT) {
            add(Revisits.ask(now, facts));
            return;
        }
        Instant at = timer.at();
        List<StepMeasure> measures = measuresOf(timer);
        add(new LimitStepReached(
                timer.clock().code(),
                timer.percent(),
                measures.stream().map(StepMeasure::name).toList(),
                at,
                facts.now().isAfter(at.plus(LATE))));
        if (timer.clock() == ClockKind.SUSPENSION) {
            add(TimeWork.resumed(now, "time", facts));
        }
        measures.forEach(this::take);
    }

    private List<StepMeasure> measuresOf(Timer timer) {
        if (!timer.measures().isEmpty()) {
            return timer.measures();
        }
        return facts.escalationOf(now).of(timer.clock()).stream()
                .filter(step -> step.percent() == timer.percent())
                .findFirst()
                .map(EscalationStep::measures)
                .orElse(List.of());
    }

    private void take(StepMeasure measure) {
        switch (measure) {
            case SUPERVISE_NORMAL -> supervise(SupervisionLevel.NORMAL);
            case SUPERVISE_YELLOW -> supervise(SupervisionLevel.YELLOW);
            case SUPERVISE_RED -> supervise(SupervisionLevel.RED);
            case MOVE_UP -> moveUp();
            case REMIND, WARN_HEAD, TELL_ABOVE, LEADERS_LIST -> {
                // Who hears of it reads it from the step itself.
            }
        }
    }

    private void supervise(SupervisionLevel level) {
        if (Oversight.rises(now, level)) {
            add(Oversight.supervised(now, level, "overdue", null, facts));
        }
    }

    /** Effort guards do not apply; at the ceiling, and where the category never leaves, supervision is all. */
    private void moveUp() {
        Optional<CategoryItem> category = Guards.categoryOf(now, facts);
        boolean held = now.state() == CaseState.PENDING_ACCEPTANCE || now.state() == CaseState.IN_PROGRESS;
        if (category.isEmpty() || !held || now.counts().holds() >= Guards.MOST_HOLDS) {
            return;
        }
        if (Guards.isAtCeiling(now, category.get(), facts) || category.get().neverLeaves()) {
            return;
        }
        Optional<UnitItem> above = facts.climb().oneUp(now.presentHold(), category.get());
        above.ifPresent(unit -> add(new CaseEvent.MovedUpByTime(
                now.presentHold().unitId(),
                now.presentHold().level(),
                Holds.given(
                        now.counts().holds() + 1,
                        unit,
                        category.get(),
                        facts.now(),
                        facts.calendar(),
                        SuperiorLimit.of(now)))));
    }

    private void add(CaseEvent event) {
        events.add(event);
        now = now.apply(event, facts.now(), facts);
    }
}
