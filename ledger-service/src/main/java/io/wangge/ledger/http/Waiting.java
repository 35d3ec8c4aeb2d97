package io.wangge.ledger.http;

import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How long a reader may wait. */
public final class Waiting {
    /** Below the time after which proxies give up. */
    private static final long MOST_MILLIS = 10_000;

    private Waiting() {}

    /** @throws ProblemException {@code invalid-field} unless 0 to 10,000 */
    public static Duration of(long waitMs) {
        if (waitMs < 0 || waitMs > MOST_MILLIS) {
            throw ProblemException.invalid(
                    List.of(new FieldFault("waitMs", "out-of-range", Map.of("min", 0, "max", MOST_MILLIS))));
        }
        return Duration.ofMillis(waitMs);
    }
}
