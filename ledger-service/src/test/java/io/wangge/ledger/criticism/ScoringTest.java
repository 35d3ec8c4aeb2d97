package io.wangge.ledger.criticism;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.criticism.AwardEvent.Recipient;
import io.wangge.contracts.criticism.ScoringEvent.Candidate;
import io.wangge.contracts.criticism.ScoringEvent.CandidateKind;
import io.wangge.contracts.criticism.ScoringEvent.Result;
import io.wangge.contracts.criticism.ScoringEvent.ScoringNoticed;
import io.wangge.ledger.records.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant OPENS = NOW.plus(Duration.ofDays(7));
    private static final Instant CLOSES = OPENS.plus(Duration.ofHours(3));
    private static final Actor BY = Actor.staff("s-inspector-1", "u-district");
    private static final List<String> JUDGES =
            IntStream.rangeClosed(1, 10).mapToObj(n -> "j-" + n).toList();
    private static final ScoringRules RULES = new ScoringRules(Duration.ofDays(7), 10, 0, 100, true);
    private static final Map<String, Integer> BALLOT = Map.of("case-1", 90, "u-1", 80);

    @Test
    void a_round_is_announced_a_week_before_with_ten_judges_named_once() {
        assertThat(RULES.whyNot(notice(OPENS, CLOSES, JUDGES), NOW)).isEmpty();
        assertThat(codeOf(RULES.whyNot(notice(OPENS.minusMillis(1), CLOSES, JUDGES), NOW)))
                .isEqualTo("notice-too-short");
        assertThat(codeOf(RULES.whyNot(notice(OPENS, OPENS, JUDGES), NOW))).isEqualTo("closes-before-it-opens");
        assertThat(codeOf(RULES.whyNot(notice(OPENS, CLOSES, JUDGES.subList(0, 9)), NOW)))
                .isEqualTo("wrong-number-of-judges");
        List<String> twice = java.util.stream.Stream.concat(JUDGES.stream().limit(9), java.util.stream.Stream.of("j-1"))
                .toList();
        assertThat(codeOf(RULES.whyNot(notice(OPENS, CLOSES, twice), NOW))).isEqualTo("wrong-number-of-judges");
    }

    @Test
    void a_ballot_is_taken_from_a_judge_in_time_whole_and_within_the_range() {
        Scoring scoring = scoring();
        assertThat(scoring.state(NOW)).isEqualTo(Scoring.State.NOTICED);
        assertThat(scoring.state(OPENS)).isEqualTo(Scoring.State.OPEN);
        assertThat(scoring.whyNot("j-1", BALLOT, OPENS)).isEmpty();
        assertThat(codeOf(scoring.whyNot("stranger", BALLOT, OPENS))).isEqualTo("not-a-judge");
        assertThat(codeOf(scoring.whyNot("j-1", BALLOT, OPENS.minusMillis(1)))).isEqualTo("scoring-not-open");
        assertThat(codeOf(scoring.whyNot("j-1", BALLOT, CLOSES))).isEqualTo("scoring-over");
        assertThat(codeOf(scoring.whyNot("j-1", Map.of("case-1", 90), OPENS))).isEqualTo("ballot-not-whole");
        assertThat(codeOf(scoring.whyNot("j-1", Map.of("case-1", 90, "u-1", 80, "u-2", 1), OPENS)))
                .isEqualTo("ballot-not-whole");
        assertThat(codeOf(scoring.whyNot("j-1", Map.of("case-1", 101, "u-1", 80), OPENS)))
                .isEqualTo("score-out-of-range");
        assertThat(codeOf(scoring.whyNot("j-1", Map.of("case-1", -1, "u-1", 80), OPENS)))
                .isEqualTo("score-out-of-range");
    }

    @Test
    void it_is_counted_when_everybody_has_scored_or_the_time_is_over() {
        assertThat(codeOf(scoring().whyNotOver(9, CLOSES.minusMillis(1)))).isEqualTo("scoring-still-open");
        assertThat(scoring().whyNotOver(10, CLOSES.minusMillis(1))).isEmpty();
        assertThat(scoring().whyNotOver(0, CLOSES)).isEmpty();
    }

    @Test
    void the_highest_and_the_lowest_score_are_left_out_of_the_mean_and_not_of_the_counts() {
        List<Map<String, Integer>> ballots = List.of(
                Map.of("case-1", 100, "u-1", 70),
                Map.of("case-1", 90, "u-1", 80),
                Map.of("case-1", 85, "u-1", 80),
                Map.of("case-1", 0, "u-1", 81));

        List<Result> results = closed(ballots).results();

        assertThat(results).isNotNull();
        assertThat(results).extracting(Result::candidateId).containsExactly("case-1", "u-1");
        assertThat(results).extracting(Result::mean).containsExactly("87.50", "80.00");
        assertThat(results.getFirst().scores()).hasSize(4);
        assertThat(results.getFirst().ballots()).isEqualTo(4);
    }

    @Test
    void with_two_ballots_nothing_is_left_out_and_without_any_nobody_wins() {
        assertThat(closed(List.of(BALLOT, Map.of("case-1", 91, "u-1", 80))).results())
                .extracting(Result::mean)
                .containsExactly("90.50", "80.00");
        assertThat(Prizes.of(closed(List.of()), CLOSES)).isEmpty();
    }

    @Test
    void prizes_follow_from_the_result_and_are_the_same_whenever_they_are_worked_out() {
        Scoring closed = closed(List.of(BALLOT));
        List<Award> prizes = Prizes.of(closed, CLOSES);

        assertThat(prizes).extracting(Award::amountFen).containsExactly(50_000L, 30_050L);
        assertThat(prizes).extracting(Award::recipient).containsExactly(Recipient.CRITIC, Recipient.UNIT);
        assertThat(prizes).extracting(Award::caseId).containsExactly("case-1", null);
        assertThat(Prizes.of(closed, CLOSES)).isEqualTo(prizes);
        assertThat(Prizes.of(closed(List.of(Map.of("case-1", 80, "u-1", 80))), CLOSES))
                .as("equal ones share the first place")
                .extracting(Award::amountFen)
                .containsExactly(50_000L, 50_000L);
    }

    @Test
    void an_award_is_paid_once_and_revoked_once_and_never_changed() {
        Award award = Prizes.of(closed(List.of(BALLOT)), CLOSES).getFirst();
        LocalDate day = LocalDate.of(2026, 12, 1);
        Award paid = next(award.pay(day, BY, CLOSES));

        assertThat(paid.pay(day, BY, CLOSES)).isInstanceOf(Turn.Repeated.class);
        assertThat(refusal(paid.pay(day.plusDays(1), BY, CLOSES))).isEqualTo("award-paid-already");
        Award revoked = next(award.revoke("重复", BY, CLOSES));
        assertThat(refusal(revoked.pay(day, BY, CLOSES))).isEqualTo("award-revoked");
        assertThat(revoked.revoke("重复", BY, CLOSES)).isInstanceOf(Turn.Repeated.class);
        assertThat(refusal(revoked.revoke("别的理由", BY, CLOSES))).isEqualTo("revoked-already");
        assertThat(next(paid.revoke("冒领", BY, CLOSES)).paidOn()).isEqualTo(day);
    }

    @Test
    void the_month_has_its_rhythm() {
        Rhythm rhythm = Rhythm.of(YearMonth.of(2026, 11));
        assertThat(rhythm.step(LocalDate.of(2026, 11, 5)))
                .isEqualTo(new Rhythm.Step("COLLECT", LocalDate.of(2026, 11, 5)));
        assertThat(rhythm.step(LocalDate.of(2026, 11, 6)))
                .isEqualTo(new Rhythm.Step("SORT", LocalDate.of(2026, 11, 10)));
        assertThat(rhythm.step(LocalDate.of(2026, 11, 11)))
                .isEqualTo(new Rhythm.Step("CONSULT", LocalDate.of(2026, 11, 15)));
    }

    private static ScoringNoticed notice(Instant opens, Instant closes, List<String> judges) {
        return new ScoringNoticed(
                "r-1",
                "下半年评议",
                opens,
                closes,
                List.of("群众代表"),
                List.of("纪检监察办"),
                judges,
                List.of(
                        new Candidate("case-1", CandidateKind.CASE, "反复开挖"),
                        new Candidate("u-1", CandidateKind.UNIT, "望江社区")),
                0,
                100,
                true,
                List.of(50_000L, 30_050L),
                BY);
    }

    private static Scoring scoring() {
        return new Scoring("r-1", notice(OPENS, CLOSES, JUDGES), List.of("u-d"), NOW, List.of(), null, NOW, "f");
    }

    private static Scoring closed(List<Map<String, Integer>> ballots) {
        return next(scoring().close(new BallotBox.Counted(JUDGES, ballots), BY, CLOSES));
    }

    private static <T> T next(Turn<T> turn) {
        assertThat(turn).isInstanceOf(Turn.Next.class);
        return ((Turn.Next<T>) turn).after();
    }

    private static String refusal(Turn<?> turn) {
        return ((Turn.No<?>) turn).why().code();
    }

    private static String codeOf(Optional<Refused> refused) {
        return refused.map(Refused::code).orElse("allowed");
    }
}
