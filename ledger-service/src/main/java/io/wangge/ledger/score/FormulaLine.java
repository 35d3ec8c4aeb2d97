package io.wangge.ledger.score;

import java.math.BigDecimal;
import java.util.List;

/**
 * One line of a score sheet.
 *
 * @param expression CEL over the figures of the unit and month; its value is the line's points
 * @param weight percent of the total
 * @param fullMarks points that give the whole weight; more than 0
 * @param floor no less than this, deductions included
 * @param cap no more than this
 * @param missing what the line counts as in a month for which it cannot be computed 无法计算
 */
public record FormulaLine(
        String code,
        String zh,
        String en,
        String expression,
        BigDecimal weight,
        BigDecimal fullMarks,
        BigDecimal floor,
        BigDecimal cap,
        Missing missing,
        List<Deduction> deductions) {
    public FormulaLine {
        deductions = List.copyOf(deductions);
    }

    /** 扣分: {@code points} off for each one of what {@code per} counts. */
    public record Deduction(String zh, String en, String per, BigDecimal points) {}

    /** Where there is nothing to divide by. */
    public enum Missing {
        /** 记满分. */
        FULL,
        /** 记零分. */
        ZERO,
        /** 不计入: the other lines share its weight. */
        LEFT_OUT
    }
}
