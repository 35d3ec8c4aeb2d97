package io.wangge.systemtests;

import static io.wangge.systemtests.World.lamp;
import static io.wangge.systemtests.World.lampWithoutResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.Command;
import io.wangge.systemtests.client.Outcome;
import io.wangge.systemtests.client.ProblemAnswer;
import io.wangge.systemtests.client.ReportForm;
import org.junit.jupiter.api.Test;

/** The paths through the loop, each from the report to its end. */
class LoopIT {
    private final World world = World.shared();

    @Test
    void whatTheResidentIsContentWithCloses() {
        CaseView opened = world.opened(lamp());
        assertThat(opened.state()).isEqualTo("PENDING_ACCEPTANCE");
        assertThat(opened.holder()).isEqualTo(World.MUNICIPAL_WORKS);
        assertThat(opened.caseNumber()).contains("990100001");

        CaseView accepted = world.accepted(opened);
        assertThat(accepted.state()).isEqualTo("IN_PROGRESS");
        CaseView completed = world.completed(accepted);
        assertThat(completed.state()).isEqualTo("PENDING_CALLBACK");
        assertThat(completed.roundId()).isEqualTo(opened.id() + ".1");

        CaseView closed = world.answered(completed, Outcome.satisfied("SATISFIED"));
        assertThat(closed.state()).isEqualTo("CLOSED");
        assertThat(closed.closeReason()).isEqualTo("SATISFIED");
    }

    @Test
    void theReporterSeesHowTheCaseStands() {
        ReportForm form = lampWithoutResident();
        CaseView closed = world.completed(world.accepted(world.opened(form)));
        assertThat(closed.state()).isEqualTo("CLOSED");
        var report = Awaiting.until(
                () -> world.as("grid-worker-1").get("/api/v1/reports/" + form.id()),
                json -> json.path("case").path("state").asString("").equals("CLOSED"));
        assertThat(report.path("case").path("caseNumber").asString()).isEqualTo(closed.caseNumber());
    }

    @Test
    void withNobodyToAskThePassedCheckCloses() {
        CaseView closed = world.completed(world.accepted(world.opened(lampWithoutResident())));
        assertThat(closed.state()).isEqualTo("CLOSED");
        assertThat(closed.closeReason()).isEqualTo("CHECKED");
    }

    @Test
    void whatTheUnitIsAtFaultForIsDoneAgain() {
        CaseView back = world.answered(world.awaitingCallback(), Outcome.unsatisfied(false, true, "还是不亮"));
        assertThat(back.state()).isEqualTo("IN_PROGRESS");
        assertThat(back.reworks()).isEqualTo(1);
        assertThat(back.holder()).isEqualTo(World.MUNICIPAL_WORKS);

        CaseView again = world.completed(back);
        assertThat(again.roundId()).isEqualTo(back.id() + ".2");
        assertThat(world.answered(again, Outcome.satisfied("VERY_SATISFIED")).state())
                .isEqualTo("CLOSED");
    }

    @Test
    void anInspectorMaySendBackWhatTheUnitIsNotAtFaultFor() {
        CaseView waits = world.answered(world.awaitingCallback(), Outcome.unsatisfied(true, false, "灯太暗"));
        assertThat(waits.state()).isEqualTo("PENDING_DECISION");
        CaseView back = world.as("inspector-2").command(waits, Command.decide("REWORK", "照度不达标，更换灯具"));
        assertThat(back.state()).isEqualTo("IN_PROGRESS");
        assertThat(world.answered(world.completed(back), Outcome.satisfied("FAIR"))
                        .state())
                .isEqualTo("CLOSED");
    }

    @Test
    void anInspectorMayCloseWhatTheUnitIsNotAtFaultFor() {
        CaseView waits = world.answered(world.awaitingCallback(), Outcome.unsatisfied(true, false, "灯太暗"));
        CaseView closed = world.as("inspector-2").command(waits, Command.decide("CLOSE", "照度符合标准，已书面答复"));
        assertThat(closed.state()).isEqualTo("CLOSED");
        assertThat(closed.closeReason()).isEqualTo("DECIDED");
    }

