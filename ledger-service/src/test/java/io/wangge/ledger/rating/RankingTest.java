package io.wangge.ledger.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.callback.Grade;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final Standing STEADY = new Standing("s-1", Map.of(Grade.SATISFIED, 5L));
    private static final Standing MIXED = new Standing("s-2", Map.of(Grade.VERY_SATISFIED, 4L, Grade.UNSATISFIED, 1L));
    private static final Standing ONE_FRIEND = new Standing("s-3", Map.of(Grade.VERY_SATISFIED, 1L));

    @Test
    void thePointsAreTheMeanOfTheFourGrades() {
        assertThat(MIXED.hundredths()).isEqualTo(80_00);
        assertThat(new Standing("x", Map.of(Grade.FAIR, 2L, Grade.SATISFIED, 1L)).hundredths())
                .isEqualTo(66_66);
        assertThat(new Standing("x", Map.of()).hundredths()).isZero();
    }

    @Test
    void theBestComesFirstAndTheStarNeedsMoreThanOneFriend() {
        Ranking ranking = Ranking.of(List.of(MIXED, STEADY, ONE_FRIEND));

        assertThat(ranking.standings()).containsExactly(ONE_FRIEND, STEADY, MIXED);
        assertThat(ranking.star()).contains(STEADY);
        assertThat(Ranking.of(List.of(ONE_FRIEND)).star()).isEmpty();
    }
}
