package io.wangge.dispatch.casefile;

import static io.wangge.contracts.casefile.CaseState.CLOSED;
import static io.wangge.contracts.casefile.CaseState.IN_PROGRESS;
import static io.wangge.contracts.casefile.CaseState.PENDING_CALLBACK;
import static io.wangge.contracts.casefile.CaseState.PENDING_DECISION;
import static io.wangge.dispatch.casefile.SmallDistrict.at;
import static io.wangge.dispatch.casefile.SmallDistrict.staff;
import static io.wangge.dispatch.casefile.Story.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CallbackOutcomeRejected;
import io.wangge.contracts.casefile.CaseEvent.CallbackRequested;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseEvent.Reworked;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.StaffCommand.Accept;
import io.wangge.dispatch.casefile.StaffCommand.Complete;
import io.wangge.dispatch.casefile.StaffCommand.Decide;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackOutcomeTest {
    private static final Caller HANDLER = staff("handler", Role.HANDLER, "s");
    private static final Caller INSPECTOR = staff("inspector", Role.INSPECTOR, "d");
    private static final String FIRST_ROUND = "report-1.1";

    private static Story completed() {
        return Story.of("0103", "code-g1")
                .by(HANDLER, new Accept())
                .after(Duration.ofHours(2))
                .by(HANDLER, new Complete(text("已清理"), List.of()));
    }

    @Test
    void completion_asks_for_a_callback_until_the_end_of_the_next_day() {
        Story story = completed();

        assertThat(story.theCase().state()).isEqualTo(PENDING_CALLBACK);
        assertThat(story.last()).isInstanceOfSatisfying(CallbackRequested.class, asked -> {
            assertThat(asked.roundId()).isEqualTo(FIRST_ROUND);
            assertThat(asked.residentIds()).containsExactly("resident-1");
            assertThat(asked.unitId()).isEqualTo("s-env");
            assertThat(asked.dueAt()).isEqualTo(at("2026-03-04T00:00"));
        });
    }

    @Test
    void settled_and_satisfied_closes() {
        Story story = completed().answered(FIRST_ROUND, true, Grade.FAIR, null);

        assertThat(story.theCase().state()).isEqualTo(CLOSED);
        assertThat(story.theCase().closing().reason()).isEqualTo(CloseReason.SATISFIED);
        assertThat(story.theCase().closing().grade()).isEqualTo("FAIR");
        assertThat(story.theCase().closing().onTime()).isTrue();
    }

    @Test
    void unsatisfied_through_the_units_fault_comes_back_with_half_of_the_limit() {
        Story story = completed().answered(FIRST_ROUND, true, Grade.UNSATISFIED, true);

        assertThat(story.theCase().state()).isEqualTo(IN_PROGRESS);
        assertThat(story.last()).isInstanceOfSatisfying(Reworked.class, rework -> {
            assertThat(rework.hold().unitId()).isEqualTo("s-env");
            assertThat(rework.hold().number()).isEqualTo(2);
            assertThat(rework.hold().acceptanceDueAt()).isNull();
            assertThat(rework.hold().handlingDueAt())
                    .as("11:00 and 2 of 4 hours")
                    .isEqualTo(at("2026-03-02T15:00"));
        });
        assertThat(story.theCase().due().at()).as("the case's due time stays").isEqualTo(at("2026-03-02T16:00"));
        assertThat(story.theCase().counts().reworks()).isEqualTo(1);
    }

    @Test
    void not_settled_is_as_bad_as_unsatisfied_whatever_the_grade() {
        assertThat(completed()
                        .answered(FIRST_ROUND, false, Grade.SATISFIED, true)
                        .theCase()
                        .state())
                .isEqualTo(IN_PROGRESS);
    }

    @Test
    void unsatisfied_without_the_units_fault_waits_for_the_inspector() {
        Story story = completed().answered(FIRST_ROUND, false, Grade.UNSATISFIED, false);

        assertThat(story.theCase().state()).isEqualTo(PENDING_DECISION);
        assertThat(story.theCase().nextDueAt()).as("3 workdays").isEqualTo(at("2026-03-05T18:00"));
    }

    @Test
    void without_a_word_on_fault_a_person_has_to_look() {
        assertThat(completed()
                        .answered(FIRST_ROUND, false, Grade.UNSATISFIED, null)
                        .theCase()
                        .state())
                .isEqualTo(PENDING_DECISION);
    }

    @Test
    void unreachable_closes_outside_of_satisfaction() {
        Story story = completed().unreachable(FIRST_ROUND);

        assertThat(story.theCase().closing().reason()).isEqualTo(CloseReason.UNREACHABLE);
        assertThat(story.theCase().closing().grade()).isNull();
    }

    @Test
    void an_outcome_that_no_longer_fits_is_on_record_and_changes_nothing() {
        Story closed = completed().answered(FIRST_ROUND, true, Grade.SATISFIED, null);
        Case before = closed.theCase();
        closed.answered(FIRST_ROUND, false, Grade.UNSATISFIED, true);
        assertThat(closed.last()).isEqualTo(new CallbackOutcomeRejected(FIRST_ROUND, "not-waiting"));
        assertThat(closed.theCase().state()).isEqualTo(before.state());
        assertThat(closed.theCase().closing()).isEqualTo(before.closing());

        Story secondRound = completed()
                .answered(FIRST_ROUND, false, Grade.UNSATISFIED, true)
                .by(HANDLER, new Complete(text("再次清理"), List.of()));
        assertThat(secondRound.theCase().roundId()).isEqualTo("report-1.2");
        secondRound.answered(FIRST_ROUND, true, Grade.SATISFIED, null);
        assertThat(secondRound.last()).isEqualTo(new CallbackOutcomeRejected(FIRST_ROUND, "stale-round"));
        assertThat(secondRound.theCase().state()).isEqualTo(PENDING_CALLBACK);
        assertThat(secondRound.theCase().roundId()).isEqualTo("report-1.2");
    }

    @Test
    void the_inspector_decides_with_a_reason() {
        Story story = completed().answered(FIRST_ROUND, false, Grade.UNSATISFIED, false);
        Decide rework = new Decide(CaseEvent.Decision.REWORK, "诉求合理");

        assertThat(story.by(HANDLER, rework).refusal()).isEqualTo("not-allowed");
        assertThat(story.by(INSPECTOR, new Decide(CaseEvent.Decision.CLOSE, "")).refusal())
                .isEqualTo("invalid-field");
        assertThat(story.by(INSPECTOR, rework).theCase().state()).isEqualTo(IN_PROGRESS);
        story.by(HANDLER, new Complete(text("再次清理"), List.of()))
                .answered("report-1.2", false, Grade.UNSATISFIED, false)
                .by(INSPECTOR, new Decide(CaseEvent.Decision.CLOSE, "超出政策"));
        assertThat(story.theCase().closing().reason()).isEqualTo(CloseReason.DECIDED);
    }

    /** 整改不满意不得销号: of all that everybody can do, one thing by one role closes it, and it stands on record. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void an_unsatisfied_case_is_closed_by_nobody_but_the_inspectors_recorded_decision(Role role) {
        Story story = completed().answered(FIRST_ROUND, false, Grade.UNSATISFIED, false);
        Caller everywhere = staff("somebody", role, "d");
        List<StaffCommand> mightClose = List.of(
                new Complete(text("已办"), List.of()),
                new StaffCommand.Cancel("重复"),
                new StaffCommand.ReferOutside("市级", "超出职权"),
                new Decide(CaseEvent.Decision.CLOSE, "超出政策"));

        mightClose.forEach(command -> story.by(everywhere, command));

        boolean inspector = role == Role.INSPECTOR;
        assertThat(story.theCase().state()).isEqualTo(inspector ? CLOSED : PENDING_DECISION);
        if (inspector) {
            assertThat(story.theCase().closing().reason()).isEqualTo(CloseReason.DECIDED);
        }
    }
}
