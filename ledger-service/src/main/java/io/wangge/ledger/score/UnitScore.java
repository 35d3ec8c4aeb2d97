package io.wangge.ledger.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 考核表 of one unit for one month.
 *
 * @param path ids from the top down to the unit, as of the computation
 * @param figures those that the formula asked for, as they were; one without a value is missing
 * @param excused ids of the cases whose overdue was appealed, and counts no longer
 * @param total of 100; null where no line could be computed
 * @param rank equals share one; 0 without a total
 */
public record UnitScore(
        String unitId,
        String zh,
        String en,
        List<String> path,
        SortedMap<String, BigDecimal> figures,
        List<String> excused,
        List<LineScore> lines,
        @Nullable BigDecimal total,
        int rank) {
    public UnitScore {
        path = List.copyOf(path);
        figures = new TreeMap<>(figures);
        excused = List.copyOf(excused);
        lines = List.copyOf(lines);
    }

    UnitScore ranked(int place) {
        return new UnitScore(unitId, zh, en, path, figures, excused, lines, total, place);
    }

    /** Figures that are not what they were. */
    List<Difference> differences(UnitScore before) {
        SortedMap<String, BigDecimal> names = new TreeMap<>(before.figures);
        names.putAll(figures);
        return names.keySet().stream()
                .filter(name -> !same(before.figures.get(name), figures.get(name)))
                .map(name -> new Difference(name, before.figures.get(name), figures.get(name)))
                .toList();
    }

    static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? a == b : a.compareTo(b) == 0;
    }

    /** @param published null when it had none then */
    public record Difference(
            String figure,
            @Nullable BigDecimal published,
            @Nullable BigDecimal now) {}

    /** For the sheet's own figures alone: what nobody asked for is not kept. */
    static SortedMap<String, BigDecimal> only(Map<String, BigDecimal> values, Iterable<String> names) {
        SortedMap<String, BigDecimal> kept = new TreeMap<>();
        names.forEach(name -> {
            BigDecimal value = values.get(name);
            if (value != null) {
                kept.put(name, value);
            }
        });
        return kept;
    }
}
