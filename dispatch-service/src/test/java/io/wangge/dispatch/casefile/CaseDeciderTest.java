package io.wangge.dispatch.casefile;

import static io.wangge.contracts.casefile.CaseState.CLOSED;
import static io.wangge.contracts.casefile.CaseState.IN_PROGRESS;
import static io.wangge.contracts.casefile.CaseState.PENDING_ACCEPTANCE;
import static io.wangge.contracts.casefile.CaseState.PENDING_DISPATCH;
import static io.wangge.dispatch.casefile.SmallDistrict.at;
import static io.wangge.dispatch.casefile.SmallDistrict.staff;
import static io.wangge.dispatch.casefile.Story.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.StaffCommand.Accept;
import io.wangge.dispatch.casefile.StaffCommand.Comment;
import io.wangge.dispatch.casefile.StaffCommand.Complete;
import io.wangge.dispatch.casefile.StaffCommand.Dispatch;
import io.wangge.dispatch.casefile.StaffCommand.Escalate;
import io.wangge.dispatch.casefile.StaffCommand.HandDown;
import io.wangge.dispatch.casefile.StaffCommand.Return;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseDeciderTest {
    private static final Caller STREET_HANDLER = staff("handler", Role.HANDLER, "s");
    private static final Caller DISTRICT_HANDLER = staff("d-handler", Role.HANDLER, "d-env", "d-works", "d");
    private static final Caller CLERK = staff("clerk", Role.COMMUNITY_CLERK, "c");
    private static final Caller WORKER = staff("w1", Role.GRID_WORKER, "g1");
    private static final Caller STREET_DESK = staff("s-desk", Role.DISPATCHER, "s");
    private static final Caller DISTRICT_DESK = staff("d-desk", Role.DISPATCHER, "d");

    private static final Escalate UP = new Escalate("本级办不了", text("协调过两次"));
    private static final Complete DONE = new Complete(text("已清理"), List.of());

    // Seeing and acting

    @Test
    void who_may_not_see_a_case_is_told_that_there_is_none() {
        Story story = Story.of("0103", "code-g1").by(staff("w2", Role.GRID_WORKER, "g2"), new Accept());

        assertThat(story.refusal()).isEqualTo("not-found");
    }

    @Test
    void the_first_receiver_sees_the_case_wherever_it_goes_and_may_comment() {
        Caller firstReceiver = staff("worker", Role.HOTLINE_AGENT, "elsewhere");
        Story story = Story.of("0103", "code-g1").by(firstReceiver, new Comment(text("居民又来问"), List.of()));

        assertThat(story.refusal()).isNull();
        assertThat(story.by(firstReceiver, new Accept()).refusal()).isEqualTo("not-allowed");
    }

    @Test
    void who_sees_it_in_another_role_is_not_allowed_to_work_on_it() {
        Story story = Story.of("0103", "code-g1").by(staff("leader", Role.LEADER, "d"), new Accept());

        assertThat(story.refusal()).isEqualTo("not-allowed");
    }

    @Test
    void a_grid_worker_of_the_place_may_not_work_for_the_department_that_holds_it() {
        assertThat(Story.of("0103", "code-g1").by(WORKER, new Accept()).refusal())
                .isEqualTo("not-allowed");
    }

    @Test
    void a_command_in_the_wrong_state_is_refused_with_what_is_possible() {
        Story story = Story.of("0103", "code-g1").by(STREET_HANDLER, DONE);

        assertThat(story.refusal()).isEqualTo("wrong-state");
        assertThat(Action.COMPLETE
                        .whyNot(story.theCase(), STREET_HANDLER, SmallDistrict.facts(SmallDistrict.MORNING))
                        .orElseThrow()
                        .facts())
                .containsEntry("state", "PENDING_ACCEPTANCE")
                .containsEntry(
                        "possible",
                        List.of(
                                "accept",
                                "return",
                                "skip-level",
                                "supervise",
                                "reply",
                                "name-sponsor",
                                "record-conference",
                                "dispatch",
                                "merge",
                                "dismiss-duplicate",
                                "take-to-hard-case-desk",
                                "comment"));
    }

    @Test
    void the_actor_works_for_the_holder_whatever_his_scope() {
        Story story = Story.of("0103", "code-g1");
        Decision decision = CaseDecider.decide(
                story.theCase(),
                new CaseCommand.ByStaff(STREET_HANDLER, new Accept()),
                SmallDistrict.facts(SmallDistrict.MORNING));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted -> assertThat(accepted.by().unitId()).isEqualTo("s-env"));
    }

    // Words

    @Test
    void words_that_are_missing_or_too_long_are_refused() {
        Story story = Story.of("0103", "code-g1");

        assertThat(story.by(STREET_HANDLER, new Return("  ")).refusal()).isEqualTo("invalid-field");
        assertThat(story.by(STREET_HANDLER, new Return("长".repeat(2001))).refusal())
                .isEqualTo("invalid-field");
        story.by(STREET_HANDLER, new Accept());
        assertThat(story.by(STREET_HANDLER, new Complete(text(""), List.of())).refusal())
                .isEqualTo("invalid-field");
        assertThat(story.by(STREET_HANDLER, new Complete(text("长".repeat(4001)), List.of()))
                        .refusal())
                .isEqualTo("invalid-field");
        assertThat(story.by(STREET_HANDLER, new Complete(text("已清理"), Collections.nCopies(21, "a")))
                        .refusal())
                .isEqualTo("invalid-field");
        assertThat(story.by(STREET_HANDLER, new Complete(text("𠮷".repeat(4000)), Collections.nCopies(20, "a")))
                        .refusal())
                .as("4000 characters, however they are encoded")
                .isNull();
    }

    // Clocks

    @Test
    void a_case_is_due_after_the_acceptance_and_the_handling_limit_of_its_first_dispatch() {
        Case theCase = Story.of("0103", "code-g1").theCase();

        Hold hold = theCase.presentHold();
        assertThat(hold.acceptanceDueAt()).isEqualTo(at("2026-03-02T10:00"));
        assertThat(hold.handlingDueAt()).isEqualTo(at("2026-03-02T16:00"));
        assertThat(theCase.due()).isNotNull();
        assertThat(theCase.due().at()).isEqualTo(at("2026-03-02T16:00"));
    }

    @Test
    void a_case_keeps_its_due_time_when_it_moves() {
        Story story = Story.of("0104", "code-g1")
                .by(WORKER, new Accept())
                .at("2026-03-02T15:00")
                .by(WORKER, UP);

        assertThat(story.theCase().due().at()).isEqualTo(at("2026-03-02T16:00"));
        assertThat(story.theCase().presentHold().acceptanceDueAt()).isEqualTo(at("2026-03-02T16:00"));
        assertThat(story.theCase().presentHold().handlingDueAt()).isEqualTo(at("2026-03-03T10:00"));
    }

    @Test
    void event_time_never_runs_backwards() {
        Story story = Story.of("0103", "code-g1").by(STREET_HANDLER, new Accept());
        Decision decision = CaseDecider.decide(
                story.theCase(),
                new CaseCommand.ByStaff(STREET_HANDLER, DONE),
                SmallDistrict.facts(SmallDistrict.MORNING.minusSeconds(3600)));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted -> assertThat(accepted.at()).isEqualTo(SmallDistrict.MORNING));
    }

    // Return

    @Test
    void a_unit_returns_a_case_to_the_desk_of_its_street_while_the_acceptance_limit_runs() {
        Story story = Story.of("0103", "code-g1").after(Duration.ofHours(1)).by(STREET_HANDLER, new Return("不属本单位"));

        assertThat(story.refusal()).as("due at the moment is still in time").isNull();
        assertThat(story.theCase().state()).isEqualTo(PENDING_DISPATCH);
        assertThat(story.theCase().deskPath()).containsExactly("d", "s");
        assertThat(story.theCase().counts().returns()).isEqualTo(1);
        assertThat(story.theCase().nextDueAt()).isEqualTo(at("2026-03-03T10:00"));
    }

    @Test
    void a_return_behind_the_acceptance_limit_is_too_late() {
        Story story = Story.of("0103", "code-g1")
                .after(Duration.ofHours(1).plusMillis(1))
                .by(STREET_HANDLER, new Return("不属本单位"));

        assertThat(story.refusal()).isEqualTo("return-too-late");
    }

    @Test
    void an_accepted_case_is_not_returned() {
        Story story =
                Story.of("0103", "code-g1").by(STREET_HANDLER, new Accept()).by(STREET_HANDLER, new Return("反悔"));

        assertThat(story.refusal()).isEqualTo("wrong-state");
    }

    @Test
    void dispatching_it_to_the_same_unit_again_continues_its_hold_and_its_clock() {
        Story story = Story.of("0103", "code-g1");
        Hold before = story.theCase().presentHold();
        story.by(STREET_HANDLER, new Return("不属本单位"))
                .after(Duration.ofHours(3))
                .by(STREET_DESK, new Dispatch("s-env", null, false));

        assertThat(story.theCase().state()).isEqualTo(PENDING_ACCEPTANCE);
        assertThat(story.theCase().presentHold()).isEqualTo(before);
        assertThat(story.by(STREET_HANDLER, new Return("还是不属")).refusal()).isEqualTo("return-too-late");
    }

    // Escalate

    @Test
    void a_small_matter_climbs_from_the_block_to_the_community_and_stops_there() {
        Story story = Story.of("0104", "code-g1").by(WORKER, new Accept()).by(WORKER, UP);

        assertThat(story.theCase().presentHold().unitId()).isEqualTo("c");
        assertThat(story.theCase().state()).isEqualTo(PENDING_ACCEPTANCE);
        assertThat(story.by(CLERK, UP).refusal()).as("accepted first").isEqualTo("wrong-state");
        assertThat(story.by(CLERK, new Accept()).by(CLERK, UP).refusal()).isEqualTo("ceiling-reached");
    }

    @Test
    void a_big_matter_stops_at_the_street() {
        Story story =
                Story.of("0103", "code-g1").by(STREET_HANDLER, new Accept()).by(STREET_HANDLER, UP);

        assertThat(story.refusal()).isEqualTo("ceiling-reached");
    }

    @Test
    void a_matter_of_the_district_climbs_to_the_department_of_its_kind_and_no_further() {
        Story story = Story.of("0603", "code-g1");
        assertThat(story.theCase().presentHold().unitId()).as("nearest upward").isEqualTo("d-works");

        story.by(DISTRICT_HANDLER, new Accept()).by(DISTRICT_HANDLER, UP);
        assertThat(story.refusal()).isEqualTo("top-reached");
    }

    @Test
    void above_the_lowest_ceiling_the_department_of_its_kind_takes_it_else_the_territory_itself() {
        Story waste = Story.of("1301", "code-g1")
                .by(STREET_DESK, new Dispatch("c", null, null))
                .by(CLERK, new Accept())
                .by(CLERK, UP);
        assertThat(waste.theCase().presentHold().unitId()).isEqualTo("s-env");

        Story lamp = Story.of("1301", "code-g1")
                .by(STREET_DESK, new Dispatch("c", "0603", null))
                .by(CLERK, new Accept())
                .by(CLERK, UP);
        assertThat(lamp.theCase().presentHold().unitId())
                .as("the street has no 市政")
                .isEqualTo("s");
        lamp.by(STREET_HANDLER, new Accept()).by(STREET_HANDLER, UP);
        assertThat(lamp.theCase().presentHold().unitId()).isEqualTo("d-works");
    }

    // Hand down

    @Test
    void a_department_hands_down_to_a_unit_below_its_ground() {
        Story story = Story.of("0103", "code-g1")
                .by(STREET_HANDLER, new Accept())
                .by(STREET_HANDLER, new HandDown("g2", "就近处置"));

        assertThat(story.theCase().presentHold().unitId()).isEqualTo("g2");
        assertThat(story.theCase().involvedUnits()).containsExactly("s-env", "g2");
        assertThat(story.theCase().scopeUnits()).contains("d", "s", "s-env", "c", "g1", "g2");
    }

    @Test
    void what_does_not_lie_below_is_refused() {
        Story story = Story.of("0103", "code-g1").by(STREET_HANDLER, new Accept());

        assertThat(story.by(STREET_HANDLER, new HandDown("d-env", "上级")).refusal())
                .isEqualTo("unit-not-below");
        assertThat(story.by(STREET_HANDLER, new HandDown("s", "同级")).refusal()).isEqualTo("unit-not-below");
        assertThat(story.by(STREET_HANDLER, new HandDown("nobody", "没有")).refusal())
                .isEqualTo("unknown-unit");
    }

    // Dispatch

    @Test
    void a_dispatcher_names_the_unit_and_where_unknown_the_category() {
        Story story = Story.of("7777", "code-g1");
        assertThat(story.theCase().state()).isEqualTo(PENDING_DISPATCH);

        assertThat(story.by(STREET_DESK, new Dispatch("c", null, null)).refusal())
                .isEqualTo("category-needed");
        assertThat(story.by(STREET_DESK, new Dispatch("c", "9901", null)).refusal())
                .isEqualTo("category-needed");
        assertThat(story.by(STREET_DESK, new Dispatch("nobody", "0102", null)).refusal())
                .isEqualTo("unknown-unit");
        assertThat(story.by(STREET_DESK, new Dispatch("d-env", "0102", null)).refusal())
                .isEqualTo("unit-outside-scope");
        assertThat(story.by(STREET_DESK, new Dispatch("c", "0102", null)).refusal())
                .isNull();
        assertThat(story.theCase().category()).isEqualTo("0102");
        assertThat(story.theCase().due().at()).as("fixed at the first dispatch").isEqualTo(at("2026-03-02T16:00"));
    }

    @Test
    void a_dispatcher_names_another_unit_while_it_is_being_handled() {
        Story story = Story.of("0103", "code-g1").by(STREET_HANDLER, new Accept());

        assertThat(story.by(STREET_DESK, new Dispatch("s-env", null, null)).refusal())
                .isEqualTo("already-there");
        story.after(Duration.ofHours(1)).by(STREET_DESK, new Dispatch("s", null, null));
        assertThat(story.theCase().presentHold().number()).isEqualTo(2);
        assertThat(story.theCase().due().at()).isEqualTo(at("2026-03-02T16:00"));
    }

    @Test
    void a_matter_outside_every_grid_is_dispatched_by_the_district() {
        Story story = Story.of("0102", "no-grid");

        assertThat(story.theCase().deskPath()).containsExactly("d");
        assertThat(story.by(STREET_DESK, new Dispatch("c", null, null)).refusal())
                .isEqualTo("not-found");
        assertThat(story.by(DISTRICT_DESK, new Dispatch("c", null, null)).refusal())
                .isNull();
    }

    // Complete

    @Test
    void a_completion_at_the_due_time_is_on_time_and_after_it_is_not() {
        Story story = Story.of("0103", "code-g1").by(STREET_HANDLER, new Accept());
        assertThat(story.at("2026-03-02T16:00")
                        .by(STREET_HANDLER, DONE)
                        .theCase()
                        .onTime())
                .isTrue();

        Story late = Story.of("0103", "code-g1").by(STREET_HANDLER, new Accept());
        assertThat(late.at("2026-03-02T16:00:00.001")
                        .by(STREET_HANDLER, DONE)
                        .theCase()
                        .onTime())
                .isFalse();
    }

    @Test
    void with_nobody_to_ask_completion_closes_as_unconfirmed() {
        Story story = Story.of(SmallDistrict.report("report-1", "0103", "code-g1", null, null))
                .by(STREET_HANDLER, new Accept())
                .by(STREET_HANDLER, DONE);

        assertThat(story.theCase().state()).isEqualTo(CLOSED);
        assertThat(story.theCase().closing().reason()).isEqualTo(CaseEvent.CloseReason.UNCONFIRMED);
    }

    @Test
    void a_comment_touches_no_clock() {
        Story story = Story.of("0103", "code-g1").by(STREET_HANDLER, new Accept());
        Case before = story.theCase();
        story.after(Duration.ofMinutes(5)).by(STREET_HANDLER, new Comment(text("已联系居民"), List.of()));

        assertThat(story.theCase().state()).isEqualTo(IN_PROGRESS);
        assertThat(story.theCase().hold()).isEqualTo(before.hold());
        assertThat(story.theCase().due()).isEqualTo(before.due());
    }

    @Test
    void a_case_moves_a_hundred_times_at_most() {
        Story story = Story.of("0103", "code-g1").by(STREET_HANDLER, new Accept());
        for (int i = 0; i < 120 && story.refusal() == null; i++) {
            story.by(STREET_DESK, new Dispatch(i % 2 == 0 ? "s" : "s-env", null, null));
        }

        assertThat(story.refusal()).isEqualTo("too-many-holds");
        assertThat(story.theCase().counts().holds()).isEqualTo(100);
    }
}
