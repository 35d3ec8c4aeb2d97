package io.wangge.ledger.figures;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Counts of one group over a period. Not for several threads. */
public final class Tally {
    private final Map<String, Long> sums = new HashMap<>();

    /**
     * @param lateClosing as {@link Contribution#lateClosing}
     * @param times 1 to add, −1 to take away
     */
    public void add(Period period, int lateClosing, Map<String, Long> counts, int times) {
        if (lateClosing <= period.last()) {
            counts.forEach((key, count) -> add(key, count * times));
            return;
        }
        // Closed after the period's end: at that end it was due, and still open.
        for (Measure measure : Measure.of(Measure.Anchor.COUNTING)) {
            add(measure.key(), counts.getOrDefault(measure.key(), 0L) * times);
        }
        add(Measure.OVERDUE_OPEN.key(), counts.getOrDefault(Measure.DUE.key(), 0L) * times);
    }

    /** What open cases add that are due on one day. @param overdue whether that day is over */
    public void addOpen(boolean overdue, Map<String, Long> counts, int times) {
        counts.forEach((key, count) -> add(key, count * times));
        if (overdue) {
            add(Measure.OVERDUE_OPEN.key(), counts.getOrDefault(Measure.DUE.key(), 0L) * times);
        }
    }

    public void add(String key, long count) {
        sums.merge(key, count, Long::sum);
    }

    /** @param weights of the grades */
    public BigDecimal of(Measure measure, Map<String, BigDecimal> weights) {
        if (measure == Measure.SATISFACTION) {
            return weights.entrySet().stream()
                    .map(grade ->
                            grade.getValue().multiply(BigDecimal.valueOf(of(Contribution.GRADE + grade.getKey()))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return BigDecimal.valueOf(of(measure.key()));
    }

    private long of(String key) {
        return sums.getOrDefault(key, 0L);
    }

    /** @return seconds */
    OptionalLong percentile(TimeSpan span, double share) {
        return span.percentile(sums, share);
    }

    long countOf(TimeSpan span) {
        return span.countIn(sums);
    }

    void addAll(Tally other) {
        other.sums.forEach(this::add);
    }

    /** Without zeros. */
    public Map<String, Long> sums() {
        Map<String, Long> shown = new HashMap<>(sums);
        shown.values().removeIf(count -> count == 0);
        return shown;
    }
}
