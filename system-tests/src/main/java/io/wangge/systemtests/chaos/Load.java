package io.wangge.systemtests.chaos;

import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.Command;
import io.wangge.systemtests.client.Outcome;
import io.wangge.systemtests.client.ReportForm;
import io.wangge.systemtests.client.Session;
import io.wangge.systemtests.demo.People;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** People at work: each reports, handles and calls back one matter after the other, and repeats whatever an outage leaves open. */
final class Load {
    private final People people;
    private final int callers;
    private final Duration patience;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
    private final AtomicInteger finished = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean going = true;

    /** @param patience how long one step is repeated before it counts as lost; longer than the longest outage */
    Load(People people, int callers, Duration patience) {
        this.people = people;
        this.callers = callers;
        this.patience = patience;
    }

    void start() {
        for (int caller = 0; caller < callers; caller++) {
            threads.execute(() -> {
                while (going) {
                    lifecycle();
                }
            });
        }
    }

    /** No new reports; what was begun is brought to its end. @return whether all got there in time */
    boolean finish(Duration within) {
        going = false;
        threads.shutdown();
        try {
            return threads.awaitTermination(within.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Ids of the reports that were answered with a 2xx: these must not be lost. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    int finished() {
        return finished.get();
    }

    /** What was refused for good, or never answered. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    private void lifecycle() {
        ReportForm form = ReportForm.saying("江滨苑三号楼有人高空抛物")
                .category("0804")
                .at(120.107, 30.233)
                .resident("张桂兰", "19900001111");
        try {
            repeated(() -> people.named("grid-worker-1").report(form));
            acknowledged.add(form.id());
            handle(form.id());
            finished.incrementAndGet();
        } catch (RuntimeException trouble) {
            troubles.add(form.id() + ": " + trouble);
        }
    }

    private void handle(String id) {
        Session handler = people.named("handler-7");
        CaseView opened = repeated(() -> handler.awaitSeq(id, 2));
        Command accept = Command.accept();
        CaseView accepted = repeated(() -> handler.command(opened, accept));
        Command complete = Command.complete("已上门警示，加装摄像头");
        CaseView completed = repeated(() -> handler.command(accepted, complete));
        Session clerk = people.named("callback-clerk-2");
        repeated(() -> clerk.awaitRound(completed.roundId()));
        Outcome outcome = Outcome.satisfied("SATISFIED");
        repeated(() -> clerk.outcome(completed.roundId(), outcome));
        repeated(() -> handler.awaitState(id, "CLOSED"));
    }

    private <T> T repeated(Supplier<T> step) {
        return Insistent.until(patience, step);
    }
}
