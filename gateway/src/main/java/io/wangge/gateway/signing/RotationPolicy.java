package io.wangge.gateway.signing;

import java.time.Duration;

/**
 * @param rotateAfter age at which a newer key is made
 * @param announce how long a key is published before it signs
 * @param tokenLifetime how long the last token of a replaced key may live
 */
public record RotationPolicy(Duration rotateAfter, Duration announce, Duration tokenLifetime) {
    /** Checkers forgive clocks 30 s; a minute more keeps a replaced key long enough for all of them. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    Duration publishedAfterReplacement() {
        return tokenLifetime.plus(LEEWAY);
    }
}
