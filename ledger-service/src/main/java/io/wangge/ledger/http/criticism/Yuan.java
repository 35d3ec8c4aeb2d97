package io.wangge.ledger.http.criticism;

import io.wangge.kit.problem.FieldFault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts as people write them: yuan with two decimals; inside they are cents. */
final class Yuan {
    private static final String FORM = "\\d{1,9}(\\.\\d{1,2})?";
    private static final int CENTS = 2;

    private Yuan() {}

    static String of(long fen) {
        return BigDecimal.valueOf(fen, CENTS).toPlainString();
    }

    /** @return cents; 0 when there is a fault */
    static long read(String field, @Nullable String amount, List<FieldFault> faults) {
        if (amount == null || amount.isBlank()) {
            faults.add(FieldFault.of(field, "required"));
            return 0;
        }
        if (!amount.matches(FORM)) {
            faults.add(FieldFault.of(field, "bad-format"));
            return 0;
        }
        long fen = new BigDecimal(amount).movePointRight(CENTS).longValueExact();
        if (fen < 1) {
            faults.add(new FieldFault(field, "out-of-range", Map.of("min", "0.01", "max", "999999999.99")));
        }
        return fen;
    }
}
