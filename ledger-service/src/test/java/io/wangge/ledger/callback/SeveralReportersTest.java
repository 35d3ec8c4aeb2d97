package io.wangge.ledger.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.callback.CallbackEvent.FaultJudged;
import io.wangge.contracts.callback.CallbackEvent.ReporterAnswered;
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

/** Merged cases have several reporters; residents answer for themselves through links. */
class SeveralReportersTest {
    private static final Actor CLERK = Actor.staff("s-callback-clerk-1", "u-street-1");
    private static final Instant OPENED = Story.START;

    @Test
    void theRoundEndsWhenEverybodyAnsweredAndTheWorstGradeCounts() {
        Changed first = changed(ask(round("p-1", "p-2"), "1", "p-1", true, Grade.VERY_SATISFIED, null));
        Changed second = changed(ask(first.after(), "2", "p-2", true, Grade.FAIR, null));

        assertThat(first.after().state()).isEqualTo(Round.State.OPEN);
        assertThat(first.events()).hasSize(1).first().isInstanceOf(ReporterAnswered.class);
        assertThat(second.events().getLast())
                .isEqualTo(new RoundAnswered("c.1", "c", CLERK, true, true, Grade.FAIR, null, null));
    }

    @Test
    void oneUnsatisfiedWithFaultOutweighsAllOthers() {
        Round first = changed(ask(round("p-1", "p-2"), "1", "p-1", false, Grade.UNSATISFIED, true))
                .after();

        assertThat(changed(ask(first, "2", "p-2", true, Grade.VERY_SATISFIED, null))
                        .events()
                        .getLast())
                .isEqualTo(new RoundAnswered("c.1", "c", CLERK, true, false, Grade.UNSATISFIED, true, null));
    }

    @Test
    void whoWasNotReachedDoesNotCountBesideWhoWas() {
        Round round = round("p-1", "p-2");
        for (int day = 1; day <= 3; day++) {
            round = changed(missed(round, "m" + day, "p-1", day)).after();
        }
        assertThat(round.state()).isEqualTo(Round.State.OPEN);
        assertThat(round.stillToAsk()).containsExactly("p-2");

        assertThat(changed(ask(round, "2", "p-2", true, Grade.SATISFIED, null))
                        .events()
                        .getLast())
                .isEqualTo(new RoundAnswered("c.1", "c", CLERK, true, true, Grade.SATISFIED, null, null));
    }

    @Test
    void attemptsAtOneReporterDoNotCountForAnother() {
        Round round = round("p-1", "p-2");
        round = changed(missed(round, "a", "p-1", 1)).after();
        round = changed(missed(round, "b", "p-2", 2)).after();
        round = changed(missed(round, "c", "p-1", 3)).after();

        assertThat(round.replies()).isEmpty();
        assertThat(round.triedOn()).isEqualTo("2026-03-04");
    }

    @Test
    void withSeveralTheClerkSaysWhoWasCalled() {
        assertThat(refusal(ask(round("p-1", "p-2"), "1", null, true, Grade.FAIR, null)))
                .isEqualTo("reporter-not-named");
        assertThat(refusal(ask(round("p-1", "p-2"), "1", "p-9", true, Grade.FAIR, null)))
                .isEqualTo("reporter-unknown");
    }

    @Test
    void nobodyIsAskedTwice() {
        Round once = changed(ask(round("p-1", "p-2"), "1", "p-1", true, Grade.FAIR, null))
                .after();

        assertThat(refusal(ask(once, "2", "p-1", true, Grade.SATISFIED, null))).isEqualTo("reporter-answered");
    }

    @Test
    void aContentAnswerThroughALinkEndsTheRound() {
        Changed changed = changed(link(round("p-1"), "t", "p-1", true, Grade.SATISFIED));

        assertThat(changed.after().state()).isEqualTo(Round.State.ANSWERED);
        assertThat(changed.events()).hasSize(2);
        assertThat(changed.events().getLast())
                .isEqualTo(
                        new RoundAnswered("c.1", "c", Actor.resident("p-1"), true, true, Grade.SATISFIED, null, null));
    }

    @Test
    void anUnsatisfiedAnswerThroughALinkWaitsForAClerksWordOnTheFault() {
        Round waiting = changed(link(round("p-1"), "t", "p-1", false, Grade.UNSATISFIED))
                .after();

        assertThat(waiting.state()).isEqualTo(Round.State.OPEN);
        assertThat(waiting.toJudge()).isTrue();
        assertThat(refusal(ask(waiting, "1", null, true, Grade.SATISFIED, null)))
                .isEqualTo("reporter-answered");

        Changed judged = changed(judge(waiting, "j", true));
        assertThat(judged.events())
                .containsExactly(
                        new FaultJudged("c.1", "c", CLERK, "p-1", true, null),
                        new RoundAnswered("c.1", "c", CLERK, true, false, Grade.UNSATISFIED, true, null));
        assertThat(judge(judged.after(), "j", true)).isInstanceOf(Repeated.class);
        assertThat(refusal(judge(judged.after(), "k", false))).isEqualTo("round-ended");
    }

    @Test
    void aLinkIsGoodForOneAnswerEvenTheSame() {
        Round answered = changed(link(round("p-1", "p-2"), "t", "p-1", true, Grade.SATISFIED))
                .after();

        assertThat(refusal(link(answered, "t", "p-1", true, Grade.SATISFIED))).isEqualTo("link-used");
        assertThat(refusal(link(answered, "u", "p-1", true, Grade.FAIR))).isEqualTo("reporter-answered");
    }

    @Test
    void whatIsJudgedOrContentIsNotJudgedAgain() {
        assertThat(refusal(judge(round("p-1"), "j", true))).isEqualTo("nothing-to-judge");
    }

    private static Round round(String... residents) {
        return RoundOpening.open(
                        "c",
                        new CallbackRequested("c.1", List.of(residents), "u-community-1", Channel.GRID_WORKER, OPENED),
                        new Story("c").summary(CaseState.PENDING_CALLBACK),
                        null,
                        Story.HANDLER,
                        OPENED)
                .round();
    }

    private static Asking asking(Actor by, Instant now, String id) {
        return new Asking(by, now, ZoneId.of("Asia/Shanghai"), "f" + id);
    }

    private static RoundDecision ask(
            Round round, String id, String resident, boolean settled, Grade grade, Boolean fault) {
        return RoundDecider.decide(
                round, new Outcome(id, resident, true, settled, grade, fault, null), asking(CLERK, OPENED, id));
    }

    private static RoundDecision missed(Round round, String id, String resident, int day) {
        return RoundDecider.decide(
                round,
                new Outcome(id, resident, false, null, null, null, null),
                asking(CLERK, OPENED.plus(Duration.ofDays(day)), id));
    }

    private static RoundDecision link(Round round, String id, String resident, boolean settled, Grade grade) {
        return RoundDecider.decide(
                round,
                new LinkAnswer(id, resident, settled, grade, List.of(), null),
                asking(Actor.resident(resident), OPENED, id));
    }

    private static RoundDecision judge(Round round, String id, boolean fault) {
        return RoundDecider.decide(round, new Judgement(id, null, fault, null), asking(CLERK, OPENED, id));
    }

    private static Changed changed(RoundDecision decision) {
        return (Changed) decision;
    }

    private static String refusal(RoundDecision decision) {
        return ((NotAllowed) decision).why().code();
    }
}
