package io.wangge.ledger.bulletin;

import io.wangge.ledger.bulletin.Table.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, the same on the page, in the workbook's texts and on paper. */
public final class Shown {
    private Shown() {}

    public static String number(@Nullable BigDecimal number, Measure measure) {
        if (number == null) {
            return "—";
        }
        return switch (measure) {
            case PERCENT -> percent(number) + " %";
            case CHANGE -> percent(number) + " pp";
            case POINTS -> number.setScale(2, RoundingMode.HALF_UP).toPlainString();
            case HOURS -> number.setScale(1, RoundingMode.HALF_UP).toPlainString();
            case COUNT, TEXT, CASE -> number.toPlainString();
        };
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
