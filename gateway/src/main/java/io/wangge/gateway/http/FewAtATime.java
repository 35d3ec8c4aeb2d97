package io.wangge.gateway.http;

import io.wangge.gateway.settings.GatewaySettings;
import io.wangge.kit.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where blocking work of the identity part runs: password hashing and the database driver, off the event loop and few at a
 * time, so that a rush of sign-ins takes no processor from those who are signed in.
 */
@Component
class FewAtATime implements DisposableBean {
    /** At 60 ms each on two threads, the last of these waits about 4 s: nobody waits longer for a page. */
    private static final int MOST_WAITING = 128;

    private final ThreadPoolExecutor pool;
    private final Scheduler scheduler;

    FewAtATime(GatewaySettings settings) {
        int threads = settings.signIn().hashingThreads();
        this.pool = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("identity-", 0).daemon().factory());
        this.scheduler = Schedulers.fromExecutorService(pool);
    }

    /** @return fails with 503 {@code sign-in-busy} when too many wait already */
    <T> Mono<T> run(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(scheduler).onErrorMap(RejectedExecutionException.class, e -> busy());
    }

    private static ProblemException busy() {
        return new ProblemException(
                503,
                "sign-in-busy",
                Map.of("retryAfterSeconds", Duration.ofSeconds(2).toSeconds()));
    }

    @Override
    public void destroy() {
        scheduler.dispose();
        pool.shutdown();
    }
}
