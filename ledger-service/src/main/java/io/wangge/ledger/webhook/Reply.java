package io.wangge.ledger.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What came of one try.
 *
 * @param status null when there was no answer
 * @param problem code: {@code http-STATUS}, {@code timed-out}, {@code not-reached}, {@code target-not-allowed}; null when
 *     it went well
 */
public record Reply(@Nullable Integer status, @Nullable String problem, long millis) {
    private static final int GONE = 410;

    public static Reply answered(int status, long millis) {
        return new Reply(status, status / 100 == 2 ? null : "http-" + status, millis);
    }

    public static Reply failed(String problem, long millis) {
        return new Reply(null, problem, millis);
    }

    /** Standard Webhooks: any 2xx. */
    public boolean isGood() {
        return problem == null;
    }

    /** Standard Webhooks: the receiver wants no more. */
    public boolean isGone() {
        return status != null && status == GONE;
    }
}
