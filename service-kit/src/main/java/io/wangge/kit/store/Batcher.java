package io.wangge.kit.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that takes whatever waits, at most so many and at most one per key, and hands it on as one batch, in the
 * order of arrival. The next batch gathers while this one is under way: that is all the delay there is.
 */
final class Batcher<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Batcher.class);
    private static final Duration LOOK_UP_FROM_WAITING = Duration.ofMillis(200);
    private static final Duration LAST_BATCHES = Duration.ofSeconds(20);

    private final BlockingQueue<T> queue = new LinkedBlockingQueue<>();
    private final int maxBatch;
    private final Function<T, String> key;
    private final Consumer<List<T>> action;
    private final Thread thread;
    private volatile boolean open = true;

    /** @param action must settle every item; what it throws is logged and ends nothing */
    Batcher(String name, int maxBatch, Function<T, String> key, Consumer<List<T>> action) {
        this.maxBatch = maxBatch;
        this.key = key;
        this.action = action;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** @return false when it is closed and the item was not taken */
    boolean offer(T item) {
        return open && queue.add(item);
    }

    private void run() {
        List<T> waiting = new ArrayList<>();
        while (open || !queue.isEmpty() || !waiting.isEmpty()) {
            try {
                if (waiting.isEmpty()) {
                    T first = queue.poll(LOOK_UP_FROM_WAITING.toMillis(), TimeUnit.MILLISECONDS);
                    if (first == null) {
                        continue;
                    }
                    waiting.add(first);
                }
                queue.drainTo(waiting, maxBatch);
                action.accept(takeBatch(waiting));
            } catch (InterruptedException e) {
                open = false;
            } catch (RuntimeException e) {
                LOG.error("Batch of {} failed", Thread.currentThread().getName(), e);
            }
        }
    }

    private List<T> takeBatch(List<T> waiting) {
        List<T> batch = new ArrayList<>();
        List<T> later = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (T item : waiting) {
            boolean fits = batch.size() < maxBatch && keys.add(key.apply(item));
            (fits ? batch : later).add(item);
        }
        waiting.clear();
        waiting.addAll(later);
        return batch;
    }

    /** Works off what was taken, then stops. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join(LAST_BATCHES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
