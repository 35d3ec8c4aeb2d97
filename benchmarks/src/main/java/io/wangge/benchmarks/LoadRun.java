package io.wangge.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** N callers, each a virtual thread with a connection of its own, one lifecycle after the other. */
final class LoadRun {
    private final URI gateway;
    private final Tokens tokens;
    private final int callers;

    LoadRun(URI gateway, Tokens tokens, int callers) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.callers = callers;
    }

    /**
     * @param lifecycles all that were begun within the time, closed and on the ledger
     * @param elapsed from the first report until the last one is on the ledger
     * @param drain how much of it passed after the last case was closed: how far the ledger lagged behind
     */
    record Outcome(long lifecycles, Duration elapsed, Duration drain, Timings timings) {
        double perSecond() {
            return lifecycles / (elapsed.toNanos() / 1e9);
        }
    }

    /** @throws BenchFailed when anything is answered other than it should */
    Outcome run(Duration time, Timings timings) {
        long start = System.nanoTime();
        long deadline = start + time.toNanos();
        List<Lifecycle.Done> last = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Lifecycle.@Nullable Done>> all = new ArrayList<>();
            for (int number = 0; number < callers; number++) {
                int caller = number;
                all.add(threads.submit(() -> oneAfterTheOther(caller, deadline, timings)));
            }
            for (Future<Lifecycle.@Nullable Done> one : all) {
                Lifecycle.Done done = result(one);
                if (done != null) {
                    last.add(done);
                }
            }
        }
        long closed = System.nanoTime();
        awaitLedger(last);
        long end = System.nanoTime();
        return new Outcome(
                timings.count(Stage.WHOLE), Duration.ofNanos(end - start), Duration.ofNanos(end - closed), timings);
    }

    private Lifecycle.@Nullable Done oneAfterTheOther(int number, long deadline, Timings timings) throws IOException {
        Lifecycle.Done last = null;
        try (Wire wire = new Wire(gateway)) {
            Lifecycle lifecycle = new Lifecycle(wire, tokens, number);
            while (System.nanoTime() - deadline < 0) {
                last = lifecycle.run(timings);
            }
        }
        return last;
    }

    private void awaitLedger(List<Lifecycle.Done> last) {
        try (Wire wire = new Wire(gateway)) {
            Lifecycle reader = new Lifecycle(wire, tokens, 0);
            for (Lifecycle.Done done : last) {
                reader.awaitLedger(done);
            }
        } catch (IOException broken) {
            throw new BenchFailed("the ledger cannot be asked: " + broken);
        }
    }

    private static <T> T result(Future<T> one) {
        try {
            return one.get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw cause instanceof BenchFailed words ? words : new BenchFailed("a caller failed: " + cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted");
        }
    }
}
