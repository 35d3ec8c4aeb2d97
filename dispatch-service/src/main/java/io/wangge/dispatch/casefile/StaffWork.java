package io.wangge.dispatch.casefile;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What follows from a command of staff that may be given. */
final class StaffWork {
    private final Case theCase;
    private final Caller caller;
    private final Facts facts;
    private final Instant at;

    StaffWork(Case theCase, Caller caller, Facts facts) {
        this.theCase = theCase;
        this.caller = caller;
        this.facts = facts;
        this.at = facts.now();
    }

    sealed interface Result {
        record Events(List<CaseEvent> events) implements Result {}

        record No(Refused refused) implements Result {}
    }

    Result follow(StaffCommand command) {
        return switch (command) {
            case StaffCommand.Accept accept ->
                events(new CaseEvent.Accepted(theCase.presentHold().unitId()));
            case StaffCommand.Return back -> sendBack(back);
            case StaffCommand.Escalate up -> escalate(up);
            case StaffCommand.HandDown down -> handDown(down);
            case StaffCommand.Complete complete -> complete(complete);
            case StaffCommand.Dispatch dispatch -> dispatch(dispatch);
            case StaffCommand.Decide decide -> decide(decide);
            case StaffCommand.Comment comment -> events(new CaseEvent.Commented(comment.text()));
        };
    }

    /** A return goes to the command centre nearest above the holder; it alone does not end the hold. */
    private Result sendBack(StaffCommand.Return back) {
        Hold hold = theCase.presentHold();
        return events(
                new CaseEvent.Returned(hold.unitId(), back.reason()),
                Waiting.forDispatch(theCase.opened().urgency(), hold.unitPath(), person("returned"), facts));
    }

    private Result escalate(StaffCommand.Escalate up) {
        Hold hold = theCase.presentHold();
        return withCategory(category -> facts.climb()
                .oneUp(hold, category)
                .map(unit -> events(new CaseEvent.Escalated(
                        hold.unitId(), hold.level(), newHold(unit, category), up.reason(), up.tried())))
                .orElseGet(() -> no("top-reached", Map.of("level", hold.level()))));
    }

    private Result handDown(StaffCommand.HandDown down) {
        Hold hold = theCase.presentHold();
        Optional<UnitItem> unit = facts.directory().unit(down.unitId());
        if (unit.isEmpty()) {
            return no("unknown-unit", Map.of("unitId", down.unitId()));
        }
        if (!isBelow(unit.get(), hold)) {
            return no("unit-not-below", Map.of("unitId", down.unitId(), "holder", hold.unitId()));
        }
        return withCategory(category -> events(
                new CaseEvent.HandedDown(hold.unitId(), hold.level(), newHold(unit.get(), category), down.reason())));
    }

    /** Below means inside the holder's ground (a department's ground is that of its territorial unit) and lower. */
    private boolean isBelow(UnitItem unit, Hold hold) {
        boolean department = facts.directory()
                .unit(hold.unitId())
                .map(holder -> !holder.territorial())
                .orElse(false);
        int groundAt = hold.unitPath().size() - (department ? 2 : 1);
        Ladder ladder = facts.directory().ladder();
        return groundAt >= 0
                && unit.path().contains(hold.unitPath().get(groundAt))
                && ladder.isBelow(unit.level(), hold.level());
    }

    /** A callback is due where a resident is known; nobody to ask and nothing to check closes, as unconfirmed. */
    private Result complete(StaffCommand.Complete complete) {
        Hold hold = theCase.presentHold();
        Instant dueAt =
                theCase.due() == null ? hold.handlingDueAt() : theCase.due().at();
        boolean onTime = !at.isAfter(dueAt);
        return events(
                new CaseEvent.Completed(hold.unitId(), complete.text(), complete.attachmentIds(), onTime),
                Waiting.forCallbackOrClosed(theCase, hold.unitId(), onTime, facts));
    }

    private Result dispatch(StaffCommand.Dispatch dispatch) {
        Optional<UnitItem> unit = facts.directory().unit(dispatch.unitId());
        if (unit.isEmpty()) {
            return no("unknown-unit", Map.of("unitId", dispatch.unitId()));
        }
        if (!caller.covers(Role.DISPATCHER, unit.get().path())) {
            return no("unit-outside-scope", Map.of("unitId", dispatch.unitId()));
        }
        Hold hold = theCase.hold();
        boolean sameUnit = hold != null && hold.unitId().equals(dispatch.unitId());
        if (sameUnit && theCase.state() != CaseState.PENDING_DISPATCH) {
            return no("already-there", Map.of("unitId", dispatch.unitId()));
        }
        Optional<CategoryItem> category = dispatch.category() == null
                ? Guards.categoryOf(theCase, facts)
                : facts.directory().category(dispatch.category());
        if (category.isEmpty() || category.get().retired()) {
            return no("category-needed", Map.of());
        }
        // Naming the same unit again after a return continues its hold: no clock is ever reset by re-assignment.
        Hold next = sameUnit && hold != null ? hold : newHold(unit.get(), category.get());
        return events(dispatched(next, category.get()));
    }

    private CaseEvent dispatched(Hold hold, CategoryItem category) {
        boolean first = theCase.due() == null;
        return new CaseEvent.Dispatched(
                hold,
                person("person"),
                category.id(),
                first ? hold.handlingDueAt() : null,
                first && hold.provisional());
    }

    private Result decide(StaffCommand.Decide decide) {
        List<CaseEvent> events = new ArrayList<>();
        events.add(new CaseEvent.Decided(decide.decision(), decide.reason()));
        events.add(
                switch (decide.decision()) {
                    case REWORK -> Rework.of(theCase, null, "decided", facts);
                    case CLOSE -> new CaseEvent.Closed(CaseEvent.CloseReason.DECIDED, null, theCase.onTime());
                });
        return new Result.Events(events);
    }

    private Result withCategory(Function<CategoryItem, Result> then) {
        return Guards.categoryOf(theCase, facts).map(then).orElseGet(() -> no("category-needed", Map.of()));
    }

    private Hold newHold(UnitItem unit, CategoryItem category) {
        return Holds.given(theCase.counts().holds() + 1, unit, category, at, facts.calendar());
    }

    private static RouteReason person(String code) {
        return new RouteReason(code, null, 0);
    }

    private static Result events(CaseEvent... events) {
        return new Result.Events(List.of(events));
    }

    private static Result no(String code, Map<String, Object> facts) {
        return new Result.No(new Refused(code, facts));
    }
}
