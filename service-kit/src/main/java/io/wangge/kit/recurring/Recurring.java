package io.wangge.kit.recurring;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does its work when the service has started, and again after each pause, until it stops. */
public final class Recurring implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);
    private static final Duration STOP = Duration.ofSeconds(3);

    private final String name;
    private final Runnable work;
    private final Supplier<Duration> pause;
    private volatile @Nullable Thread thread;

    /**
     * @param name of its thread
     * @param work what it throws is logged and ends nothing
     * @param pause asked after each time, since it may depend on how that went
     */
    public Recurring(String name, Runnable work, Supplier<Duration> pause) {
        this.name = name;
        this.work = work;
        this.pause = pause;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name(name).start(this::goOn);
    }

    private void goOn() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("{} failed and is tried again", name, e);
            }
            try {
                Thread.sleep(pause.get());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                // The store is closed next; work that is under way should not fall over that.
                running.join(STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
