package io.wangge.ledger.score;

import io.wangge.ledger.figures.Figure;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.FigureValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What figures are called in expressions: {@code on-time-rate} is {@code on_time_rate}, as a share to four places, just as
 * it is published; a count is the count; a time has {@code _median} and {@code _p90}, in hours to two places. Whoever reads
 * the sheet can so work it out again by hand.
 */
public final class FigureNames {
    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);
    private static final Set<String> ALL = all(figure -> true);
    private static final Set<String> OF_STAFF = all(FigureDesk::isKeptByWorker);

    private FigureNames() {}

    public static Set<String> known() {
        return ALL;
    }

    /** Times and levels are not kept by worker. */
    static Set<String> knownFor(Formula formula) {
        return formula.role() == null ? ALL : OF_STAFF;
    }

    private static Set<String> all(Predicate<Figure> asked) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(Figure.values()).filter(asked).forEach(figure -> {
            if (figure.kind() == Figure.Kind.TIME) {
                names.add(median(figure));
                names.add(percentile90(figure));
            } else {
                names.add(name(figure));
            }
        });
        return Set.copyOf(names);
    }

    private static String name(Figure figure) {
        return figure.code().replace('-', '_');
    }

    private static String median(Figure figure) {
        return name(figure) + "_median";
    }

    private static String percentile90(Figure figure) {
        return name(figure) + "_p90";
    }

    /** @return by name; what has no value is left out */
    public static SortedMap<String, BigDecimal> values(Collection<FigureValue> figures) {
        SortedMap<String, BigDecimal> values = new TreeMap<>();
        for (FigureValue each : figures) {
            Figure figure = each.figure();
            switch (figure.kind()) {
                case COUNT -> put(values, name(figure), each.numerator());
                case RATE -> put(values, name(figure), each.value());
                case TIME -> {
                    put(values, median(figure), hours(each.medianSeconds()));
                    put(values, percentile90(figure), hours(each.percentile90Seconds()));
                }
            }
        }
        return values;
    }

    private static void put(SortedMap<String, BigDecimal> values, String name, @Nullable BigDecimal value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static @Nullable BigDecimal hours(@Nullable Long seconds) {
        return seconds == null ? null : BigDecimal.valueOf(seconds).divide(SECONDS_OF_AN_HOUR, 2, RoundingMode.HALF_UP);
    }
}
