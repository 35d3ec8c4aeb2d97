package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Work.events;
import static io.wangge.dispatch.casefile.Work.no;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Proceedings.HardCase;
import io.wangge.dispatch.casefile.Work.Result;
import io.wangge.dispatch.directory.DutySpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 一号窗口, the hard-case desk: open to residents directly, and takes a case that came back twice; a duty leader from the
 * roster holds it and coordinates across units (domain.md, Guards on going up; systems.md S20). A district has such a desk
 * when its roster has lines for it.
 */
final class HardCases {
    /** The task of the roster's lines for the desk. */
    static final String DUTY = "一号窗口";

    private HardCases() {}

    /** Who holds a case that comes to the desk. */
    record Desk(UnitItem unit, String leaderId) {}

    /** 转一号窗口 by a leader. */
    static Result take(Work work, StaffCommand.TakeToHardCaseDesk take) {
        Case theCase = work.theCase();
        return work.withCategory(category -> deskFor(theCase.holderPath(), work.facts())
                .map(desk -> events(
                        taken(theCase, nextHold(theCase), desk, category, "person", take.reason(), work.facts())))
                .orElseGet(() -> no("no-duty-leader", Map.of())));
    }

    /** So many reworks of a case bring it there by themselves, mostly two, where the district has the desk. */
    static List<CaseEvent> byRule(Case theCase, List<CaseEvent> events, Facts facts) {
        boolean reworked = events.stream().anyMatch(CaseEvent.Reworked.class::isInstance);
        int next = nextHold(theCase) + 1;
        if (!reworked
                || theCase.counts().reworks() + 1 < facts.policy().comebacks()
                || theCase.proceedings().hardCase() != null
                || next > Guards.MOST_HOLDS
                || !hasDesk(facts)) {
            return events;
        }
        return Guards.categoryOf(theCase, facts)
                .flatMap(category -> deskFor(theCase.presentHold().unitPath(), facts)
                        .map(desk -> taken(theCase, next, desk, category, "came-back-twice", null, facts)))
                .map(taken -> Stream.concat(events.stream(), Stream.of(taken)).toList())
                .orElse(events);
    }

    /** A resident came to the window; empty when no desk or no category is there, so that a dispatcher has to look. */
    static Optional<CaseEvent> byResident(Case theCase, Facts facts) {
        return Guards.categoryOf(theCase, facts)
                .filter(category -> !category.retired())
                .flatMap(category -> deskFor(theCase.opened().territoryPath(), facts)
                        .map(desk -> taken(theCase, nextHold(theCase), desk, category, "resident", null, facts)));
    }

    static boolean isLedBy(Case theCase, Caller caller) {
        HardCase hardCase = theCase.proceedings().hardCase();
        return hardCase != null && hardCase.leaderId().equals(caller.staffId());
    }

    /** Whether the desk's leader may give it to {@code unit}: anywhere on the ground of the desk's unit. */
    static boolean reaches(Work work, UnitItem unit) {
        HardCase hardCase = work.proceedings().hardCase();
        return hardCase != null
                && isLedBy(work.theCase(), work.caller())
                && unit.path().contains(groundOf(hardCase.unitPath(), work.facts()));
    }

    private static String groundOf(List<String> path, Facts facts) {
        boolean department = facts.directory()
                .unit(path.getLast())
                .map(unit -> !unit.territorial())
                .orElse(false);
        return department && path.size() > 1 ? path.get(path.size() - 2) : path.getLast();
    }

    private static int nextHold(Case theCase) {
        return theCase.counts().holds() + 1;
    }

    private static boolean hasDesk(Facts facts) {
        return facts.duties().stream().anyMatch(span -> span.task().equals(DUTY));
    }

    /** The nearest upward from {@code path} with somebody on duty today; else the leader of the top unit. */
    private static Optional<Desk> deskFor(List<String> path, Facts facts) {
        LocalDate today = LocalDate.ofInstant(facts.now(), facts.calendar().zone());
        return path.reversed().stream()
                .flatMap(unitId -> facts.duties().stream()
                        .filter(span ->
                                span.task().equals(DUTY) && span.unitId().equals(unitId))
                        .filter(span -> span.holdsOn(today))
                        .map(DutySpan::staffId)
                        .limit(1)
                        .flatMap(leader ->
                                facts.directory().unit(unitId).stream().map(unit -> new Desk(unit, leader))))
                .findFirst()
                .or(() -> topLeader(facts));
    }

    private static Optional<Desk> topLeader(Facts facts) {
        UnitItem top = facts.directory().top();
        return facts.directory().staff().stream()
                .filter(staff -> staff.grants().stream()
                        .anyMatch(grant ->
                                grant.role() == Role.LEADER && grant.unitIds().contains(top.id())))
                .map(staff -> staff.id())
                .sorted()
                .findFirst()
                .map(leader -> new Desk(top, leader));
    }

    private static CaseEvent taken(
            Case theCase,
            int number,
            Desk desk,
            CategoryItem category,
            String cause,
            @Nullable String reason,
            Facts facts) {
        SuperiorLimit superior = SuperiorLimit.of(theCase);
        Hold hold = Holds.given(number, desk.unit(), category, facts.now(), facts.calendar(), superior);
        boolean first = theCase.due() == null;
        return new CaseEvent.TakenToHardCaseDesk(
                hold,
                desk.leaderId(),
                cause,
                reason,
                category.id(),
                first ? superior.wholeDue(hold) : null,
                first && hold.provisional(),
                first ? facts.versions() : null);
    }
}
