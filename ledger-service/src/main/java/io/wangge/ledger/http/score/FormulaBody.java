package io.wangge.ledger.http.score;

import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.score.Formula;
import io.wangge.ledger.score.FormulaLine;
import io.wangge.ledger.score.FormulaLine.Deduction;
import io.wangge.ledger.score.FormulaLine.Missing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A formula as it is sent. What is missing or of the wrong kind is refused here, what is wrong with its sense by the check. */
record FormulaBody(
        @Nullable String zh,
        @Nullable String en,
        @Nullable String level,
        @Nullable String departmentKind,
        @Nullable String role,
        @Nullable Integer appealDays,
        @Nullable List<@Nullable LineBody> lines) {
    private static final int USUAL_APPEAL_DAYS = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    record LineBody(
            @Nullable String code,
            @Nullable String zh,
            @Nullable String en,
            @Nullable String expression,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal fullMarks,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal cap,
            @Nullable String missing,
            @Nullable List<@Nullable DeductionBody> deductions) {}

    record DeductionBody(
            @Nullable String zh,
            @Nullable String en,
            @Nullable String per,
            @Nullable BigDecimal points) {}

    /** @throws ProblemException {@code invalid-field}, every fault at once */
    Formula formula(String id) {
        List<FieldFault> faults = new ArrayList<>();
        List<FormulaLine> made = new ArrayList<>();
        List<@Nullable LineBody> given = lines == null ? List.of() : lines;
        for (int i = 0; i < given.size(); i++) {
            LineBody one = given.get(i);
            String place = "lines[" + i + "]";
            if (one == null) {
                faults.add(FieldFault.of(place, "required"));
            } else {
                made.add(line(place + ".", one, faults));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new Formula(
                id,
                text(zh),
                text(en),
                level,
                departmentKind,
                role,
                appealDays == null ? USUAL_APPEAL_DAYS : appealDays,
                made);
    }

    private static FormulaLine line(String at, LineBody body, List<FieldFault> faults) {
        List<Deduction> deductions = new ArrayList<>();
        List<@Nullable DeductionBody> given = body.deductions() == null ? List.of() : body.deductions();
        for (int i = 0; i < given.size(); i++) {
            DeductionBody each = given.get(i);
            String place = at + "deductions[" + i + "]";
            if (each == null) {
                faults.add(FieldFault.of(place, "required"));
                continue;
            }
            deductions.add(new Deduction(
                    text(each.zh()),
                    text(each.en()),
                    text(each.per()),
                    number(place + ".points", each.points(), null, faults)));
        }
        BigDecimal fullMarks = number(at + "fullMarks", body.fullMarks(), HUNDRED, faults);
        return new FormulaLine(
                text(body.code()),
                text(body.zh()),
                text(body.en()),
                text(body.expression()),
                number(at + "weight", body.weight(), null, faults),
                fullMarks,
                number(at + "floor", body.floor(), BigDecimal.ZERO, faults),
                number(at + "cap", body.cap(), fullMarks, faults),
                missing(at + "missing", body.missing(), faults),
                deductions);
    }

    private static Missing missing(String field, @Nullable String text, List<FieldFault> faults) {
        List<String> allowed =
                Arrays.stream(Missing.values()).map(Missing::name).toList();
        if (text == null) {
            return Missing.LEFT_OUT;
        }
        if (!allowed.contains(text)) {
            faults.add(new FieldFault(field, "unknown-value", Map.of("allowed", allowed)));
            return Missing.LEFT_OUT;
        }
        return Missing.valueOf(text);
    }

    private static BigDecimal number(
            String field, @Nullable BigDecimal number, @Nullable BigDecimal otherwise, List<FieldFault> faults) {
        if (number != null) {
            return number;
        }
        if (otherwise == null) {
            faults.add(FieldFault.of(field, "required"));
            return BigDecimal.ZERO;
        }
        return otherwise;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
