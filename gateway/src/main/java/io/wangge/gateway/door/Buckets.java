package io.wangge.gateway.door;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A rate limit for each of many callers, in this replica's memory. */
public final class Buckets {
    /** A bucket that was not asked for so long, and for its period, is full again. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private static final int MOST = 50_000;

    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param burst calls at once
     * @param refill calls that come back, evenly, in each {@code period}
     */
    public Buckets(int burst, int refill, Duration period) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(period.compareTo(FORGOTTEN_AFTER) > 0 ? period : FORGOTTEN_AFTER)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period))
                        .build());
    }

    /** @throws ProblemException 429 {@code too-many-requests} with the seconds to wait */
    public void take(String key) {
        Bucket bucket = buckets.get(key);
        if (!bucket.tryConsume(1)) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
                throw new ProblemException(429, ProblemCodes.TOO_MANY_REQUESTS, Map.of("retryAfterSeconds", seconds));
            }
        }
    }
}
