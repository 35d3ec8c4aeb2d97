package io.wangge.ledger.score;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An expression that was checked: the same figures give the same value, to the last digit. */
public interface Expression {
    /** Names of the figures that it may ask for. */
    Set<String> figures();

    /**
     * @param values by name; a figure without a value is missing
     * @return empty where it divides by zero or needs a figure that has no value
     */
    Optional<BigDecimal> of(Map<String, BigDecimal> values);
}
