package io.wangge.dispatch.desk;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that takes many seconds or much memory: few at once, and nobody waits in line, so that the commands of everybody
 * else go on meanwhile.
 */
public final class FewAtOnce {
    private final Semaphore places;

    /** @param most at least 1 */
    public FewAtOnce(int most) {
        this.places = new Semaphore(most);
    }

    /** The right to do it now; closing it gives it back, once. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** Empty when as many as may do so already. */
    public Optional<Place> enter() {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        AtomicBoolean left = new AtomicBoolean();
        return Optional.of(() -> {
            if (left.compareAndSet(false, true)) {
                places.release();
            }
        });
    }
}
