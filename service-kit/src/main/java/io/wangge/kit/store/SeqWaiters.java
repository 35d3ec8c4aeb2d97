package io.wangge.kit.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Readers that wait for a stream to get on. Whoever writes here wakes them; what another replica writes is found by
 * looking again now and then.
 */
public final class SeqWaiters {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private record Waiter(long seq, CountDownLatch latch) {}

    private final Map<String, Map<Waiter, Boolean>> waiting = new ConcurrentHashMap<>();

    /** The stream stands at {@code seq} now. */
    public void reached(String id, long seq) {
        Map<Waiter, Boolean> waiters = waiting.get(id);
        if (waiters != null) {
            waiters.keySet().stream()
                    .filter(waiter -> waiter.seq() <= seq)
                    .forEach(waiter -> waiter.latch().countDown());
        }
    }

    /**
     * @param load reads the present state
     * @param seqOf how far that state is
     * @return the state at or after {@code seq}, or what there is when the time is up or the thread is interrupted
     */
    public <S> Optional<S> await(
            String id, long seq, Duration atMost, Supplier<Optional<S>> load, ToLongFunction<S> seqOf) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Waiter waiter = new Waiter(seq, new CountDownLatch(1));
        waiting.compute(id, (key, waiters) -> {
            Map<Waiter, Boolean> all = waiters == null ? new ConcurrentHashMap<>() : waiters;
            all.put(waiter, true);
            return all;
        });
        try {
            while (true) {
                Optional<S> now = load.get();
                long left = deadline - System.nanoTime();
                if (left <= 0
                        || now.filter(state -> seqOf.applyAsLong(state) >= seq).isPresent()) {
                    return now;
                }
                waiter.latch().await(Math.min(left, LOOK_AGAIN.toNanos()), TimeUnit.NANOSECONDS);
                if (waiter.latch().getCount() == 0) {
                    return load.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return load.get();
        } finally {
            waiting.computeIfPresent(id, (key, waiters) -> {
                waiters.remove(waiter);
                return waiters.isEmpty() ? null : waiters;
            });
        }
    }
}
