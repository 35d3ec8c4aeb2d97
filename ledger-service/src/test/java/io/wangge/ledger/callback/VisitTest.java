package io.wangge.ledger.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.callback.CallbackEvent.AttemptFailed;
import io.wangge.contracts.callback.CallbackEvent.ReporterAnswered;
import io.wangge.contracts.callback.CallbackEvent.RoundAnswered;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.callback.Mode;
import io.wangge.contracts.casefile.CaseEvent.CallbackRequested;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.ledger.Story;
import io.wangge.ledger.callback.RoundDecision.Changed;
import io.wangge.ledger.callback.RoundDecision.NotAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 上门回访: when a grid worker knocks, and what becomes of what is said at the door. */
class VisitTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Actor CLERK = Actor.staff("s-callback-clerk-1", "u-street-1");
    private static final Instant OPENED = Story.START;

    @Test
    void who_was_met_at_the_door_is_asked_there_and_who_telephoned_is_called_first() {
        assertThat(round(Channel.GRID_WORKER).visitUnits()).isEqualTo(Story.PATH);
        assertThat(round(Channel.VISIT).visitUnits()).isEqualTo(Story.PATH);
        assertThat(round(Channel.HOTLINE).visitUnits()).isEmpty();
        assertThat(refusal(round(Channel.HOTLINE), Story.WORKER)).isEqualTo("visit-not-called-for");
    }

    @Test
    void a_day_on_which_nobody_answered_the_telephone_calls_for_a_visit() {
        Round tried = changed(round(Channel.HOTLINE), missed("1"), CLERK, Mode.PHONE, hours(1))
                .after();

        assertThat(tried.visitUnits()).isEqualTo(Story.PATH);
        assertThat(tried.triedOn()).isNotNull();
        assertThat(tried.knockedOn()).isNull();
    }

    @Test
    void nobody_knocks_for_a_tip_off_for_the_grids_own_work_or_where_no_resident_is_known() {
        assertThat(round(Channel.GRID_WORKER, Nature.TIP_OFF, "u-community-1", "p-1")
                        .visitUnits())
                .isEmpty();
        assertThat(round(Channel.GRID_WORKER, Nature.HELP, "u-grid-1", "p-1").visitUnits())
                .isEmpty();
        assertThat(round(Channel.GRID_WORKER, Nature.HELP, "u-community-1").visitUnits())
                .isEmpty();
    }

    @Test
    void whoever_did_the_work_does_not_knock() {
        assertThat(refusal(round(Channel.GRID_WORKER), Story.HANDLER)).isEqualTo("doer-cannot-ask");
    }

    @Test
    void a_content_answer_ends_the_round_and_its_entry_says_visit_and_by_whom() {
        Changed said =
                changed(round(Channel.GRID_WORKER), answer(true, Grade.SATISFIED), Story.WORKER, Mode.VISIT, hours(1));

        assertThat(said.events())
                .containsExactly(
                        new ReporterAnswered(
                                "c.1",
                                "c",
                                Story.WORKER,
                                "p-1",
                                true,
                                true,
                                Grade.SATISFIED,
                                null,
                                List.of(),
                                null,
                                Mode.VISIT),
                        new RoundAnswered("c.1", "c", Story.WORKER, true, true, Grade.SATISFIED, null, null));
        assertThat(said.after().state()).isEqualTo(Round.State.ANSWERED);
        assertThat(said.after().visitUnits()).isEmpty();
    }

    @Test
    void who_stood_at_the_door_judges_no_fault_a_clerk_does() {
        Outcome unhappy = new Outcome("1", null, true, false, Grade.UNSATISFIED, true, null);
        Changed said = changed(round(Channel.GRID_WORKER), unhappy, Story.WORKER, Mode.VISIT, hours(1));

        assertThat(said.after().state()).isEqualTo(Round.State.OPEN);
        assertThat(said.after().toJudge()).isTrue();
        assertThat(said.after().visitUnits()).isEmpty();
        Changed judged = (Changed) RoundDecider.decide(
                said.after(), new Judgement("2", null, true, null), new Asking(CLERK, hours(2), SHANGHAI, "f"));
        assertThat(judged.after().answer())
                .extracting(Answer::grade, Answer::unitAtFault)
                .containsExactly(Grade.UNSATISFIED, true);
    }

    @Test
    void nobody_at_home_counts_with_the_calls_and_the_third_day_ends_the_round() {
        Round called = changed(round(Channel.GRID_WORKER), missed("1"), CLERK, Mode.PHONE, hours(1))
                .after();
        Changed knocked = changed(called, missed("2"), Story.WORKER, Mode.VISIT, hours(25));
        assertThat(knocked.events()).containsExactly(new AttemptFailed("c.1", "c", Story.WORKER, 2, null, Mode.VISIT));
        assertThat(knocked.after().knockedOn()).isNotNull();

        Changed third = changed(knocked.after(), missed("3"), Story.WORKER, Mode.VISIT, hours(49));
        assertThat(third.after().state()).isEqualTo(Round.State.ANSWERED);
        assertThat(third.after().answer()).extracting(Answer::reached).isEqualTo(false);
    }

    @Test
    void entries_alone_tell_the_same_round() {
        Round open = round(Channel.GRID_WORKER);
        Changed missed = changed(open, missed("1"), Story.WORKER, Mode.VISIT, hours(1));
        Changed said = changed(missed.after(), answer(true, Grade.FAIR), Story.WORKER, Mode.VISIT, hours(25));

        Round told = open;
        for (Changed turn : List.of(missed, said)) {
            for (CallbackEvent event : turn.events()) {
                told = RoundRetelling.after(told, event, "e", turn.at(), SHANGHAI);
            }
        }
        assertThat(RoundStanding.filled(told, said.after())).isEqualTo(said.after());
    }

    private static Round round(Channel channel) {
        return round(channel, Nature.HELP, "u-community-1", "p-1");
    }

    private static Round round(Channel channel, Nature nature, String unit, String... residents) {
        return RoundOpening.open(
                        "c",
                        new CallbackRequested("c.1", List.of(residents), unit, channel, OPENED),
                        new Story("c").summary(CaseState.PENDING_CALLBACK),
                        nature,
                        Story.HANDLER,
                        OPENED)
                .round();
    }

    private static Instant hours(int hours) {
        return OPENED.plus(Duration.ofHours(hours));
    }

    private static Outcome answer(boolean settled, Grade grade) {
        return new Outcome("said", null, true, settled, grade, null, null);
    }

    private static Outcome missed(String id) {
        return new Outcome(id, null, false, null, null, null, null);
    }

    private static Changed changed(Round round, Outcome outcome, Actor by, Mode mode, Instant at) {
        return (Changed) RoundDecider.decide(round, outcome, new Asking(by, at, SHANGHAI, "f" + outcome.id(), mode));
    }

    private static @Nullable String refusal(Round round, Actor by) {
        return RoundDecider.decide(
                                round,
                                answer(true, Grade.SATISFIED),
                                new Asking(by, hours(1), SHANGHAI, "f", Mode.VISIT))
                        instanceof NotAllowed(var why)
                ? why.code()
                : null;
    }
}
