package io.wangge.ledger.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.callback.CallbackEvent.AttemptFailed;
import io.wangge.contracts.callback.CallbackEvent.RoundAbandoned;
import io.wangge.contracts.callback.CallbackEvent.RoundAnswered;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent.CallbackRequested;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.ledger.Story;
import io.wangge.ledger.callback.RoundDecision.Changed;
import io.wangge.ledger.callback.RoundDecision.NotAllowed;
import io.wangge.ledger.callback.RoundDecision.Repeated;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundDeciderTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Actor CLERK = Actor.staff("s-callback-clerk-1", "u-street-1");
    private static final Instant OPENED = Story.START;

    private final Round open = RoundOpening.open(
                    "c",
                    new CallbackRequested("c.1", List.of("p-1"), "u-community-1", Channel.GRID_WORKER, OPENED),
                    new Story("c").summary(CaseState.PENDING_CALLBACK),
                    null,
                    Story.HANDLER,
                    OPENED)
            .round();

    @Test
    void aSettledAndSatisfiedAnswerEndsTheRound() {
        Changed changed = changed(open, answer("1", true, Grade.SATISFIED, null), hours(1));

        assertThat(changed.events())
                .containsExactly(new RoundAnswered("c.1", "c", CLERK, true, true, Grade.SATISFIED, null, null));
        assertThat(changed.after().state()).isEqualTo(Round.State.ANSWERED);
        assertThat(changed.at()).isEqualTo(hours(1));
    }

    @ParameterizedTest
    @EnumSource(Grade.class)
    void notSettledNeedsAWordOnTheFaultWhateverTheGrade(Grade grade) {
        assertThat(refusal(open, answer("1", false, grade, null))).isEqualTo("fault-not-judged");
        assertThat(changed(open, answer("1", false, grade, true), hours(1)).events())
                .containsExactly(new RoundAnswered("c.1", "c", CLERK, true, false, grade, true, null));
    }

    @Test
    void unsatisfiedNeedsAWordOnTheFault() {
        assertThat(refusal(open, answer("1", true, Grade.UNSATISFIED, null))).isEqualTo("fault-not-judged");
        assertThat(changed(open, answer("1", true, Grade.UNSATISFIED, false), hours(1))
                        .events())
                .containsExactly(new RoundAnswered("c.1", "c", CLERK, true, true, Grade.UNSATISFIED, false, null));
    }

    @Test
    void aFaultNamedForAContentResidentIsNotPassedOn() {
        assertThat(changed(open, answer("1", true, Grade.FAIR, true), hours(1)).events())
                .containsExactly(new RoundAnswered("c.1", "c", CLERK, true, true, Grade.FAIR, null, null));
    }

    @Test
    void whoeverWasReachedWasAskedBoth() {
        assertThat(refusal(open, answer("1", null, Grade.SATISFIED, null))).isEqualTo("invalid-field");
        assertThat(refusal(open, answer("1", true, null, null))).isEqualTo("invalid-field");
    }

    @Test
    void aFailedAttemptIsRecordedAndTheRoundStaysOpen() {
        Changed changed = changed(open, unreached("1"), hours(1));

        assertThat(changed.events()).containsExactly(new AttemptFailed("c.1", "c", CLERK, 1, null, null));
        assertThat(changed.after().state()).isEqualTo(Round.State.OPEN);
    }

    @Test
    void threeFailedAttemptsOnDifferentDaysEndItAsUnreachable() {
        Round twice = changed(changed(open, unreached("1"), hours(1)).after(), unreached("2"), hours(25))
                .after();
        Changed third = changed(twice, unreached("3"), hours(49));

        assertThat(third.events())
                .containsExactly(
                        new AttemptFailed("c.1", "c", CLERK, 3, null, null),
                        new RoundAnswered("c.1", "c", CLERK, false, null, null, null, null));
        assertThat(third.after().state()).isEqualTo(Round.State.ANSWERED);
    }

    @Test
    void severalAttemptsOfOneDayCountOnce() {
        Round round = open;
        for (int i = 1; i <= 5; i++) {
            round = changed(round, unreached("a" + i), OPENED.plusSeconds(i)).after();
        }
        round = changed(round, unreached("b"), hours(25)).after();

        assertThat(round.state()).isEqualTo(Round.State.OPEN);
        assertThat(round.daysTried("p-1")).isEqualTo(2);
    }

    @Test
    void aDayIsADayWhereTheResidentLives() {
        // 23:30 and 00:30 in Shanghai lie on one day in London.
        Instant beforeMidnight = Instant.parse("2026-03-02T15:30:00Z");
        Round once = changed(open, unreached("1"), beforeMidnight).after();
        Round twice = changed(once, unreached("2"), beforeMidnight.plus(Duration.ofHours(1)))
                .after();

        assertThat(twice.daysTried("p-1")).isEqualTo(2);
    }

    @Test
    void theDoerDoesNotAsk() {
        RoundDecision decision = RoundDecider.decide(
                open, answer("1", true, Grade.SATISFIED, null), new Asking(Story.HANDLER, hours(1), SHANGHAI, "f"));

        assertThat(((NotAllowed) decision).why().code()).isEqualTo("doer-cannot-ask");
    }

    @Test
    void anEndedRoundTakesNoOtherOutcome() {
        Round answered =
                changed(open, answer("1", true, Grade.FAIR, null), hours(1)).after();
        Round abandoned = RoundOpening.abandon(open, "case-moved-on", hours(1)).round();

        assertThat(refusal(answered, answer("2", true, Grade.FAIR, null))).isEqualTo("round-ended");
        assertThat(refusal(abandoned, unreached("2"))).isEqualTo("round-ended");
    }

    @Test
    void aRepeatIsKnownByItsIdAndAnotherContentUnderItIsRefused() {
        Round answered =
                changed(open, answer("1", true, Grade.FAIR, null), hours(1)).after();
        Round tried = changed(open, unreached("1"), hours(1)).after();

        for (Round round : List.of(answered, tried)) {
            assertThat(RoundDecider.decide(round, unreached("1"), asking(hours(2), "f1")))
                    .isEqualTo(new Repeated());
            assertThat(((NotAllowed) RoundDecider.decide(round, unreached("1"), asking(hours(2), "other")))
                            .why()
                            .code())
                    .isEqualTo("same-id-other-content");
        }
    }

    @Test
    void attemptsHaveALimit() {
        Round round = open;
        for (int i = 0; i < RoundDecider.MOST_ATTEMPTS; i++) {
            round = changed(round, unreached("a" + i), OPENED.plusSeconds(i)).after();
        }

        assertThat(refusal(round, unreached("last"))).isEqualTo("too-many-attempts");
        assertThat(changed(round, answer("last", true, Grade.FAIR, null), hours(1))
                        .after()
                        .state())
                .isEqualTo(Round.State.ANSWERED);
    }

    @Test
    void eventTimeNeverRunsBackwards() {
        Instant before = OPENED.minusSeconds(60);

        assertThat(changed(open, unreached("1"), before).at()).isEqualTo(OPENED);
        assertThat(RoundOpening.abandon(open, "case-moved-on", before).at()).isEqualTo(OPENED);
    }

    @Test
    void aRoundIsAbandonedWithTheReason() {
        RoundOpening.Turn turn = RoundOpening.abandon(open, "case-moved-on", hours(2));

        assertThat(turn.event()).isEqualTo(new RoundAbandoned("c.1", "c", "case-moved-on"));
        assertThat(turn.round().state()).isEqualTo(Round.State.ABANDONED);
    }

    private static Instant hours(int hours) {
        return OPENED.plus(Duration.ofHours(hours));
    }

    private static Asking asking(Instant now, String fingerprint) {
        return new Asking(CLERK, now, SHANGHAI, fingerprint);
    }

    private static Outcome answer(String id, Boolean settled, Grade grade, Boolean unitAtFault) {
        return new Outcome(id, null, true, settled, grade, unitAtFault, null);
    }

    private static Outcome unreached(String id) {
        return new Outcome(id, null, false, null, null, null, null);
    }

    private static Changed changed(Round round, Outcome outcome, Instant now) {
        return (Changed) RoundDecider.decide(round, outcome, asking(now, "f" + outcome.id()));
    }

    private static String refusal(Round round, Outcome outcome) {
        return ((NotAllowed) RoundDecider.decide(round, outcome, asking(hours(3), "f" + outcome.id())))
                .why()
                .code();
    }
}
