package io.wangge.benchmarks;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long each stage took, in microseconds up to a minute, three digits exact. */
final class Timings {
    private static final long LONGEST_MICROS = 60_000_000;

    private final Map<Stage, Histogram> histograms = new EnumMap<>(Stage.class);

    Timings() {
        for (Stage stage : Stage.values()) {
            histograms.put(stage, new ConcurrentHistogram(LONGEST_MICROS, 3));
        }
    }

    /** @return the end of the stage, for the next one's start */
    long record(Stage stage, long startNanos) {
        long now = System.nanoTime();
        of(stage).recordValue(Math.min(LONGEST_MICROS, (now - startNanos) / 1000));
        return now;
    }

    void record(Stage stage, Duration took) {
        of(stage).recordValue(Math.clamp(took.toNanos() / 1000, 0, LONGEST_MICROS));
    }

    long count(Stage stage) {
        return of(stage).getTotalCount();
    }

    /** In milliseconds. */
    double percentile(Stage stage, double percent) {
        return of(stage).getValueAtPercentile(percent) / 1000.0;
    }

    private Histogram of(Stage stage) {
        Histogram histogram = histograms.get(stage);
        if (histogram == null) {
            throw new IllegalArgumentException(stage.name());
        }
        return histogram;
    }
}
