package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.SmallDistrict.staff;
import static io.wangge.dispatch.casefile.Story.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseEvent.Decision;
import io.wangge.contracts.casefile.CaseEvent.Measure;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.Decision.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * 整改不满意不得销号: every role tries every action on a case whose resident is not satisfied. Only the inspector's recorded
 * decision closes it; a rewarded criticism not even that.
 */
class NoWayToCloseTest {
    private static final Caller CLERK = staff("clerk", Role.COMMUNITY_CLERK, "d");
    private static final Caller INSPECTOR = staff("inspector", Role.INSPECTOR, "d");
    private static final Caller DISPATCHER = staff("dispatcher", Role.DISPATCHER, "d");

    private static final List<StaffCommand> EVERY_ACTION = List.of(
            new StaffCommand.Accept(),
            new StaffCommand.Return("不属"),
            new StaffCommand.Escalate("办不了", text("试过")),
            new StaffCommand.DecideEscalation(true, "依规"),
            new StaffCommand.SkipLevel("DISTRICT", "紧急"),
            new StaffCommand.HandDown("g1", "就近"),
            new StaffCommand.RecordMeasure(Measure.HANDLING, text("记")),
            new StaffCommand.AnswerCriticism(text("答复")),
            new StaffCommand.Complete(text("办好"), List.of()),
            new StaffCommand.Confirm(false, "没有此事", text("看过"), List.of()),
            new StaffCommand.Confirm(true, null, text("看过"), List.of()),
            new StaffCommand.Check(true, text("看过"), List.of()),
            new StaffCommand.Check(false, text("看过"), List.of()),
            new StaffCommand.AskExtension(1, "配件"),
            new StaffCommand.DecideExtension(true, "依规"),
            new StaffCommand.AskSuspension("weather", text("围挡"), SmallDistrict.at("2026-03-09T09:00")),
            new StaffCommand.DecideSuspension(true, "依规"),
            new StaffCommand.Resume(),
            new StaffCommand.NameHelper("s-env", "协助", 2),
            new StaffCommand.EndTask(1, text("完成")),
            new StaffCommand.Supervise(SupervisionLevel.RED, "督促"),
            new StaffCommand.ReplyToSupervision(text("已办")),
            new StaffCommand.NameSponsor("leader", SmallDistrict.at("2026-04-01T09:00")),
            new StaffCommand.RecordConference(List.of("甲", "乙"), text("结论"), List.of()),
            new StaffCommand.Cancel("重复"),
            new StaffCommand.ReferOutside("市人大", "超出事权"),
            new StaffCommand.Reopen("复发"),
            new StaffCommand.Dispatch("c", null, null),
            new StaffCommand.Dispatch("c", "0102", true),
            new StaffCommand.Merge("report-2", "同一件"),
            new StaffCommand.UndoMerge("两件"),
            new StaffCommand.DismissDuplicate("report-2", "两处"),
            new StaffCommand.TakeToHardCaseDesk("反复"),
            new StaffCommand.Decide(Decision.REWORK, "返工"),
            new StaffCommand.Decide(Decision.CLOSE, "准予结案"),
            new StaffCommand.Comment(text("记一笔"), List.of()));

    @Test
    void every_action_is_among_those_that_are_tried() {
        assertThat(EVERY_ACTION.stream().map(StaffCommand::action).distinct())
                .containsExactlyInAnyOrder(Action.values());
    }

    @Test
    void an_unsatisfied_case_is_closed_by_the_inspectors_decision_alone() {
        Story unsatisfied = Story.of("0102", "code-g1")
                .by(CLERK, new StaffCommand.Accept())
                .by(CLERK, new StaffCommand.Complete(text("办好"), List.of()))
                .answered("report-1.1", false, Grade.UNSATISFIED, false);

        assertThat(unsatisfied.theCase().state()).isEqualTo(CaseState.PENDING_DECISION);
        assertThat(waysOut(List.of(unsatisfied.theCase()))).containsExactly("INSPECTOR decide");
    }

    @Test
    void a_rewarded_criticism_has_no_way_out_at_any_moment_of_its_life() {
        List<Case> life = lifeOfACriticism();

        assertThat(life.stream().map(Case::state).distinct())
                .containsExactlyInAnyOrder(
                        CaseState.PENDING_DISPATCH,
                        CaseState.PENDING_ACCEPTANCE,
                        CaseState.IN_PROGRESS,
                        CaseState.PENDING_CHECK,
                        CaseState.PENDING_CALLBACK,
                        CaseState.PENDING_DECISION);
        assertThat(waysOut(life)).isEmpty();
    }

    @Test
    void an_outcome_that_is_not_a_satisfied_one_leaves_a_criticism_open() {
        Case revisited = lifeOfACriticism().stream()
                .filter(theCase -> theCase.state() == CaseState.PENDING_CALLBACK && theCase.roundId() != null)
                .findFirst()
                .orElseThrow();
        for (boolean reached : List.of(true, false)) {
            for (boolean settled : List.of(true, false)) {
                for (Grade grade : Grade.values()) {
                    for (boolean fault : List.of(true, false)) {
                        CaseCommand answer = reached
                                ? new CaseCommand.CallbackAnswered("report-1.1", true, settled, grade, fault)
                                : new CaseCommand.CallbackAnswered("report-1.1", false, null, null, null);
                        boolean satisfied = reached && settled && grade != Grade.UNSATISFIED;
                        assertThat(after(revisited, answer).state() == CaseState.CLOSED)
                                .as("closed by %s", answer)
                                .isEqualTo(satisfied);
                    }
                }
            }
        }
    }

