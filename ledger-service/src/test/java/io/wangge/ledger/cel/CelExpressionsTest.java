package io.wangge.ledger.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wangge.ledger.score.Expression;
import io.wangge.ledger.score.ExpressionCompiler.BrokenExpression;
import io.wangge.ledger.score.FigureNames;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelExpressionsTest {
    private static final Map<String, BigDecimal> VALUES = Map.of(
            "on_time_rate", new BigDecimal("0.7582"),
            "due", new BigDecimal("972"),
            "closed", new BigDecimal("911"),
            "reopened", BigDecimal.ZERO);

    private final CelExpressions compiler = new CelExpressions();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "on_time_rate * 100 ; 75.82",
                "100 * on_time_rate ; 75.82",
                "0.1 + 0.2 ; 0.3",
                "7 / 2 ; 3.5",
                "-3 + 1 ; -2",
                "-(closed - due) ; 61",
                "min(closed, 900) + max(1, 2.5) ; 902.5",
                "due > 0 ? closed / due * 972 : 1 ; 911",
                "reopened > 0 ? 1 / reopened : 7 ; 7",
                "due >= 972 && !(closed == due) || reopened != 0 ? 1 : 0 ; 1"
            })
    void countsInDecimals(String text, BigDecimal expected) throws Exception {
        assertThat(compile(text).of(VALUES))
                .hasValueSatisfying(value -> assertThat(value)
                        .isCloseTo(expected, org.assertj.core.data.Offset.offset(new BigDecimal("1E-30"))));
    }

    @Test
    void tenTenthsAreOneNotNearlyOne() throws Exception {
        String tenths = "0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1";

        assertThat(compile(tenths).of(VALUES).orElseThrow()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"closed / reopened", "satisfaction_rate * 100", "min(satisfaction_rate, 1)", "1 / (due - 972)"})
    void whatDividesByZeroOrLacksAFigureHasNoValue(String text) throws Exception {
        assertThat(compile(text).of(VALUES)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed / 0", "closed / 0.0", "1 / (2 - 2)", "due > 0 ? 1 / (1 - 1) : 1", "1 / (1 / 0)"})
    void aConstantDivisionByZeroIsRefused(String text) {
        assertThat(broken(text).code()).isEqualTo("divides-by-zero");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "on_time_rate *",
                "happiness * 100",
                "due > 0",
                "'text'",
                "due + 'a'",
                "true",
                "[1, 2]",
                "[1].map(x, x)",
                "closed.exists(x, x > 1)",
                "size('a')",
                "due ? 1 : 2",
                "1e400",
                "closed % 2",
                "timestamp('2026-01-01T00:00:00Z')",
                "3u"
            })
    void whatIsNoNumberOverFiguresIsRefused(String text) {
        assertThat(broken(text).code()).isEqualTo("not-an-expression");
    }

    @Test
    void aFaultSaysWhere() {
        BrokenExpression broken = broken("100 * happiness");

        assertThat(broken.column()).isEqualTo(7);
        assertThat(broken).hasMessageContaining("happiness");
    }

    @Test
    void whatIsTooLongOrTooDeepIsRefusedBeforeItIsRead() {
        assertThat(broken("1 + ".repeat(400) + "1").code()).isEqualTo("not-an-expression");
        assertThat(broken("(".repeat(200) + "1" + ")".repeat(200)).code()).isEqualTo("not-an-expression");
    }

    @Test
    void saysWhichFiguresItAsksFor() throws Exception {
        assertThat(compile("due > 0 ? closed / due : 1").figures()).containsExactlyInAnyOrder("due", "closed");
    }

    private Expression compile(String text) throws BrokenExpression {
        return compiler.compile(text, FigureNames.known());
    }

    private BrokenExpression broken(String text) {
        return catchThrowableOfType(BrokenExpression.class, () -> compile(text));
    }
}
