package io.wangge.ledger.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.ledger.cel.CelExpressions;
import io.wangge.ledger.files.UsualFormulae;
import io.wangge.ledger.score.FormulaLine.Deduction;
import io.wangge.ledger.score.FormulaLine.Missing;
import io.wangge.ledger.score.Scoring.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static final CelExpressions CEL = new CelExpressions();
    private static final Unit UNIT = new Unit("s1", "望江街道", "Wangjiang", List.of("d", "s1"));
    /** Tianmen, December 2016. */
    private static final Map<String, BigDecimal> TIANMEN = Map.of(
            "on_time_rate", new BigDecimal("0.7582"),
            "closing_rate", new BigDecimal("0.9372"),
            "overdue_open", new BigDecimal("61"),
            "reopened", new BigDecimal("3"));

    @Test
    void pointsAreWeightedAndAddUpToTheCent() {
        UnitScore score = score(
                List.of(
                        line("a", "on_time_rate * 100", 65, Missing.ZERO),
                        line("b", "closing_rate * 100", 35, Missing.ZERO)),
                TIANMEN);

        assertThat(score.lines().get(0).points()).isEqualByComparingTo("75.82");
        assertThat(score.lines().get(0).earned()).isEqualTo(new BigDecimal("49.28"));
        assertThat(score.lines().get(1).earned()).isEqualTo(new BigDecimal("32.80"));
        assertThat(score.total()).isEqualTo(new BigDecimal("82.08"));
        assertThat(score.figures()).containsOnlyKeys("on_time_rate", "closing_rate");
    }

    @Test
    void deductionsStopAtTheFloorAndPointsAtTheCap() {
        FormulaLine steep = new FormulaLine(
                "a",
                "按期",
                "On time",
                "on_time_rate * 100",
                num("50"),
                num("100"),
                num("20"),
                num("100"),
                Missing.ZERO,
                List.of(
                        new Deduction("超期", "Overdue", "overdue_open", num("2")),
                        new Deduction("重启", "Reopened", "reopened", num("0.5")),
                        new Deduction("无", "None", "reopened - 3", num("9"))));
        FormulaLine generous = new FormulaLine(
                "b",
                "结案",
                "Closed",
                "closing_rate * 200",
                num("50"),
                num("100"),
                num("0"),
                num("110"),
                Missing.ZERO,
                List.of());

        UnitScore score = score(List.of(steep, generous), TIANMEN);

        assertThat(score.lines().get(0).off())
                .extracting(LineScore.Off::points)
                .containsExactly(num("122.00"), num("1.50"));
        assertThat(score.lines().get(0).points()).isEqualByComparingTo("20");
        assertThat(score.lines().get(1).points()).isEqualByComparingTo("110");
        assertThat(score.total()).isEqualByComparingTo("65");
    }

    @Test
    void whatCannotBeComputedCountsAsTheFormulaSays() {
        FormulaLine known = line("a", "on_time_rate * 100", 50, Missing.ZERO);

        UnitScore full = score(List.of(known, line("b", "satisfaction_rate * 100", 50, Missing.FULL)), TIANMEN);
        UnitScore zero = score(List.of(known, line("b", "1 / (reopened - 3)", 50, Missing.ZERO)), TIANMEN);
        UnitScore out = score(List.of(known, line("b", "satisfaction_rate * 100", 50, Missing.LEFT_OUT)), TIANMEN);

        assertThat(full.total()).isEqualByComparingTo("87.91");
        assertThat(zero.total()).isEqualByComparingTo("37.91");
        assertThat(out.total()).isEqualByComparingTo("75.82");
        assertThat(out.lines().get(1).computed()).isFalse();
        assertThat(out.lines().get(1).points()).isNull();
    }

    @Test
    void aMonthInWhichNothingCanBeComputedHasNoTotalAndNoRank() {
        UnitScore nothing = score(List.of(line("a", "satisfaction_rate", 100, Missing.FULL)), Map.of());

        assertThat(nothing.total()).isNull();
        assertThat(Scoring.ranked(List.of(nothing)).getFirst().rank()).isZero();
    }

    @Test
    void equalsShareARank() {
        List<UnitScore> scores = new ArrayList<>();
        for (String rate : new String[] {"0.9", "0.8", "0.9", "0.7"}) {
            Unit unit = new Unit("u" + scores.size(), "单位", "Unit", List.of("d", "u" + scores.size()));
            scores.add(new Scoring(formula(List.of(line("a", "on_time_rate * 100", 100, Missing.ZERO))), CEL)
                    .score(unit, Map.of("on_time_rate", num(rate)), List.of()));
        }

        List<UnitScore> ranked = Scoring.ranked(scores);

        assertThat(ranked).extracting(UnitScore::unitId).containsExactly("u0", "u2", "u1", "u3");
        assertThat(ranked).extracting(UnitScore::rank).containsExactly(1, 1, 3, 4);
    }

    @Test
    void theBuiltInFormulaeHaveNoFault() {
        for (Formula formula : UsualFormulae.read()) {
            assertThat(faults(formula)).as(formula.id()).isEmpty();
        }
    }

    @Test
    void everyFaultIsNamedWithItsPlace() {
        Formula broken = new Formula(
                "Bad Id",
                "",
                "x",
                "VILLAGE",
                null,
                null,
                900,
                List.of(
                        line("a", "on_time_rate *", 50, Missing.ZERO),
                        line("a", "closed / 0", 60, Missing.ZERO),
                        new FormulaLine(
                                "c",
                                "丙",
                                "C",
                                "1",
                                num("0"),
                                num("0"),
                                num("5"),
                                num("1.23456"),
                                Missing.ZERO,
                                List.of(new Deduction("丁", "D", "happiness", num("0"))))));

        assertThat(faults(broken))
                .extracting(fault -> fault.place().replaceAll("@.*", "") + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "id bad-id",
                        "zh required",
                        "level unknown-level",
                        "appealDays out-of-range",
                        "lines weights-not-100",
                        "lines[0].expression not-an-expression",
                        "lines[1].code twice",
                        "lines[1].expression divides-by-zero",
                        "lines[2].weight out-of-range",
                        "lines[2].fullMarks out-of-range",
                        "lines[2].cap out-of-range",
                        "lines[2].floor floor-above-cap",
                        "lines[2].deductions[0].points out-of-range",
                        "lines[2].deductions[0].per not-an-expression");
    }

    @Test
    void aFormulaOfStaffAsksOnlyForWhatIsKeptByWorker() {
        Formula ofStaff = new Formula(
                "w",
                "网格员",
                "Workers",
                null,
                null,
                "GRID_WORKER",
                0,
                List.of(line("a", "closing_time_median", 50, Missing.ZERO), line("b", "reported", 50, Missing.ZERO)));
        Formula both = new Formula(
                "w", "网格员", "Workers", "STREET", null, "KING", 0, List.of(line("b", "reported", 100, Missing.ZERO)));

        assertThat(faults(ofStaff)).extracting(FormulaFault::place).containsExactly("lines[0].expression@1");
        assertThat(faults(both)).extracting(FormulaFault::code).containsExactly("one-of-three", "unknown-role");
    }

    private static List<FormulaFault> faults(Formula formula) {
        return FormulaCheck.faults(formula, Set.of("COMMUNITY", "STREET"), Set.of("环卫"), CEL);
    }

    private static UnitScore score(List<FormulaLine> lines, Map<String, BigDecimal> values) {
        return new Scoring(formula(lines), CEL).score(UNIT, values, List.of());
    }

    private static Formula formula(List<FormulaLine> lines) {
        return new Formula("street", "考核", "Assessment", "STREET", null, null, 10, lines);
    }

    private static FormulaLine line(String code, String expression, int weight, Missing missing) {
        return new FormulaLine(
                code,
                "项",
                "Line",
                expression,
                BigDecimal.valueOf(weight),
                num("100"),
                num("0"),
                num("100"),
                missing,
                List.of());
    }

    private static BigDecimal num(String number) {
        return new BigDecimal(number);
    }
}