    @Test
    void each_refusal_of_a_criticism_has_its_own_code() {
        List<Case> life = lifeOfACriticism();
        assertThat(refusal(life.getFirst(), DISPATCHER, new StaffCommand.Cancel("无理")))
                .isEqualTo("criticism-not-cancelled");
        assertThat(refusal(life.getFirst(), DISPATCHER, new StaffCommand.ReferOutside("市里", "无关")))
                .isEqualTo("criticism-not-referred");
        assertThat(refusal(life.getFirst(), DISPATCHER, new StaffCommand.Merge("report-2", "同一件")))
                .isEqualTo("criticism-not-merged");
        assertThat(refusal(in(life, CaseState.IN_PROGRESS), CLERK, new StaffCommand.Complete(text("好"), List.of())))
                .isEqualTo("criticism-not-answered");
        assertThat(refusal(
                        in(life, CaseState.PENDING_DECISION),
                        INSPECTOR,
                        new StaffCommand.Decide(Decision.CLOSE, "准予结案")))
                .isEqualTo("criticism-not-closed");
        assertThat(refusal(
                        in(life, CaseState.PENDING_CHECK), CLERK, new StaffCommand.Check(true, text("好"), List.of())))
                .isEqualTo("not-allowed");
    }

    @Test
    void a_matter_that_was_called_a_criticism_once_stays_one_whatever_category_it_is_given() {
        Case renamed = after(
                lifeOfACriticism().getFirst(),
                new CaseCommand.ByStaff(DISPATCHER, new StaffCommand.Dispatch("c", "0102", null)));

        assertThat(renamed.category()).isEqualTo("0102");
        assertThat(renamed.isCriticism()).isTrue();
        Case later = after(
                Story.of("7777", "code-g1").theCase(),
                new CaseCommand.ByStaff(DISPATCHER, new StaffCommand.Dispatch("c", "1302", null)));
        assertThat(later.isCriticism()).isTrue();
    }

    /** From its registration to the decision of the inspector, every state that it was in. */
    private static List<Case> lifeOfACriticism() {
        List<Case> life = new ArrayList<>();
        Story story = Story.of("1302", "code-g1");
        life.add(story.theCase());
        for (CaseCommand next : List.<CaseCommand>of(
                new CaseCommand.ByStaff(DISPATCHER, new StaffCommand.Dispatch("c", null, null)),
                new CaseCommand.ByStaff(CLERK, new StaffCommand.Accept()),
                new CaseCommand.ByStaff(CLERK, new StaffCommand.AnswerCriticism(text("已约谈"))),
                new CaseCommand.ByStaff(CLERK, new StaffCommand.Complete(text("办好"), List.of())),
                new CaseCommand.ByStaff(INSPECTOR, new StaffCommand.Check(true, text("属实"), List.of())))) {
            story.decide(next);
            life.add(story.theCase());
        }
        story.at("2026-04-02T09:00").decide(new CaseCommand.TimeCame());
        life.add(story.theCase());
        story.answered("report-1.1", false, Grade.UNSATISFIED, false);
        life.add(story.theCase());
        return life;
    }

    private static Case in(List<Case> life, CaseState state) {
        return life.stream()
                .filter(theCase -> theCase.state() == state)
                .findFirst()
                .orElseThrow();
    }

    /** Who ends it by what. */
    private static Set<String> waysOut(List<Case> moments) {
        Set<String> ways = new TreeSet<>();
        for (Case theCase : moments) {
            for (Role role : Role.values()) {
                for (StaffCommand action : EVERY_ACTION) {
                    Case after = after(theCase, new CaseCommand.ByStaff(staff("s-" + role, role, "d"), action));
                    if (after.state().isOver()) {
                        ways.add(role + " " + action.action().code());
                    }
                }
            }
        }
        return ways;
    }

    private static Case after(Case theCase, CaseCommand command) {
        return switch (CaseDecider.decide(theCase, command, SmallDistrict.facts(theCase.lastEventAt()))) {
            case Accepted accepted -> {
                Case now = theCase;
                for (CaseEvent event : accepted.events()) {
                    now = now.apply(event, accepted.at(), SmallDistrict.facts(accepted.at()));
                }
                assertThat(accepted.events().stream().filter(CaseEvent.Closed.class::isInstance))
                        .allMatch(closed -> ((CaseEvent.Closed) closed).reason() != CloseReason.UNREACHABLE);
                yield now;
            }
            case Rejected rejected -> theCase;
        };
    }

    private static String refusal(Case theCase, Caller caller, StaffCommand command) {
        return Stream.of(CaseDecider.decide(
                        theCase, new CaseCommand.ByStaff(caller, command), SmallDistrict.facts(theCase.lastEventAt())))
                .map(decision -> decision instanceof Rejected no ? no.refused().code() : "accepted")
                .findFirst()
                .orElseThrow();
    }
}