    @Test
    void aCallThatNobodyAnswersLeavesTheRoundOpen() {
        CaseView waits = world.awaitingCallback();
        var clerk = world.as("callback-clerk-2");
        clerk.awaitRound(waits.roundId());
        var round = clerk.outcome(waits.roundId(), Outcome.nobodyAnswered());
        assertThat(round.path("state").asString()).isEqualTo("OPEN");
        assertThat(round.path("attempts").size()).isEqualTo(1);
        assertThat(world.as("dispatcher-1").theCase(waits.id()).state()).isEqualTo("PENDING_CALLBACK");

        assertThat(world.answered(waits, Outcome.satisfied("SATISFIED")).state())
                .isEqualTo("CLOSED");
    }

    @Test
    void aSmallMatterClimbsToItsCommunityAndNoHigher() {
        CaseView atBlock =
                world.opened(ReportForm.saying("共享单车占盲道").category("0504").at(120.107, 30.233));
        assertThat(atBlock.level()).isEqualTo("BLOCK");
        assertThat(atBlock.holder()).isEqualTo(World.GRID_1);

        CaseView atCommunity = world.byHolder(world.accepted(atBlock), Command.escalate("单车太多", "已摆放三次"));
        assertThat(atCommunity.level()).isEqualTo("COMMUNITY");
        assertThat(atCommunity.holder()).isEqualTo(World.COMMUNITY_1);
        assertThat(atCommunity.state()).isEqualTo("PENDING_ACCEPTANCE");

        CaseView held = world.accepted(atCommunity);
        assertThatExceptionOfType(ProblemAnswer.class)
                .isThrownBy(() -> world.byHolder(held, Command.escalate("还是太多", "已约谈")))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.code()).isEqualTo("ceiling-reached");
                });
        assertThat(world.completed(held).state()).isEqualTo("CLOSED");
    }

    @Test
    void whatAUnitSendsBackIsDispatchedToAnother() {
        CaseView returned = world.byHolder(world.opened(lamp()), Command.sendBack("灯杆属于违建，请改派执法"));
        assertThat(returned.state()).isEqualTo("PENDING_DISPATCH");

        CaseView given =
                world.as("dispatcher-2").command(returned, Command.dispatchReturned(World.LAW_ENFORCEMENT, null, true));
        assertThat(given.state()).isEqualTo("PENDING_ACCEPTANCE");
        assertThat(given.holder()).isEqualTo(World.LAW_ENFORCEMENT);
        assertThat(world.completed(world.accepted(given)).state()).isEqualTo("PENDING_CALLBACK");
    }

    @Test
    void aStreetHandsDownToTheGridBelow() {
        CaseView down = world.byHolder(
                world.accepted(world.opened(lampWithoutResident())), Command.handDown(World.GRID_1, "只需扶正灯罩"));
        assertThat(down.level()).isEqualTo("BLOCK");
        assertThat(down.state()).isEqualTo("PENDING_ACCEPTANCE");
        assertThat(world.completed(world.accepted(down)).state()).isEqualTo("CLOSED");
    }

    @Test
    void whatIsSettledOnTheSpotIsFiledAndDoneAtOnce() {
        ReportForm form = lampWithoutResident().settledOnSpot("已拧紧灯泡，恢复照明");
        CaseView closed = world.opened(form);
        assertThat(closed.state()).isEqualTo("CLOSED");
        assertThat(closed.closeReason()).isEqualTo("UNCONFIRMED");
        assertThat(closed.json().path("settledOnSpot").asBoolean()).isTrue();
    }

    @Test
    void whatNoRuleMatchesWaitsForADispatcher() {
        CaseView waits =
                world.opened(ReportForm.saying("想借文化礼堂排戏").category("1503").at(120.107, 30.233));
        assertThat(waits.state()).isEqualTo("PENDING_DISPATCH");
        assertThat(waits.json().path("route").path("code").asString()).isEqualTo("no-rule-matched");
        assertThat(world.as("dispatcher-2")
                        .command(waits, Command.dispatch(World.COMMUNITY_1, null))
                        .state())
                .isEqualTo("PENDING_ACCEPTANCE");
    }
}
