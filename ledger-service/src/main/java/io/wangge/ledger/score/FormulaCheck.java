package io.wangge.ledger.score;

import io.wangge.contracts.directory.Role;
import io.wangge.ledger.score.ExpressionCompiler.BrokenExpression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that is wrong with a formula, each with its place; one with a fault never comes into force. */
final class FormulaCheck {
    static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int MOST_LINES = 50;
    private static final int MOST_DEDUCTIONS = 10;
    private static final int MOST_DAYS = 366;
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final int MOST_PLACES = 4;
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::name).toList();
    private static final String ID = "[a-z][a-z0-9-]{0,39}";

    private final ExpressionCompiler compiler;
    private final Set<String> figures;
    private final List<FormulaFault> faults = new ArrayList<>();

    private FormulaCheck(Formula formula, ExpressionCompiler compiler) {
        this.figures = FigureNames.knownFor(formula);
        this.compiler = compiler;
    }

    /** @param levels codes of the ladder @param kinds of the departments */
    static List<FormulaFault> faults(
            Formula formula, Set<String> levels, Set<String> kinds, ExpressionCompiler compiler) {
        FormulaCheck check = new FormulaCheck(formula, compiler);
        check.whole(formula, levels, kinds);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < formula.lines().size(); i++) {
            check.line("lines[" + i + "]", formula.lines().get(i), codes);
        }
        return List.copyOf(check.faults);
    }

    private void whole(Formula formula, Set<String> levels, Set<String> kinds) {
        require(
                formula.id().matches(ID),
                "id",
                "bad-id",
                "编号只用小写字母、数字和连字符，最多40个字符",
                "the id has lower-case letters, digits and hyphens, 40 at most");
        named("", formula.zh(), formula.en());
        long scored = Stream.of(formula.level(), formula.departmentKind(), formula.role())
                .filter(Objects::nonNull)
                .count();
        require(
                scored == 1,
                "level",
                "one-of-three",
                "层级、部门类别和角色必须且只能填一个",
                "exactly one of level, departmentKind and role is given");
        require(
                formula.role() == null || ROLES.contains(formula.role()),
                "role",
                "unknown-role",
                "没有这个角色，可用：" + ROLES,
                "no such role; there are " + ROLES);
        require(
                formula.level() == null || levels.contains(formula.level()),
                "level",
                "unknown-level",
                "没有这个层级，可用：" + levels,
                "no such level; there are " + levels);
        require(
                formula.departmentKind() == null || kinds.contains(formula.departmentKind()),
                "departmentKind",
                "unknown-kind",
                "没有这类部门",
                "there is no department of this kind");
        require(
                formula.appealDays() >= 0 && formula.appealDays() <= MOST_DAYS,
                "appealDays",
                "out-of-range",
                "申诉期限在0到366天之间",
                "appealDays lies between 0 and 366");
        require(
                !formula.lines().isEmpty() && formula.lines().size() <= MOST_LINES,
                "lines",
                "out-of-range",
                "考核项为1到50个",
                "there are 1 to 50 lines");
        BigDecimal weights = formula.lines().stream().map(FormulaLine::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        require(
                weights.compareTo(ALL) == 0,
                "lines",
                "weights-not-100",
                "各项权重之和为" + weights.toPlainString() + "，应为100",
                "the weights add up to " + weights.toPlainString() + ", not to 100");
    }

    private void line(String place, FormulaLine line, Set<String> codes) {
        require(
                line.code().matches(ID),
                place + ".code",
                "bad-id",
                "编号只用小写字母、数字和连字符",
                "the code has lower-case letters, digits and hyphens");
        require(codes.add(line.code()), place + ".code", "twice", "编号重复", "another line has this code");
        named(place + ".", line.zh(), line.en());
        number(place + ".weight", line.weight());
        number(place + ".fullMarks", line.fullMarks());
        number(place + ".floor", line.floor());
        number(place + ".cap", line.cap());
        require(line.weight().signum() > 0, place + ".weight", "out-of-range", "权重须大于0", "a weight is more than 0");
        require(
                line.fullMarks().signum() > 0,
                place + ".fullMarks",
                "out-of-range",
                "满分须大于0",
                "full marks are more than 0");
        require(
                line.floor().compareTo(line.cap()) <= 0,
                place + ".floor",
                "floor-above-cap",
                "下限高于上限",
                "the floor lies above the cap");
        expression(place + ".expression", line.expression());
        require(
                line.deductions().size() <= MOST_DEDUCTIONS,
                place + ".deductions",
                "out-of-range",
                "扣分项最多10个",
                "there are at most 10 deductions");
        for (int i = 0; i < line.deductions().size(); i++) {
            FormulaLine.Deduction deduction = line.deductions().get(i);
            String at = place + ".deductions[" + i + "]";
            named(at + ".", deduction.zh(), deduction.en());
            number(at + ".points", deduction.points());
            require(
                    deduction.points().signum() > 0,
                    at + ".points",
                    "out-of-range",
                    "每项扣分须大于0",
                    "the points are more than 0");
            expression(at + ".per", deduction.per());
        }
    }

    private void named(String place, String zh, String en) {
        require(!zh.isBlank(), place + "zh", "required", "缺少中文名称", "the Chinese name is missing");
        require(!en.isBlank(), place + "en", "required", "缺少英文名称", "the English name is missing");
    }

    private void number(String place, BigDecimal number) {
        require(
                number.abs().compareTo(MOST) <= 0 && number.scale() <= MOST_PLACES && number.precision() <= 20,
                place,
                "out-of-range",
                "数值过大，或小数超过四位",
                "the number is too large or has more than four decimal places");
    }

    private void expression(String place, String text) {
        try {
            compiler.compile(text, figures);
        } catch (BrokenExpression broken) {
            boolean zero = broken.code().equals("divides-by-zero");
            faults.add(new FormulaFault(
                    broken.column() > 0 ? place + "@" + broken.column() : place,
                    broken.code(),
                    zero ? "除数恒为零" : "算式有误：" + broken.getMessage(),
                    zero ? "it always divides by zero" : "the expression is wrong: " + broken.getMessage()));
        }
    }

    private void require(boolean holds, String place, String code, String zh, String en) {
        if (!holds) {
            faults.add(new FormulaFault(place, code, zh, en));
        }
    }
}
