package io.wangge.gateway;

import io.wangge.gateway.desk.IdentityUpkeep;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the upkeep: often until people can sign in, then every half minute. Not ready before. */
@Component("identity")
class UpkeepClock implements SmartLifecycle, HealthIndicator {
    private static final long WHILE_STARTING_MILLIS = 200;
    private static final long RUNNING_MILLIS = 30_000;

    private final IdentityUpkeep upkeep;
    private @Nullable ScheduledExecutorService clock;

    UpkeepClock(IdentityUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("identity-upkeep").factory());
        clock = fresh;
        runThenAgain(fresh, 0);
    }

    private void runThenAgain(ScheduledExecutorService on, long delayMillis) {
        on.schedule(
                () -> {
                    upkeep.run();
                    if (!on.isShutdown()) {
                        runThenAgain(on, upkeep.isReady() ? RUNNING_MILLIS : WHILE_STARTING_MILLIS);
                    }
                },
                delayMillis,
                TimeUnit.MILLISECONDS);
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

    @Override
    public Health health() {
        return upkeep.isReady()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("cause", "no signing key or no accounts yet")
                        .build();
    }
}
