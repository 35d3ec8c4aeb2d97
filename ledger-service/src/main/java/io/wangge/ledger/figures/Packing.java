package io.wangge.ledger.figures;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How counts are stored: what nearly every case has is kept as how many have it not, so that a case without trouble
 * writes 4 numbers into a row and not 11. Sums stay sums, since each number is a difference of two counts.
 */
public enum Packing {
    OF_CLOSED_CASES(basesOfClosed()),
    OF_OPEN_CASES(basesOfOpen());

    private static final String WITHOUT = "-";

    /** Each with what it is nearly always equal to; a base stands before those that build on it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<Measure, Measure> bases;

    Packing(Map<Measure, Measure> bases) {
        this.bases = bases;
    }

    private static Map<Measure, Measure> basesOfClosed() {
        Map<Measure, Measure> bases = new LinkedHashMap<>();
        bases.put(Measure.CLOSED, Measure.DUE);
        bases.putAll(basesOfOpen());
        bases.put(Measure.ON_TIME, Measure.DUE);
        bases.put(Measure.SETTLED, Measure.ASKED);
        return bases;
    }

    private static Map<Measure, Measure> basesOfOpen() {
        Map<Measure, Measure> bases = new LinkedHashMap<>();
        bases.put(Measure.GIVEN, Measure.DUE);
        bases.put(Measure.ACCEPTED, Measure.DUE);
        bases.put(Measure.RESPONDED, Measure.DUE);
        return bases;
    }

    Map<String, Long> packed(Map<String, Long> counts) {
        Map<String, Long> packed = new HashMap<>(counts);
        bases.forEach((measure, base) -> {
            packed.remove(measure.key());
            put(packed, WITHOUT + measure.key(), of(counts, base.key()) - of(counts, measure.key()));
        });
        packed.remove(Measure.ASKED.key());
        put(packed, WITHOUT + Measure.ASKED.key(), grades(counts) - of(counts, Measure.ASKED.key()));
        return packed;
    }

    public Map<String, Long> unpacked(Map<String, Long> packed) {
        Map<String, Long> counts = new HashMap<>(packed);
        put(counts, Measure.ASKED.key(), grades(packed) - take(counts, Measure.ASKED));
        bases.forEach((measure, base) -> put(counts, measure.key(), of(counts, base.key()) - take(counts, measure)));
        return counts;
    }

    private static long take(Map<String, Long> counts, Measure measure) {
        Long without = counts.remove(WITHOUT + measure.key());
        return without == null ? 0 : without;
    }

    private static long grades(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().startsWith(Contribution.GRADE))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long of(Map<String, Long> counts, String key) {
        return counts.getOrDefault(key, 0L);
    }

    private static void put(Map<String, Long> counts, String key, long count) {
        if (count != 0) {
            counts.put(key, count);
        }
    }
}
