package io.wangge.ledger.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.wangge.ledger.score.Expression;
import io.wangge.ledger.score.ExpressionCompiler.BrokenExpression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression, worked out in decimals of 34 digits. What divides by zero or asks for a figure without a value has
 * none; a choice asks only the side that it takes, so {@code due > 0 ? on_time / due : 1} always has one.
 */
final class Arithmetic implements Expression {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /** A part of it. @param <T> a number or a truth value */
    private interface Part<T> {
        @Nullable
        T of(Map<String, BigDecimal> values);
    }

    private final CelAbstractSyntaxTree tree;
    private final Set<String> figures = new HashSet<>();
    private final Part<BigDecimal> whole;

    private Arithmetic(CelAbstractSyntaxTree tree) throws BrokenExpression {
        this.tree = tree;
        this.whole = number(tree.getExpr());
    }

    static Expression of(CelAbstractSyntaxTree tree) throws BrokenExpression {
        return new Arithmetic(tree);
    }

    @Override
    public Set<String> figures() {
        return Set.copyOf(figures);
    }

    @Override
    public Optional<BigDecimal> of(Map<String, BigDecimal> values) {
        return Optional.ofNullable(whole.of(values));
    }

    private Part<BigDecimal> number(CelExpr expression) throws BrokenExpression {
        return switch (expression.getKind()) {
            case CONSTANT -> {
                BigDecimal constant = constant(expression);
                yield values -> constant;
            }
            case IDENT -> {
                String name = expression.ident().name();
                figures.add(name);
                yield values -> values.get(name);
            }
            case CALL -> numberOf(expression);
            default -> throw broken(expression);
        };
    }

    private Part<BigDecimal> numberOf(CelExpr expression) throws BrokenExpression {
        String function = expression.call().function();
        List<CelExpr> of = expression.call().args();
        if (function.equals("_?_:_")) {
            Part<Boolean> asked = truth(of.get(0));
            Part<BigDecimal> yes = number(of.get(1));
            Part<BigDecimal> no = number(of.get(2));
            return values -> {
                Boolean answer = asked.of(values);
                return answer == null ? null : answer ? yes.of(values) : no.of(values);
            };
        }
        Part<BigDecimal> left = number(of.getFirst());
        if (function.equals("-_")) {
            return values -> {
                BigDecimal value = left.of(values);
                return value == null ? null : value.negate();
            };
        }
        Part<BigDecimal> right = number(of.getLast());
        return switch (function) {
            case "_+_" -> both(left, right, (a, b) -> a.add(b, PRECISION));
            case "_-_" -> both(left, right, (a, b) -> a.subtract(b, PRECISION));
            case "_*_" -> both(left, right, (a, b) -> a.multiply(b, PRECISION));
            case "_/_" -> {
                refuseZero(of.getLast());
                yield both(left, right, (a, b) -> b.signum() == 0 ? null : a.divide(b, PRECISION));
            }
            case "min" -> both(left, right, BigDecimal::min);
            case "max" -> both(left, right, BigDecimal::max);
            default -> throw broken(expression);
        };
    }

    /** What is zero for all figures would make the line one that can never be computed. */
    private void refuseZero(CelExpr divisor) throws BrokenExpression {
        Set<String> before = Set.copyOf(figures);
        figures.clear();
        BigDecimal constant = number(divisor).of(Map.of());
        boolean always = figures.isEmpty();
        figures.addAll(before);
        if (always && (constant == null || constant.signum() == 0)) {
            throw new BrokenExpression("divides-by-zero", column(divisor), "it always divides by zero");
        }
    }

    private interface Operation {
        @Nullable
        BigDecimal of(BigDecimal left, BigDecimal right);
    }

    private static Part<BigDecimal> both(Part<BigDecimal> left, Part<BigDecimal> right, Operation operation) {
        return values -> {
            BigDecimal a = left.of(values);
            BigDecimal b = right.of(values);
            return a == null || b == null ? null : operation.of(a, b);
        };
    }

    private Part<Boolean> truth(CelExpr expression) throws BrokenExpression {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            boolean constant = expression.constant().booleanValue();
            return values -> constant;
        }
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
            throw broken(expression);
        }
        List<CelExpr> of = expression.call().args();
        return switch (expression.call().function()) {
            case "!_" -> {
                Part<Boolean> inner = truth(of.getFirst());
                yield values -> {
                    Boolean value = inner.of(values);
                    return value == null ? null : !value;
                };
            }
            case "_&&_" -> either(truth(of.getFirst()), truth(of.getLast()), false);
            case "_||_" -> either(truth(of.getFirst()), truth(of.getLast()), true);
            case "_<_" -> compared(of, order -> order < 0);
            case "_<=_" -> compared(of, order -> order <= 0);
            case "_>_" -> compared(of, order -> order > 0);
            case "_>=_" -> compared(of, order -> order >= 0);
            case "_==_" -> compared(of, order -> order == 0);
            case "_!=_" -> compared(of, order -> order != 0);
            default -> throw broken(expression);
        };
    }

    /** As in CEL, one side decides where it can, whatever the other one is. */
    private static Part<Boolean> either(Part<Boolean> left, Part<Boolean> right, boolean decisive) {
        return values -> {
            Boolean a = left.of(values);
            if (a != null && a == decisive) {
                return decisive;
            }
            Boolean b = right.of(values);
            if (b != null && b == decisive) {
                return decisive;
            }
            return a == null || b == null ? null : Boolean.valueOf(!decisive);
        };
    }

    private interface Ordered {
        boolean holds(int order);
    }

    private Part<Boolean> compared(List<CelExpr> of, Ordered wanted) throws BrokenExpression {
        Part<BigDecimal> left = number(of.getFirst());
        Part<BigDecimal> right = number(of.getLast());
        return values -> {
            BigDecimal a = left.of(values);
            BigDecimal b = right.of(values);
            return a == null || b == null ? null : wanted.holds(a.compareTo(b));
        };
    }

    private BigDecimal constant(CelExpr expression) throws BrokenExpression {
        CelConstant constant = expression.constant();
        return switch (constant.getKind()) {
            case INT64_VALUE -> BigDecimal.valueOf(constant.int64Value());
            case DOUBLE_VALUE -> {
                if (!Double.isFinite(constant.doubleValue())) {
                    throw broken(expression);
                }
                // As it was written: 0.1 is a tenth.
                yield BigDecimal.valueOf(constant.doubleValue());
            }
            default -> throw broken(expression);
        };
    }

    private BrokenExpression broken(CelExpr expression) {
        return new BrokenExpression("not-an-expression", column(expression), "numbers and figures only");
    }

    private int column(CelExpr expression) {
        Integer offset = tree.getSource().getPositionsMap().get(expression.id());
        return offset == null ? 0 : offset + 1;
    }
}
