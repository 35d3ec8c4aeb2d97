package io.wangge.dispatch.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.wangge.dispatch.routing.ConditionCompiler;
import io.wangge.dispatch.routing.RouteQuestion;
import java.util.Map;
import java.util.function.Predicate;

/**
 * CEL over the variables {@code category}, {@code classCode}, {@code itemKind}, {@code scale}, {@code usualLevel}, {@code
 * lead}, {@code grid}, {@code gridPath} (list), {@code units} (map from level to unit id), {@code urgency}, {@code channel},
 * {@code nature} (empty when unknown), {@code minute} and {@code weekday} (whole numbers), {@code night} and {@code
 * workday} (true or false) and {@code text}. A condition must be true or false for every matter; that is type-checked here.
 *
 * <p>CEL has no loops of its own, but its macros over lists can be nested: how long a condition may be, how deep, and how
 * often it may go round is limited, so that no condition stops the reports behind it.
 */
public final class CelConditions implements ConditionCompiler {
    /** The longest rule of the demo has 80 characters. */
    private static final int LONGEST = 2_000;

    private static final int DEEPEST = 50;
    /** A path has five entries; three nested macros over it are 125 rounds. */
    private static final int MOST_ROUNDS = 1_000;

    private static final CelOptions LIMITS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .comprehensionMaxIterations(MOST_ROUNDS)
            .maxRegexProgramSize(500)
            .build();

    private final Cel cel = CelFactory.standardCelBuilder()
            .setOptions(LIMITS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("category", SimpleType.STRING)
            .addVar("classCode", SimpleType.STRING)
            .addVar("itemKind", SimpleType.STRING)
            .addVar("scale", SimpleType.STRING)
            .addVar("usualLevel", SimpleType.STRING)
            .addVar("lead", SimpleType.STRING)
            .addVar("grid", SimpleType.STRING)
            .addVar("gridPath", ListType.create(SimpleType.STRING))
            .addVar("units", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .addVar("urgency", SimpleType.STRING)
            .addVar("channel", SimpleType.STRING)
            .addVar("nature", SimpleType.STRING)
            .addVar("minute", SimpleType.INT)
            .addVar("weekday", SimpleType.INT)
            .addVar("night", SimpleType.BOOL)
            .addVar("workday", SimpleType.BOOL)
            .addVar("text", SimpleType.STRING)
            .setResultType(SimpleType.BOOL)
            .build();

    @Override
    public Predicate<RouteQuestion> compile(String condition) {
        try {
            CelAbstractSyntaxTree checked = cel.compile(condition).getAst();
            CelRuntime.Program program = cel.createProgram(checked);
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
                Map.entry("itemKind", question.itemKind()),
                Map.entry("scale", question.scale()),
                Map.entry("usualLevel", question.usualLevel()),
                Map.entry("lead", question.lead()),
                Map.entry("grid", question.grid()),
                Map.entry("gridPath", question.gridPath()),
                Map.entry("units", question.units()),
                Map.entry("urgency", question.urgency().name()),
                Map.entry("channel", question.channel().name()),
                Map.entry(
                        "nature",
                        question.nature() == null ? "" : question.nature().name()),
                Map.entry("minute", (long) question.minute()),
                Map.entry("weekday", (long) question.weekday()),
                Map.entry("night", question.night()),
                Map.entry("workday", question.workday()),
                Map.entry("text", question.text()));
    }
}
