package io.wangge.dispatch.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.wangge.dispatch.routing.ConditionCompiler;
import io.wangge.dispatch.routing.RouteQuestion;
import java.util.Map;
import java.util.function.Predicate;

/**
 * CEL over the variables {@code category}, {@code classCode}, {@code scale}, {@code usualLevel}, {@code lead}, {@code
 * grid}, {@code gridPath} (list), {@code urgency}, {@code channel}, {@code nature} (empty when unknown), {@code night}
 * and {@code workday} (true or false). A condition must be true or false for every matter; that is type-checked here.
 */
public final class CelConditions implements ConditionCompiler {
    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("category", SimpleType.STRING)
            .addVar("classCode", SimpleType.STRING)
            .addVar("scale", SimpleType.STRING)
            .addVar("usualLevel", SimpleType.STRING)
            .addVar("lead", SimpleType.STRING)
            .addVar("grid", SimpleType.STRING)
            .addVar("gridPath", ListType.create(SimpleType.STRING))
            .addVar("urgency", SimpleType.STRING)
            .addVar("channel", SimpleType.STRING)
            .addVar("nature", SimpleType.STRING)
            .addVar("night", SimpleType.BOOL)
            .addVar("workday", SimpleType.BOOL)
            .setResultType(SimpleType.BOOL)
            .build();
    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();

    @Override
    public Predicate<RouteQuestion> compile(String condition) {
        try {
            CelAbstractSyntaxTree checked = compiler.compile(condition).getAst();
            CelRuntime.Program program = runtime.createProgram(checked);
            return question -> ask(program, condition, question);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new BrokenCondition(String.valueOf(e.getMessage()));
        }
    }

    private static boolean ask(CelRuntime.Program program, String condition, RouteQuestion question) {
        try {
            return Boolean.TRUE.equals(program.eval(variables(question)));
        } catch (CelEvaluationException e) {
            throw new BrokenCondition(condition + ": " + e.getMessage());
        }
    }

    private static Map<String, Object> variables(RouteQuestion question) {
        return Map.ofEntries(
                Map.entry("category", question.category()),
                Map.entry("classCode", question.classCode()),
                Map.entry("scale", question.scale()),
                Map.entry("usualLevel", question.usualLevel()),
                Map.entry("lead", question.lead()),
                Map.entry("grid", question.grid()),
                Map.entry("gridPath", question.gridPath()),
                Map.entry("urgency", question.urgency().name()),
                Map.entry("channel", question.channel().name()),
                Map.entry(
                        "nature",
                        question.nature() == null ? "" : question.nature().name()),
                Map.entry("night", question.night()),
                Map.entry("workday", question.workday()));
    }
}
