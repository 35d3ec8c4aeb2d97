package io.wangge.intake.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.Duration;
import java.util.Map;

/** So many calls in a while for each of many callers, in this replica's memory. */
public final class Allowance {
    private static final int MOST_CALLERS = 50_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final LoadingCache<String, Bucket> buckets;

    public Allowance(int most, Duration in) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, in))
                        .build());
    }

    /** @throws ProblemException 429 {@code too-many-requests} */
    public void take(String key) {
        if (!buckets.get(key).tryConsume(1)) {
            throw new ProblemException(429, ProblemCodes.TOO_MANY_REQUESTS, Map.of("retryAfterSeconds", 30));
        }
    }
}
