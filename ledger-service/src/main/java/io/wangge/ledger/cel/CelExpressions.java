package io.wangge.ledger.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import io.wangge.ledger.score.Expression;
import io.wangge.ledger.score.ExpressionCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * CEL's grammar and type check over numbers alone: {@code + - * /}, comparisons, {@code && || !}, {@code a ? b : c}, {@code
 * min} and {@code max} of two. Its own numbers are binary; points have to come out the same to the cent everywhere, so what
 * was checked is worked out in decimals ({@link Arithmetic}), and a whole number may stand where a decimal does.
 *
 * <p>There are no lists and no macros, so an expression costs what it is long; its length and depth are limited.
 */
public final class CelExpressions implements ExpressionCompiler {
    /** The longest of the built-in formula has 60 characters. */
    private static final int LONGEST = 1_000;

    private static final int DEEPEST = 50;

    private static final CelOptions LIMITS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .build();

    private static final List<CelType> NUMBERS = List.of(SimpleType.DOUBLE, SimpleType.INT);

    private static final List<CelFunctionDecl> FUNCTIONS = functions();

    private static List<CelFunctionDecl> functions() {
        List<CelFunctionDecl> all = new ArrayList<>();
        for (String name : List.of("_+_", "_-_", "_*_", "_/_", "min", "max")) {
            all.add(ofTwoNumbers(name, SimpleType.DOUBLE));
        }
        for (String name : List.of("_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_")) {
            all.add(ofTwoNumbers(name, SimpleType.BOOL));
        }
        for (String name : List.of("_&&_", "_||_")) {
            all.add(function(name, overload(name, SimpleType.BOOL, SimpleType.BOOL, SimpleType.BOOL)));
        }
        all.add(function("!_", overload("!_", SimpleType.BOOL, SimpleType.BOOL)));
        all.add(CelFunctionDecl.newFunctionDeclaration(
                "-_",
                NUMBERS.stream()
                        .map(number -> overload("-_", SimpleType.DOUBLE, number))
                        .toList()));
        List<CelOverloadDecl> choices = new ArrayList<>();
        for (CelType yes : NUMBERS) {
            for (CelType no : NUMBERS) {
                choices.add(overload("_?_:_", SimpleType.DOUBLE, SimpleType.BOOL, yes, no));
            }
        }
        all.add(CelFunctionDecl.newFunctionDeclaration("_?_:_", choices));
        return List.copyOf(all);
    }

    private static CelFunctionDecl ofTwoNumbers(String name, CelType result) {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        for (CelType left : NUMBERS) {
            for (CelType right : NUMBERS) {
                overloads.add(overload(name, result, left, right));
            }
        }
        return CelFunctionDecl.newFunctionDeclaration(name, overloads);
    }

    private static CelFunctionDecl function(String name, CelOverloadDecl overload) {
        return CelFunctionDecl.newFunctionDeclaration(name, overload);
    }

    private static CelOverloadDecl overload(String name, CelType result, CelType... arguments) {
        StringBuilder id = new StringBuilder("points ").append(name);
        for (CelType argument : arguments) {
            id.append(' ').append(argument.name());
        }
        return CelOverloadDecl.newGlobalOverload(id.toString(), result, arguments);
    }

    @Override
    public Expression compile(String text, Set<String> figures) throws BrokenExpression {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(LIMITS)
                .setStandardEnvironmentEnabled(false)
                .addFunctionDeclarations(FUNCTIONS);
        figures.forEach(figure -> builder.addVar(figure, SimpleType.DOUBLE));
        CelCompiler compiler = builder.build();
        try {
            CelAbstractSyntaxTree tree = compiler.compile(text).getAst();
            if (!NUMBERS.contains(tree.getResultType())) {
                throw new BrokenExpression(
                        "not-an-expression",
                        0,
                        "it gives " + tree.getResultType().name() + ", not a number");
            }
            return Arithmetic.of(tree);
        } catch (CelValidationException e) {
            CelIssue first = e.getErrors().getFirst();
            // CEL counts columns from 0.
            throw new BrokenExpression(
                    "not-an-expression", Math.max(0, first.getSourceLocation().getColumn() + 1), first.getMessage());
        }
    }
}
