package io.wangge.dispatch.casefile;

import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the work of a command of staff starts from, and how it may end. */
record Work(Case theCase, Caller caller, Facts facts) {

    sealed interface Result {
        record Events(List<CaseEvent> events) implements Result {}

        record No(Refused refused) implements Result {}
    }

    Instant at() {
        return facts.now();
    }

    Hold hold() {
        return theCase.presentHold();
    }

    Proceedings proceedings() {
        return theCase.proceedings();
    }

    Hold newHold(UnitItem unit, CategoryItem category) {
        return Holds.given(
                theCase.counts().holds() + 1, unit, category, at(), facts.calendar(), SuperiorLimit.of(theCase));
    }

    Result withCategory(Function<CategoryItem, Result> then) {
        return Guards.categoryOf(theCase, facts).map(then).orElseGet(() -> no("category-needed", Map.of()));
    }

    Result withUnit(String unitId, Function<UnitItem, Result> then) {
        Optional<UnitItem> unit = facts.directory().unit(unitId);
        return unit.map(then).orElseGet(() -> no("unknown-unit", Map.of("unitId", unitId)));
    }

    static Result events(CaseEvent... events) {
        return new Result.Events(List.of(events));
    }

    static Result no(String code, Map<String, Object> facts) {
        return new Result.No(new Refused(code, facts));
    }
}
