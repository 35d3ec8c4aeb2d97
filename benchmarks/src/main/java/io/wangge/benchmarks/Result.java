package io.wangge.benchmarks;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * Everything that one run has found.
 *
 * @param processorMillis CPU time of each server process over the measured phase
 * @param compilerMillis what of it the compilers of the JVMs took
 * @param warmUpLifecycles made before the measured phase
 * @param generatorMillis CPU time of the load generator over the same
 * @param heapMegabytes of each service after a collection
 * @param start of the stack, its data and caches being there already; zero when it ran before
 * @param loadBefore the machine's load average of the last minute before the run: above 1 others were at work
 */
record Result(
        OffsetDateTime at,
        Machine machine,
        int callers,
        LoadRun.Outcome load,
        Map<String, Long> processorMillis,
        Map<String, Long> compilerMillis,
        long warmUpLifecycles,
        long generatorMillis,
        RawLimit.Outcome raw,
        Map<String, Long> heapMegabytes,
        Duration start,
        double loadBefore) {

    double millisPerLifecycle() {
        return sum(processorMillis) / (double) load.lifecycles();
    }

    double millisPerLifecycle(String process) {
        return processorMillis.getOrDefault(process, 0L) / (double) load.lifecycles();
    }

    double compilerMillisPerLifecycle() {
        return sum(compilerMillis) / (double) load.lifecycles();
    }

    double rawMillisPerLifecycle() {
        return sum(raw.processorMillis()) / (double) raw.lifecycles();
    }

    /** How much of what the stores allow the product reaches. */
    double ratio() {
        return load.perSecond() / raw.perSecond();
    }

    private static long sum(Map<String, Long> millis) {
        return millis.values().stream().mapToLong(Long::longValue).sum();
    }
}
