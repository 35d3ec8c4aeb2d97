package io.wangge.intake.http.field;

import io.wangge.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Sync calls wait their turn before their bodies are read, first come first served. After a storm every phone comes back
 * within minutes with a call of up to two hundred items: side by side, all of them would lie in memory and wait for the same
 * group commits, until the collector is all that runs.
 */
final class SyncTurns implements HandlerInterceptor {
    private final Semaphore turns;
    private final Duration patience;

    /**
     * @param atOnce calls at work; a handful fills the group commit
     * @param patience after this a call is answered 503 {@code sync-busy}; shorter than the gateway waits for an answer, or
     *     the work would be done for nobody
     */
    SyncTurns(int atOnce, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProblemException(503, "sync-busy");
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        turns.release();
    }
}
