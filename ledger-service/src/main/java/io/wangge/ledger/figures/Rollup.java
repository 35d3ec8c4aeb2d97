package io.wangge.ledger.figures;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes added up by day and unit, and in there by cell, so that many cases become one write for each day and unit.
 * Counts are as {@link Packing} stores them. Not for several threads.
 */
public final class Rollup {
    /** One document of a store. */
    public record Row(int day, String unit, Part part) {}

    /** What a day and unit have documents of. */
    public enum Part {
        /** Reported, closed and reopened cases, in all splits but that by worker. */
        CASES,
        /** The same by worker. */
        PEOPLE,
        /** Cases that are open, in all splits. */
        OPEN;

        static Part of(Contribution contribution, Dimension dimension) {
            if (contribution.isOfOpenCase()) {
                return OPEN;
            }
            return dimension == Dimension.WORKER ? PEOPLE : CASES;
        }

        /** How its counts are stored. */
        public Packing packing() {
            return this == OPEN ? Packing.OF_OPEN_CASES : Packing.OF_CLOSED_CASES;
        }
    }

    /** @param lateClosing as {@link Contribution#lateClosing} */
    public record Cell(Dimension dimension, int lateClosing, String value) {}

    private final Map<Row, Map<Cell, Map<String, Long>>> rows = new HashMap<>();

    public void addAll(Collection<FigureChange> changes) {
        changes.forEach(change -> add(change.contribution(), change.times()));
    }

    public void add(Contribution contribution, int times) {
        Packing packing = contribution.isOfOpenCase() ? Packing.OF_OPEN_CASES : Packing.OF_CLOSED_CASES;
        Map<String, Long> counts = packing.packed(contribution.counts());
        for (Dimension dimension : Dimension.values()) {
            @Nullable String value = dimension.of(contribution);
            if (value != null) {
                Map<String, Long> kept = dimension.kept(counts);
                Cell cell = new Cell(dimension, contribution.lateClosing(), value);
                Part part = Part.of(contribution, dimension);
                for (String unit : contribution.units()) {
                    add(new Row(contribution.day(), unit, part), cell, kept, times);
                }
            }
        }
    }

    private void add(Row row, Cell cell, Map<String, Long> counts, int times) {
        Map<String, Long> sums =
                rows.computeIfAbsent(row, none -> new HashMap<>()).computeIfAbsent(cell, none -> new TreeMap<>());
        counts.forEach((key, count) -> sums.merge(key, count * times, Rollup::sum));
    }

    /** Null, and so gone, where nothing is left. */
    private static @Nullable Long sum(Long a, Long b) {
        long sum = a + b;
        return sum == 0 ? null : sum;
    }

    /** How many documents it would touch at most. */
    public int size() {
        return rows.size();
    }

    public void clear() {
        rows.clear();
    }

    /** Without what added up to nothing. */
    public Map<Row, Map<Cell, Map<String, Long>>> rows() {
        rows.values().forEach(cells -> cells.values().removeIf(Map::isEmpty));
        rows.values().removeIf(Map::isEmpty);
        return rows;
    }
}
