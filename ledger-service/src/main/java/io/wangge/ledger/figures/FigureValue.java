package io.wangge.ledger.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A figure of one group.
 *
 * @param numerator or the count; of a time, how many were measured
 * @param denominator null for what is no rate
 * @param value of a rate, to four places, halves up; null where there is nothing to divide by
 * @param medianSeconds of a time
 * @param percentile90Seconds of a time
 */
public record FigureValue(
        Figure figure,
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable Long medianSeconds,
        @Nullable Long percentile90Seconds) {
    private static final int PLACES = 4;

    /** @param weights of the grades, for the satisfaction */
    static FigureValue of(Figure figure, Tally tally, Map<String, BigDecimal> weights) {
        TimeSpan span = figure.span();
        if (span != null) {
            return new FigureValue(
                    figure,
                    BigDecimal.valueOf(tally.countOf(span)),
                    null,
                    null,
                    orNull(tally.percentile(span, 0.5)),
                    orNull(tally.percentile(span, 0.9)));
        }
        BigDecimal numerator = sum(figure.numerator(), tally, weights);
        return figure.kind() == Figure.Kind.COUNT
                ? new FigureValue(figure, numerator, null, null, null, null)
                : rate(figure, numerator, sum(figure.denominator(), tally, weights));
    }

    static FigureValue rate(Figure figure, BigDecimal numerator, BigDecimal denominator) {
        return new FigureValue(
                figure,
                numerator,
                denominator,
                denominator.signum() == 0 ? null : numerator.divide(denominator, PLACES, RoundingMode.HALF_UP),
                null,
                null);
    }

    private static @Nullable Long orNull(OptionalLong seconds) {
        return seconds.isPresent() ? seconds.getAsLong() : null;
    }

    private static BigDecimal sum(List<Measure> measures, Tally tally, Map<String, BigDecimal> weights) {
        return measures.stream().map(measure -> tally.of(measure, weights)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What rankings go by: the rate, the count, or the median. */
    public @Nullable BigDecimal rankedBy() {
        return switch (figure.kind()) {
            case RATE -> value;
            case COUNT -> numerator;
            case TIME -> medianSeconds == null ? null : BigDecimal.valueOf(medianSeconds);
        };
    }
}
