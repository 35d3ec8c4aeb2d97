package io.wangge.ledger.score;

import io.wangge.ledger.score.ExpressionCompiler.BrokenExpression;
import io.wangge.ledger.score.FormulaLine.Deduction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A formula at work: figures in, points out. The same figures give the same points to the cent. */
public final class Scoring {
    private static final int CENTS = 2;
    private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(CENTS);

    private final Formula formula;
    private final List<Line> lines = new ArrayList<>();
    private final SortedSet<String> asked = new TreeSet<>();

    private record Line(FormulaLine of, Expression expression, List<Expression> deductions) {}

    /** @throws IllegalArgumentException for a formula that the check would not have let pass */
    public Scoring(Formula formula, ExpressionCompiler compiler) {
        this.formula = formula;
        for (FormulaLine line : formula.lines()) {
            List<Expression> deductions = line.deductions().stream()
                    .map(deduction -> compiled(compiler, deduction.per()))
                    .toList();
            lines.add(new Line(line, compiled(compiler, line.expression()), deductions));
        }
        lines.forEach(line -> {
            asked.addAll(line.expression().figures());
            line.deductions().forEach(deduction -> asked.addAll(deduction.figures()));
        });
    }

    private static Expression compiled(ExpressionCompiler compiler, String text) {
        try {
            return compiler.compile(text, FigureNames.known());
        } catch (BrokenExpression e) {
            throw new IllegalArgumentException("A formula in force is broken: " + text, e);
        }
    }

    /** Whose it is. */
    public record Unit(String id, String zh, String en, List<String> path) {}

    /** @param values of all figures, by {@link FigureNames} */
    public UnitScore score(Unit unit, Map<String, BigDecimal> values, List<String> excused) {
        List<LineScore> scores =
                lines.stream().map(line -> scored(line, values)).toList();
        return new UnitScore(
                unit.id(),
                unit.zh(),
                unit.en(),
                unit.path(),
                UnitScore.only(values, asked),
                excused,
                scores,
                total(scores),
                0);
    }

    private static LineScore scored(Line line, Map<String, BigDecimal> values) {
        FormulaLine of = line.of();
        Optional<BigDecimal> base = line.expression().of(values).map(Scoring::cents);
        List<LineScore.Off> off = base.isEmpty() ? null : off(line, values);
        if (base.isEmpty() || off == null) {
            return missing(of);
        }
        BigDecimal deducted = off.stream().map(LineScore.Off::points).reduce(ZERO, BigDecimal::add);
        BigDecimal points = cents(base.get().subtract(deducted).max(of.floor()).min(of.cap()));
        return line(of, base.get(), off, points);
    }

    /** Null where one of them cannot be computed. */
    private static @Nullable List<LineScore.Off> off(Line line, Map<String, BigDecimal> values) {
        List<LineScore.Off> off = new ArrayList<>();
        for (int i = 0; i < line.deductions().size(); i++) {
            Deduction deduction = line.of().deductions().get(i);
            Optional<BigDecimal> count = line.deductions().get(i).of(values);
            if (count.isEmpty()) {
                return null;
            }
            BigDecimal points = cents(count.get().max(BigDecimal.ZERO).multiply(deduction.points()));
            if (points.signum() > 0) {
                off.add(new LineScore.Off(deduction.zh(), deduction.en(), count.get(), points));
            }
        }
        return off;
    }

    private static LineScore missing(FormulaLine of) {
        return switch (of.missing()) {
            case FULL -> line(of, null, List.of(), cents(of.fullMarks()));
            case ZERO -> line(of, null, List.of(), ZERO);
            case LEFT_OUT -> line(of, null, List.of(), null);
        };
    }

    private static LineScore line(
            FormulaLine of, @Nullable BigDecimal base, List<LineScore.Off> off, @Nullable BigDecimal points) {
        BigDecimal earned = points == null
                ? null
                : of.weight().multiply(points).divide(of.fullMarks(), CENTS, RoundingMode.HALF_UP);
        return new LineScore(of.code(), of.zh(), of.en(), of.weight(), of.fullMarks(), base, off, points, earned);
    }

    /** The sum of what the lines earned; where some are left out, in proportion to the weight of the others. */
    private @Nullable BigDecimal total(List<LineScore> scores) {
        if (scores.stream().noneMatch(LineScore::computed)) {
            return null;
        }
        BigDecimal weight = ZERO;
        BigDecimal earned = ZERO;
        for (LineScore score : scores) {
            BigDecimal part = score.earned();
            if (part != null) {
                weight = weight.add(score.weight());
                earned = earned.add(part);
            }
        }
        return weight.compareTo(FormulaCheck.ALL) == 0
                ? cents(earned)
                : earned.multiply(FormulaCheck.ALL).divide(weight, CENTS, RoundingMode.HALF_UP);
    }

    private static BigDecimal cents(BigDecimal number) {
        return number.setScale(CENTS, RoundingMode.HALF_UP);
    }

    /** 排名: best first, those without a total last; equals share a rank, and the next is as far on as there are before it. */
    public static List<UnitScore> ranked(List<UnitScore> scores) {
        List<UnitScore> sorted = scores.stream()
                .sorted(Comparator.comparing(
                                UnitScore::total, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                        .thenComparing(UnitScore::unitId))
                .toList();
        List<UnitScore> ranked = new ArrayList<>();
        for (UnitScore score : sorted) {
            UnitScore before = ranked.isEmpty() ? null : ranked.getLast();
            int rank = score.total() == null
                    ? 0
                    : before != null && Objects.equals(before.total(), score.total())
                            ? before.rank()
                            : ranked.size() + 1;
            ranked.add(score.ranked(rank));
        }
        return ranked;
    }

    public Formula formula() {
        return formula;
    }
}
