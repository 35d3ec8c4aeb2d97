package io.wangge.ledger.score;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a unit's sheet, all of it to the cent.
 *
 * @param base what the expression gave; null for what could not be computed 无法计算
 * @param off each deduction that was more than nothing
 * @param points between floor and cap; null for a line that is left out
 * @param earned the part of the total that it gives: weight × points ÷ full marks
 */
public record LineScore(
        String code,
        String zh,
        String en,
        BigDecimal weight,
        BigDecimal fullMarks,
        @Nullable BigDecimal base,
        List<Off> off,
        @Nullable BigDecimal points,
        @Nullable BigDecimal earned) {
    public LineScore {
        off = List.copyOf(off);
    }

    /** @param count of what is deducted for */
    public record Off(String zh, String en, BigDecimal count, BigDecimal points) {}

    public boolean computed() {
        return base != null;
    }
}
