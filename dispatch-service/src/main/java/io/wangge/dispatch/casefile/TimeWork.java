package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Work.events;
import static io.wangge.dispatch.casefile.Work.no;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.dispatch.casefile.Proceedings.ExtensionRequest;
import io.wangge.dispatch.casefile.Proceedings.Suspension;
import io.wangge.dispatch.casefile.Work.Result;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.Countable;
import io.wangge.dispatch.clock.Deadline;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.clock.LimitUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** 延期 and 挂账: what moves due times (domain.md, Clocks). */
final class TimeWork {
    private TimeWork() {}

    /** At most one original limit is added, and nothing beyond what a superior set. */
    static Result askExtension(Work work, StaffCommand.AskExtension ask) {
        SuperiorLimit superior = SuperiorLimit.of(work.theCase());
        if (superior.leavesNoRoomAfter(work.hold().handlingDueAt())) {
            return no("superior-limit-reached", Map.of("answerBy", Objects.requireNonNull(superior.answerBy())));
        }
        return work.withCategory(category -> {
            LimitItem original = category.handling();
            if (ask.amount() < 1 || ask.amount() > original.amount()) {
                return no("extension-too-long", Map.of("most", original.amount(), "unit", original.unit()));
            }
            int number = work.proceedings().extensions().granted() + 1;
            return events(new CaseEvent.ExtensionAsked(number, ask.amount(), original.unit(), ask.reason()));
        });
    }

    /** The dispatcher agrees first, then the leader. Time counts from the old due time, however long they took. */
    static Result decideExtension(Work work, StaffCommand.DecideExtension decision) {
        ExtensionRequest asked =
                Objects.requireNonNull(work.proceedings().extensions().asked());
        if (!decision.approve()) {
            return events(new CaseEvent.ExtensionDeclined(asked.number(), decision.reason()));
        }
        if (!asked.endorsed()) {
            return events(new CaseEvent.ExtensionEndorsed(asked.number(), decision.reason()));
        }
        Limit more = new Limit(asked.amount(), LimitUnit.valueOf(asked.unit()));
        Hold hold = work.hold();
        BusinessCalendar calendar = work.facts().calendar().of(hold.unitPath());
        SuperiorLimit superior = SuperiorLimit.of(work.theCase());
        // It may carry an order since it was asked for.
        if (superior.leavesNoRoomAfter(hold.handlingDueAt())) {
            return no("superior-limit-reached", Map.of("answerBy", Objects.requireNonNull(superior.answerBy())));
        }
        Deadline own = superior.bind(new Deadline(hold.handlingDueAt(), hold.provisional()).then(calendar, more));
        Deadline whole = superior.bind(caseDue(work.theCase()).then(calendar, more));
        return events(new CaseEvent.ExtensionGranted(
                asked.number(), Holds.withDue(hold, own), whole.at(), whole.provisional()));
    }

    static Result askSuspension(Work work, StaffCommand.AskSuspension ask) {
        if (work.facts().policy().cause(ask.cause()).isEmpty()) {
            return no(
                    "unknown-cause",
                    Map.of(
                            "allowed",
                            work.facts().policy().suspensionCauses().stream()
                                    .map(CasePolicy.SuspensionCause::code)
                                    .toList()));
        }
        // At most a year, or what the district says (domain.md glossary, Suspension).
        Instant most = work.at().plus(Duration.ofDays(work.facts().policy().longestSuspensionDays()));
        if (!ask.until().isAfter(work.at()) || ask.until().isAfter(most)) {
            return no("suspension-out-of-range", Map.of("after", work.at(), "notAfter", most));
        }
        return events(new CaseEvent.SuspensionAsked(ask.cause(), ask.safety(), ask.until()));
    }

    static Result decideSuspension(Work work, StaffCommand.DecideSuspension decision) {
        Suspension asked = Objects.requireNonNull(work.proceedings().suspension());
        return decision.approve()
                ? events(new CaseEvent.Suspended(asked.cause(), asked.until()))
                : events(new CaseEvent.SuspensionDeclined(decision.reason()));
    }

    /** What was left when it began is left when it ends. */
    static CaseEvent resumed(Case theCase, String cause, Facts facts) {
        Instant since = Objects.requireNonNull(
                Objects.requireNonNull(theCase.proceedings().suspension()).since());
        Hold hold = theCase.presentHold();
        SuperiorLimit superior = SuperiorLimit.of(theCase);
        // The superior does not wait, whatever the pause gave back; what it had left ends no earlier than it would
        // have.
        Deadline before = new Deadline(hold.handlingDueAt(), hold.provisional());
        Deadline own = superior.bindUnlessPast(before, afterPause(theCase, before, since, facts));
        Deadline whole = superior.bind(afterPause(theCase, caseDue(theCase), since, facts));
        return new CaseEvent.Resumed(cause, Holds.withDue(hold, own), whole.at(), whole.provisional());
    }

    private static Deadline afterPause(Case theCase, Deadline due, Instant since, Facts facts) {
        BusinessCalendar calendar = facts.calendar().of(theCase.holderPath());
        Countable left = calendar.left(since, due.at(), handlingUnit(theCase, facts));
        // What had run out before the pause does not come back by it.
        Deadline next = left.isNothing() ? due : calendar.resume(facts.now(), left);
        return new Deadline(next.at(), due.provisional() || next.provisional());
    }

    /** A justified return gives back the time that it used. */
    static CaseEvent.ReturnJudged judged(Work work, boolean justified) {
        Case theCase = work.theCase();
        Instant returnedAt = work.proceedings().returns().at();
        Hold hold = theCase.hold();
        Deadline due = theCase.due();
        if (!justified || returnedAt == null || hold == null || due == null) {
            return new CaseEvent.ReturnJudged(justified, null, false);
        }
        BusinessCalendar calendar = work.facts().calendar().of(hold.unitPath());
        Countable used = calendar.countable(hold.startedAt(), returnedAt, handlingUnit(theCase, work.facts()));
        Deadline moved = SuperiorLimit.of(theCase).bind(used.isNothing() ? due : calendar.resume(due.at(), used));
        return new CaseEvent.ReturnJudged(true, moved.at(), moved.provisional() || due.provisional());
    }

    static LimitUnit handlingUnit(Case theCase, Facts facts) {
        return Guards.categoryOf(theCase, facts)
                .map(category -> LimitUnit.valueOf(category.handling().unit()))
                .orElse(LimitUnit.WORKDAY);
    }

    private static Deadline caseDue(Case theCase) {
        Deadline due = theCase.due();
        Hold hold = theCase.presentHold();
        return due == null ? new Deadline(hold.handlingDueAt(), hold.provisional()) : due;
    }
}
