package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Work.events;
import static io.wangge.dispatch.casefile.Work.no;

import io.wangge.contracts.Erasable;
import io.wangge.contracts.Ladder;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.casefile.Proceedings.EscalationRequest;
import io.wangge.dispatch.casefile.Work.Result;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** 提级: the ways up. */
final class UpwardWork {
    private UpwardWork() {}

    /** Below the ceiling it goes up at once; at it the level's leader is asked. */
    static Result escalate(Work work, StaffCommand.Escalate up) {
        return work.withCategory(category -> Guards.isAtCeiling(work.theCase(), category, work.facts())
                ? events(new CaseEvent.EscalationAsked(work.hold().unitId(), up.reason(), up.tried()))
                : up(work, category, up.reason(), up.tried()));
    }

    static Result decide(Work work, StaffCommand.DecideEscalation decision) {
        EscalationRequest asked =
                Objects.requireNonNull(work.proceedings().effort().asked());
        return decision.approve()
                ? work.withCategory(category -> up(work, category, asked.reason(), asked.tried()))
                : events(new CaseEvent.EscalationDeclined(decision.reason()));
    }

    private static Result up(Work work, CategoryItem category, String reason, Erasable tried) {
        Hold hold = work.hold();
        return work.facts()
                .climb()
                .oneUp(hold, category)
                .map(unit -> events(new CaseEvent.Escalated(
                        hold.unitId(), hold.level(), work.newHold(unit, category), reason, tried)))
                .orElseGet(() -> no("top-reached", Map.of("level", hold.level())));
    }

    /** 越级: a leader's act, so no effort is asked; recorded with its reason. */
    static Result skip(Work work, StaffCommand.SkipLevel skip) {
        Ladder ladder = work.facts().directory().ladder();
        Hold hold = work.hold();
        if (ladder.levels().stream().noneMatch(level -> level.code().equals(skip.level()))) {
            return no("unknown-level", Map.of("level", skip.level()));
        }
        if (!ladder.isBelow(hold.level(), skip.level())) {
            return no("level-not-above", Map.of("level", skip.level(), "present", hold.level()));
        }
        return work.withCategory(category -> {
            Optional<UnitItem> unit = work.facts().climb().at(hold, skip.level(), category);
            return unit.map(to -> events(new CaseEvent.Escalated(
                            hold.unitId(),
                            hold.level(),
                            work.newHold(to, category),
                            skip.reason(),
                            new Erasable("", ""))))
                    .orElseGet(() -> no("no-unit-there", Map.of("level", skip.level())));
        });
    }
}
