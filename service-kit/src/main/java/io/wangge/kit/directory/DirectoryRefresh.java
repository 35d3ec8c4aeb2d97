package io.wangge.kit.directory;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks once a second for what another replica has switched. */
class DirectoryRefresh implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryRefresh.class);
    private static final long PERIOD_MILLIS = 1_000;
    private final MongoDirectoryCopy copy;
    private @Nullable ScheduledExecutorService clock;

    DirectoryRefresh(MongoDirectoryCopy copy) {
        this.copy = copy;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("directory-refresh").factory());
        fresh.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        clock = fresh;
    }

    private void look() {
        try {
            copy.refreshQuietly();
        } catch (RuntimeException e) {
            // An exception would end the looking for good.
            LOG.error("The directory cannot be loaded", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }
}
