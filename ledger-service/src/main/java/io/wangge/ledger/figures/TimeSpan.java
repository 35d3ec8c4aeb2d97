package io.wangge.ledger.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A time whose median and 90th percentile are asked for. Kept as a histogram that can be added up: the bounds of its
 * buckets grow by a tenth, so what is read from it lies within 5 % of the truth (the square root of 1.1), and whole days
 * add up to any period.
 */
public enum TimeSpan {
    /** From the opening to the first acceptance. */
    RESPONSE("r"),
    /** One unit's hold, from dispatch to completion or moving on. */
    HOLD("h"),
    /** From the opening to the first closing. */
    CLOSING("c");

    private static final double GROWTH = Math.log(1.1);
    private final String prefix;

    TimeSpan(String key) {
        this.prefix = key + ":";
    }

    /** The name of the bucket that a time falls into; what runs backwards counts as no time. */
    String bucketOf(Instant from, Instant to) {
        long seconds = Math.max(0, Duration.between(from, to).toSeconds());
        return prefix + Math.round(Math.log(Math.max(1, seconds)) / GROWTH);
    }

    static boolean isBucket(String key) {
        return Arrays.stream(values()).anyMatch(span -> key.startsWith(span.prefix));
    }

    static long secondsOf(int bucket) {
        return Math.round(Math.exp(bucket * GROWTH));
    }

    /** How many times were counted. */
    long countIn(Map<String, Long> counts) {
        return buckets(counts).values().stream().mapToLong(Long::longValue).sum();
    }

    /** @param share 0.5 for the median @return seconds; empty when nothing was counted */
    OptionalLong percentile(Map<String, Long> counts, double share) {
        TreeMap<Integer, Long> buckets = buckets(counts);
        long all = buckets.values().stream().mapToLong(Long::longValue).sum();
        long wanted = Math.max(1, (long) Math.ceil(all * share));
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : buckets.entrySet()) {
            seen += bucket.getValue();
            if (seen >= wanted) {
                return OptionalLong.of(secondsOf(bucket.getKey()));
            }
        }
        return OptionalLong.empty();
    }

    private TreeMap<Integer, Long> buckets(Map<String, Long> counts) {
        TreeMap<Integer, Long> buckets = new TreeMap<>();
        counts.forEach((key, count) -> {
            if (key.startsWith(prefix) && count != 0) {
                buckets.put(Integer.valueOf(key.substring(prefix.length())), count);
            }
        });
        return buckets;
    }
}
