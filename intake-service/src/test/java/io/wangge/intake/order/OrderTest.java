package io.wangge.intake.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.intake.SomeStandings;
import io.wangge.intake.order.Order.Answer;
import io.wangge.intake.order.Order.Outcome;
import io.wangge.intake.report.CaseStanding;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void the_earlier_of_both_limits_counts() {
        Order order = order(NOON, List.of());

        assertThat(order.dueAt(NOON.plusSeconds(60))).isEqualTo(NOON);
        assertThat(order.dueAt(NOON.minusSeconds(60))).isEqualTo(NOON.minusSeconds(60));
        assertThat(order.dueAt(null)).isEqualTo(NOON);
        assertThat(order(null, List.of()).dueAt(NOON)).isEqualTo(NOON);
        assertThat(order(null, List.of()).isLate(null, NOON)).isFalse();
    }

    @Test
    void an_answer_in_time_stays_in_time() {
        Order answered = order(NOON, List.of(answer("a", Outcome.SETTLED, NOON.minusSeconds(1))));

        assertThat(answered.isLate(null, NOON.plusSeconds(9999))).isFalse();
        assertThat(order(NOON, List.of(answer("a", Outcome.RECORDED, NOON.minusSeconds(1))))
                        .isLate(null, NOON.plusSeconds(1)))
                .isTrue();
    }

    @Test
    void the_same_number_is_the_same_report() {
        assertThat(Order.reportIdOf("city-12345", "7")).isEqualTo(Order.reportIdOf("city-12345", "7"));
        assertThat(Order.reportIdOf("city-12345", "7")).isNotEqualTo(Order.reportIdOf("province", "7"));
    }

    @Test
    void nothing_is_told_as_settled_that_is_open_here() {
        Order order = order(NOON, List.of());

        assertThat(OrderRules.refusal(order, answer("a", Outcome.SETTLED, NOON), standing(CaseState.IN_PROGRESS)))
                .map(Refused::code)
                .contains(OrderRules.CASE_OPEN);
        assertThat(OrderRules.refusal(order, answer("a", Outcome.SETTLED, NOON), standing(CaseState.CLOSED)))
                .isEmpty();
        assertThat(OrderRules.refusal(order, answer("a", Outcome.NEEDS_SUPERIOR, NOON), null))
                .isEmpty();
    }

    @Test
    void after_the_last_answer_there_is_none() {
        Order over = order(NOON, List.of(answer("a", Outcome.NEEDS_SUPERIOR, NOON)));

        assertThat(OrderRules.refusal(over, answer("b", Outcome.RECORDED, NOON), null))
                .map(Refused::code)
                .contains(OrderRules.ANSWERED);
    }

    private static Order order(Instant answerBy, List<Answer> answers) {
        return new Order("city-12345", "7", "report", answerBy, "staff-1", NOON.minusSeconds(600), answers);
    }

    private static Answer answer(String id, Outcome outcome, Instant at) {
        return new Answer(id, outcome, true, true, null, "已处理", "staff-1", at);
    }

    private static CaseStanding standing(CaseState state) {
        return SomeStandings.of(state, 1, NOON);
    }
}
