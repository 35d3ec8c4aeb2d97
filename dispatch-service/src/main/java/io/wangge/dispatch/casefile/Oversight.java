package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Work.events;
import static io.wangge.dispatch.casefile.Work.no;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Work.Result;
import io.wangge.dispatch.clock.Limit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 督办 and what leaders and inspectors do beside it. */
final class Oversight {
    private Oversight() {}

    /** 普通 → 黄牌 → 红牌: never goes down. */
    static boolean rises(Case theCase, SupervisionLevel to) {
        return to.compareTo(theCase.proceedings().supervision().level()) > 0;
    }

    static CaseEvent.Supervised supervised(
            Case theCase, SupervisionLevel level, String cause, @Nullable String reason, Facts facts) {
        return new CaseEvent.Supervised(
                level,
                cause,
                reason,
                theCase.holderPath().getLast(),
                facts.calendar()
                        .due(facts.now(), Limit.of(facts.policy().limits().supervisionReply()))
                        .at());
    }

    static Result supervise(Work work, StaffCommand.Supervise supervise) {
        Case theCase = work.theCase();
        return rises(theCase, supervise.level())
                ? events(supervised(theCase, supervise.level(), "person", supervise.reason(), work.facts()))
                : no(
                        "supervision-does-not-rise",
                        Map.of(
                                "present",
                                theCase.proceedings().supervision().level().name()));
    }

    static Result reply(Work work, StaffCommand.ReplyToSupervision reply) {
        String unitId = work.proceedings().supervision().unitPath().getLast();
        return events(new CaseEvent.SupervisionReplied(unitId, reply.text()));
    }

    /** 包案: a leader by name, with a deadline ahead. */
    static Result nameSponsor(Work work, StaffCommand.NameSponsor name) {
        boolean leader = work.facts().directory().staff().stream()
                .anyMatch(staff -> staff.id().equals(name.staffId())
                        && staff.grants().stream().anyMatch(grant -> grant.role() == Role.LEADER));
        if (!leader) {
            return no("no-such-leader", Map.of("staffId", name.staffId()));
        }
        if (!name.deadline().isAfter(work.at())) {
            return no("deadline-in-the-past", Map.of("deadline", name.deadline()));
        }
        return events(new CaseEvent.SponsorNamed(name.staffId(), name.deadline()));
    }

    /** A new round, by the unit that had it last; what was settled on the spot goes to a dispatcher. */
    static Result reopen(Work work, StaffCommand.Reopen reopen) {
        Hold last = work.theCase().hold();
        if (last == null) {
            return no("never-held", Map.of());
        }
        return work.withCategory(category -> work.withUnit(
                last.unitId(), unit -> events(new CaseEvent.Reopened(reopen.reason(), work.newHold(unit, category)))));
    }
}
