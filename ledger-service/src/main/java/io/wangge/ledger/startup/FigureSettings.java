package io.wangge.ledger.startup;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Figures.
 *
 * @param foldEvery how often what batches changed is added to the rollups
 * @param satisfactionWeights what each grade counts in the satisfaction rate, 0 to 1; a grade that is missing counts 0
 */
@ConfigurationProperties("grid.figures")
record FigureSettings(
        @DefaultValue("2s") Duration foldEvery,
        @DefaultValue Map<String, BigDecimal> satisfactionWeights) {
    private static final Map<String, BigDecimal> FOUR_GRADES = Map.of(
            "VERY_SATISFIED", BigDecimal.ONE,
            "SATISFIED", BigDecimal.ONE,
            "FAIR", new BigDecimal("0.6"),
            "UNSATISFIED", BigDecimal.ZERO);

    FigureSettings {
        if (foldEvery.isNegative() || foldEvery.isZero()) {
            throw new IllegalArgumentException("grid.figures.fold-every must be longer than nothing");
        }
        satisfactionWeights = satisfactionWeights.isEmpty() ? FOUR_GRADES : Map.copyOf(satisfactionWeights);
        satisfactionWeights.forEach((grade, weight) -> {
            if (weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException(
                        "grid.figures.satisfaction-weights." + grade + " must lie between 0 and 1");
            }
        });
    }
}
