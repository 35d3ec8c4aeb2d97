package io.wangge.benchmarks;

import io.wangge.localstack.LocalStack;
import io.wangge.localstack.StackException;
import io.wangge.localstack.StackOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./grid bench}: throughput and cost of the lifecycle through the gateway, on a stack of its own on free ports, beside
 * the raw limit. Exit codes: 0 written down; 1 something went wrong, nothing written; 2 not understood.
 */
@Command(
        name = "grid bench",
        description = "性能测量 · throughput and cost of a lifecycle",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(8);
    private static final Duration WARM_UP_STEP = Duration.ofSeconds(10);
    /** Of the servers' CPU time, spent by compilers: they never stop altogether. */
    private static final double RESTING = 0.03;

    private static final int BOARD_SHARE = 4;
    private static final Duration BOARD_PHASE = Duration.ofSeconds(10);

    @Option(names = "--seconds", defaultValue = "30", description = "测量时长 · of the measured phase (${DEFAULT-VALUE})")
    int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "12000",
            description = "预热件数 · lifecycles to warm up (${DEFAULT-VALUE})")
    int warmUpLifecycles;

    @Option(names = "--callers", defaultValue = "128", description = "并发数 · callers at once (${DEFAULT-VALUE})")
    int callers;

    @Option(
            names = "--burst",
            paramLabel = "N",
            description = "只测突发：每秒 N 件上报 · only a burst: N reports a second, for --seconds")
    int burst;

    @Option(
            names = "--batch",
            defaultValue = "1",
            description = "突发时每次调用的件数 · of a burst, reports in one call (${DEFAULT-VALUE}; more use the sync call)")
    int batch;

    @Option(names = "--out", description = "结果文件 · results go behind those in this file (benchmarks/RESULTS.md)")
    @Nullable
    Path out;

    private final PrintStream console;

    private Bench(PrintStream console) {
        this.console = console;
    }

    public static void main(String[] arguments) {
        // Chinese must come out whole, whatever the locale of the terminal says.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new Bench(out))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof BenchFailed || failure instanceof StackException) {
                        out.println(failure.getMessage());
                        return 1;
                    }
                    throw failure;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        double loadBefore = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        StackOptions options = StackOptions.forTests().withProgress(console::println);
        console.println("首次启动：建库、写入演示数据 · first start: databases and demo data");
        LocalStack.start(options).stop();
        console.println("热启动 · warm start");
        long start = System.nanoTime();
        try (LocalStack stack = LocalStack.start(options)) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (burst > 0) {
                burst(stack);
                return 0;
            }
            Result result = measure(stack, Machine.here(options.repository()), took, loadBefore);
            Path file = out == null ? options.repository().resolve("benchmarks/RESULTS.md") : out;
            ResultsTable.append(file, result);
            console.println(ResultsTable.markdown(result));
            console.println("已写入 · written to " + file);
        }
        return 0;
    }

    private Result measure(LocalStack stack, Machine machine, Duration start, double loadBefore) throws IOException {
        Tokens tokens = Tokens.fetch(stack.gatewayUri(), stack.demoPassword());
        LoadRun load = new LoadRun(stack.gatewayUri(), tokens, callers);
        long warmUp = warmUp(load, stack.pids());

        console.println("测量 · measuring %d s, %d callers".formatted(seconds, callers));
        Map<String, Long> before = ProcessorTime.of(stack.pids());
        Map<String, Long> compilersBefore = ProcessorTime.ofCompilers(stack.pids());
        long generatorBefore = ownMillis();
        LoadRun.Outcome outcome = load.run(Duration.ofSeconds(seconds), new Timings());
        Map<String, Long> used = ProcessorTime.since(before, ProcessorTime.of(stack.pids()));
        Map<String, Long> compilers = ProcessorTime.since(compilersBefore, ProcessorTime.ofCompilers(stack.pids()));
        long generator = ownMillis() - generatorBefore;

        Map<String, Long> heap = new LinkedHashMap<>();
        stack.pids().forEach((name, pid) -> {
            if (name.endsWith("-service") || name.equals("gateway")) {
                heap.put(name, Heap.usedMegabytes(pid));
            }
        });

        console.println("看板 · the board");
        watchBoard(stack.gatewayUri(), tokens, outcome.timings());

        console.println("原始上限 · raw limit");
        Map<String, Long> stores = new LinkedHashMap<>(stack.pids());
        stores.keySet().retainAll(Set.of("mongod", "kafka"));
        RawLimit.Outcome raw = new RawLimit(stack.mongoUri(), stack.kafkaBootstrap(), () -> ProcessorTime.of(stores))
                .run(Duration.ofSeconds(seconds));
        return new Result(
                OffsetDateTime.now(ZoneId.of("Asia/Shanghai")),
                machine,
                callers,
                outcome,
                used,
                compilers,
                warmUp,
                generator,
                raw,
                heap,
                start,
                loadBefore);
    }

    private void burst(LocalStack stack) throws IOException {
        Tokens tokens = Tokens.fetch(stack.gatewayUri(), stack.demoPassword());
        // By count: a burst meets services that have worked, not ones whose compilers rest.
        LoadRun load = new LoadRun(stack.gatewayUri(), tokens, callers);
        console.println("预热 · warm-up, %d lifecycles".formatted(warmUpLifecycles));
        for (long done = 0; done < warmUpLifecycles; ) {
            done += load.run(WARM_UP_STEP, new Timings()).lifecycles();
        }
        console.println("突发 · burst, %d reports/s for %d s, %d in a call".formatted(burst, seconds, batch));
        Map<String, Long> before = ProcessorTime.of(stack.pids());
        long generatorBefore = ownMillis();
        Burst.Outcome outcome =
                new Burst(stack.gatewayUri(), tokens, stack.mongoUri()).run(burst, batch, Duration.ofSeconds(seconds));
        Map<String, Long> used = ProcessorTime.since(before, ProcessorTime.of(stack.pids()));
        console.println("asked %d, acknowledged %d (%.0f/s), put off %d, failed %d"
                .formatted(
                        outcome.asked(),
                        outcome.acknowledged(),
                        outcome.acknowledgedPerSecond(),
                        outcome.putOff(),
                        outcome.failed()));
        console.println("answered after p50 %.0f ms, p95 %.0f ms, p99 %.0f ms; last answer after %.1f s"
                .formatted(
                        outcome.latency().getValueAtPercentile(50) / 1000.0,
                        outcome.latency().getValueAtPercentile(95) / 1000.0,
                        outcome.latency().getValueAtPercentile(99) / 1000.0,
                        outcome.took().toMillis() / 1000.0));
        console.println("cases %d of %d, the last %.1f s after the last answer"
                .formatted(
                        outcome.cases(),
                        outcome.acknowledged(),
                        outcome.backlog().toMillis() / 1000.0));
        console.println("CPU ms: %s, load generator %d".formatted(used, ownMillis() - generatorBefore));
        if (outcome.failed() > 0 || outcome.cases() < outcome.acknowledged()) {
            throw new BenchFailed("突发未达标：有失败，或有上报没有成为案卷 · the burst failed: errors, or reports without a case");
        }
    }

    /** Apart from the measured phase, whose cost it would raise; at half load, as a board is looked at. */
    private void watchBoard(URI gateway, Tokens tokens, Timings timings) throws IOException {
        LoadRun load = new LoadRun(gateway, tokens, Math.max(1, callers / BOARD_SHARE));
        for (Timings into : List.of(new Timings(), timings)) {
            try (BoardWatch board = BoardWatch.open(gateway, tokens.headerOf("leader-1"), into)) {
                load.run(BOARD_PHASE, new Timings());
            }
        }
    }

    /**
     * Until the compilers rest: what they take is spent once in the life of a service, and would dwarf what is measured.
     *
     * @return lifecycles made
     */
    private long warmUp(LoadRun load, Map<String, Long> pids) {
        console.println("预热 · warm-up, at least %d lifecycles".formatted(warmUpLifecycles));
        long deadline = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        long done = 0;
        double share = 1;
        while (System.nanoTime() - deadline < 0) {
            Map<String, Long> before = ProcessorTime.of(pids);
            Map<String, Long> compilersBefore = ProcessorTime.ofCompilers(pids);
            done += load.run(WARM_UP_STEP, new Timings()).lifecycles();
            share = sum(ProcessorTime.since(compilersBefore, ProcessorTime.ofCompilers(pids)))
                    / (double) sum(ProcessorTime.since(before, ProcessorTime.of(pids)));
            console.println("  %d, 编译 compiling %.1f %%".formatted(done, 100 * share));
            if (done >= warmUpLifecycles && share <= RESTING) {
                return done;
            }
        }
        console.println("编译未停，结果偏高 · the compilers are still at work; costs come out too high");
        return done;
    }

    private static long sum(Map<String, Long> millis) {
        return millis.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long ownMillis() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean own
                ? own.getProcessCpuTime() / 1_000_000
                : 0;
    }
}
