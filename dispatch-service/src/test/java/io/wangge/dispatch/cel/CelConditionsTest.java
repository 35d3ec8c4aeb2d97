package io.wangge.dispatch.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.report.Channel;
import io.wangge.dispatch.routing.BrokenRuleBook;
import io.wangge.dispatch.routing.CompiledRuleBook;
import io.wangge.dispatch.routing.ConditionCompiler.BrokenCondition;
import io.wangge.dispatch.routing.RouteQuestion;
import io.wangge.dispatch.routing.Rule;
import io.wangge.dispatch.routing.RuleBook;
import io.wangge.dispatch.routing.RuleOutcome;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CelConditionsTest {
    private static final RuleOutcome AS_USUAL = new RuleOutcome(null, null, false);

    private static final RouteQuestion NOISE_AT_NIGHT = new RouteQuestion(
            "0507",
            "05",
            "EVENT",
            "small",
            "COMMUNITY",
            "公安",
            "990100001001001",
            List.of("990100", "990100001", "990100001001", "990100001001001"),
            Map.of("DISTRICT", "990100", "STREET", "990100001"),
            Urgency.NORMAL,
            Channel.HOTLINE,
            null,
            23 * 60 + 30,
            6,
            true,
            false,
            "楼下烧烤摊半夜还在放音乐");

    private final CelConditions conditions = new CelConditions();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "category == '0507'",
                "category in ['0104', '0507']",
                "classCode == '05' && night && !workday",
                "lead == '公安' && scale == 'small' && usualLevel == 'COMMUNITY'",
                "'990100001' in gridPath && grid.startsWith('990100')",
                "urgency != 'EMERGENCY' && channel == 'HOTLINE' && nature == ''",
                "gridPath.exists(unit, unit == '990100001001')",
                "minute >= 23 * 60 && weekday == 6 && itemKind == 'EVENT'",
                "units['STREET'] == '990100001' && !('COMMUNITY' in units)",
                "text.contains('烧烤') && text.matches('.*半夜.*')",
            })
    void a_condition_asks_about_the_matter(String condition) {
        assertThat(conditions.compile(condition).test(NOISE_AT_NIGHT)).isTrue();
        assertThat(conditions.compile("!(" + condition + ")").test(NOISE_AT_NIGHT))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "category =", "categroy == '0507'", "category", "night == 'yes'", "category + 1 == '2'"})
    void what_is_no_condition_is_refused_before_it_is_used(String condition) {
        assertThatThrownBy(() -> conditions.compile(condition))
                .isInstanceOf(BrokenCondition.class)
                .hasMessageContaining("ERROR");
    }

    @Test
    void a_condition_that_cannot_be_worked_out_says_so() {
        assertThatThrownBy(() -> conditions.compile("gridPath[9] == 'x'").test(NOISE_AT_NIGHT))
                .isInstanceOf(BrokenCondition.class);
    }

    @Test
    void what_is_too_long_or_too_deep_is_refused_before_it_is_used() {
        assertThatThrownBy(() -> conditions.compile("category == '" + "1".repeat(2_000) + "'"))
                .isInstanceOf(BrokenCondition.class);
        assertThatThrownBy(() -> conditions.compile("(".repeat(100) + "true" + ")".repeat(100)))
                .isInstanceOf(BrokenCondition.class);
    }

    @Test
    void what_goes_round_too_often_ends() {
        String round = "gridPath.all(%s, ";
        StringBuilder nested = new StringBuilder();
        for (char variable = 'a'; variable < 'a' + 12; variable++) {
            nested.append(round.formatted(variable));
        }
        Predicate<RouteQuestion> condition = conditions.compile(nested + "true" + ")".repeat(12));

        assertThatThrownBy(() -> condition.test(NOISE_AT_NIGHT))
                .as("16 million rounds")
                .isInstanceOf(BrokenCondition.class);
    }

    @Test
    void a_broken_rule_book_is_refused_as_a_whole_with_the_rule_and_the_compilers_words() {
        RuleBook book = new RuleBook(
                3,
                List.of(
                        new Rule("good", "好的", "true", AS_USUAL),
                        new Rule("bad", "写错的", "categroy == '0507'", AS_USUAL)));

        assertThatThrownBy(() -> CompiledRuleBook.compile(book, conditions))
                .isInstanceOfSatisfying(
                        BrokenRuleBook.class,
                        broken -> assertThat(broken.ruleId()).isEqualTo("bad"))
                .hasMessageContaining("categroy");
    }

    @Test
    void an_id_that_stands_twice_is_refused() {
        Rule rule = new Rule("twice", "重复", "true", AS_USUAL);

        assertThatThrownBy(() -> CompiledRuleBook.compile(new RuleBook(3, List.of(rule, rule)), conditions))
                .hasMessageContaining("twice");
    }
}
