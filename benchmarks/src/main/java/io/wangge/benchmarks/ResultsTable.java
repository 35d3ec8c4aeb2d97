package io.wangge.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run as Markdown, put behind those that stand in the file. */
final class ResultsTable {
    private static final String TITLE = """
            # Results
            Appended by `./grid bench`; how it measures stands in `docs/benchmarks.md`. CPU is from the operating system, over
            the measured phase, server processes only. A machine that others use as well makes rates lower and times longer;
            CPU per lifecycle suffers least. "Load before" is the load average of the minute before the run.
            """;

    private ResultsTable() {}

    static void append(Path file, Result result) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        if (!Files.exists(file)) {
            Files.writeString(file, TITLE);
        }
        Files.writeString(file, "\n" + markdown(result), StandardOpenOption.APPEND);
    }

    static String markdown(Result result) {
        Machine machine = result.machine();
        LoadRun.Outcome load = result.load();
        StringBuilder text = new StringBuilder();
        line(
                text,
                "## %s, commit %s",
                result.at().truncatedTo(ChronoUnit.MINUTES).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                machine.commit());
        line(
                text,
                "%d cores (%s), %d MB RAM, JDK %s; load before %.2f; %d callers, %d lifecycles in %.1f s (ledger lag at the"
                        + " end %.2f s)",
                machine.cores(),
                machine.processor(),
                machine.memoryMegabytes(),
                machine.jdk(),
                result.loadBefore(),
                result.callers(),
                load.lifecycles(),
                load.elapsed().toMillis() / 1000.0,
                load.drain().toMillis() / 1000.0);
        line(text, "");
        line(text, "| what | product | raw limit, same run | ratio |");
        line(text, "|---|---|---|---|");
        line(
                text,
                "| lifecycles/s | **%.1f** | %.1f | %.2f |",
                load.perSecond(),
                result.raw().perSecond(),
                result.ratio());
        line(
                text,
                "| server CPU per lifecycle | **%.2f ms** | %.2f ms (mongod and Kafka alone) | %.2f |",
                result.millisPerLifecycle(),
                result.rawMillisPerLifecycle(),
                result.rawMillisPerLifecycle() / result.millisPerLifecycle());
        line(
                text,
                "| of which | %s | %s | |",
                result.processorMillis().keySet().stream()
                        .map(name -> format("%s %.2f", name, result.millisPerLifecycle(name)))
                        .collect(Collectors.joining(", ")),
                result.raw().processorMillis().entrySet().stream()
                        .map(entry -> format(
                                "%s %.2f",
                                entry.getKey(),
                                entry.getValue() / (double) result.raw().lifecycles()))
                        .collect(Collectors.joining(", ")));
        line(
                text,
                "| of which the JVMs' compilers, after %d lifecycles of warm-up | %.2f ms | | |",
                result.warmUpLifecycles(),
                result.compilerMillisPerLifecycle());
        line(
                text,
                "| load generator's CPU, apart | %.2f ms | | |",
                result.generatorMillis() / (double) load.lifecycles());
        line(text, "| heap after a collection, MB | %s | | |", result.heapMegabytes());
        line(
                text,
                "| warm start of the stack | %s | | |",
                result.start().isZero()
                        ? "not measured"
                        : format("%.1f s", result.start().toMillis() / 1000.0));
        line(text, "");
        line(text, "| stage, ms | p50 | p95 | p99 | max |");
        line(text, "|---|---|---|---|---|");
        for (Stage stage : Stage.values()) {
            line(
                    text,
                    "| %s | %.1f | %.1f | %.1f | %.1f |",
                    stage.title(),
                    load.timings().percentile(stage, 50),
                    load.timings().percentile(stage, 95),
                    load.timings().percentile(stage, 99),
                    load.timings().percentile(stage, 100));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String pattern, Object... values) {
        text.append(format(pattern, values)).append('\n');
    }

    private static String format(String pattern, Object... values) {
        return pattern.isEmpty() ? "" : String.format(Locale.ROOT, pattern, values);
    }
}
