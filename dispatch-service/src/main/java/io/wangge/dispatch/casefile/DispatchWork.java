package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Work.no;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Work.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 派遣 by a person, with the word on the return that came before. */
final class DispatchWork {
    private DispatchWork() {}

    static Result dispatch(Work work, StaffCommand.Dispatch dispatch) {
        return work.withUnit(dispatch.unitId(), unit -> to(unit, work, dispatch));
    }

    private static Result to(UnitItem unit, Work work, StaffCommand.Dispatch dispatch) {
        Case theCase = work.theCase();
        if (!work.caller().covers(Role.DISPATCHER, unit.path()) && !HardCases.reaches(work, unit)) {
            return no("unit-outside-scope", Map.of("unitId", unit.id()));
        }
        Hold hold = theCase.hold();
        boolean sameUnit = hold != null && hold.unitId().equals(unit.id());
        if (sameUnit && theCase.state() != CaseState.PENDING_DISPATCH) {
            return no("already-there", Map.of("unitId", unit.id()));
        }
        Optional<CategoryItem> category =
                dispatch.category() == null || dispatch.category().equals(theCase.category())
                        ? Guards.categoryOf(theCase, work.facts())
                        : work.facts().directory().category(dispatch.category());
        if (category.isEmpty() || category.get().retired()) {
            return no("category-needed", Map.of());
        }
        if (theCase.proceedings().returns().toJudge() && dispatch.returnJustified() == null) {
            return no("judgement-needed", Map.of());
        }
        List<CaseEvent> events = judgement(work, dispatch);
        // Naming the same unit again after a return continues its hold: no clock is ever reset by re-assignment.
        Hold next = sameUnit && hold != null ? hold : work.newHold(unit, category.get());
        if (!theCase.isCriticism()) {
            Criticisms.registered(category, work.facts()).ifPresent(events::add);
        }
        events.add(dispatched(work, next, category.get()));
        return new Result.Events(List.copyOf(events));
    }

    private static List<CaseEvent> judgement(Work work, StaffCommand.Dispatch dispatch) {
        Case theCase = work.theCase();
        List<CaseEvent> events = new ArrayList<>();
        Boolean justified = dispatch.returnJustified();
        if (theCase.proceedings().returns().toJudge() && justified != null) {
            events.add(TimeWork.judged(work, justified));
            // The second one, unless the district says otherwise (domain.md, Returns).
            boolean again = !justified
                    && theCase.proceedings().returns().unjustified() + 1
                            >= work.facts().policy().returnsThatSupervise()
                    && Oversight.rises(theCase, SupervisionLevel.NORMAL);
            if (again) {
                events.add(Oversight.supervised(theCase, SupervisionLevel.NORMAL, "second-return", null, work.facts()));
            }
        }
        return events;
    }

    private static CaseEvent dispatched(Work work, Hold hold, CategoryItem category) {
        boolean first = work.theCase().due() == null;
        return new CaseEvent.Dispatched(
                hold,
                new RouteReason("person", null, 0),
                category.id(),
                first ? SuperiorLimit.of(work.theCase()).wholeDue(hold) : null,
                first && hold.provisional(),
                null,
                first ? work.facts().versions() : null);
    }
}
