package io.wangge.intake.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the clock of a device lies from ours. What it says is noted and used to understand when something was seen; no
 * limit ever starts by it, limits run from the receipt.
 *
 * @param skew positive when the device is ahead, to the millisecond; null when it did not say its time
 */
public record DeviceClock(@Nullable Duration skew) {
    /** Less is the way of the message, not the clock. */
    private static final Duration UNREMARKABLE = Duration.ofMinutes(2);

    static DeviceClock of(@Nullable Instant deviceTime, Instant receivedAt) {
        return new DeviceClock(deviceTime == null ? null : Duration.between(receivedAt, deviceTime));
    }

    /** By our clock, when the device says {@code observedAt}; never after {@code receivedAt}. */
    Instant ours(Instant observedAt, Instant receivedAt) {
        Instant corrected = isOff() && skew != null ? observedAt.minus(skew) : observedAt;
        return corrected.isAfter(receivedAt) ? receivedAt : corrected;
    }

    boolean isOff() {
        return skew != null && skew.abs().compareTo(UNREMARKABLE) > 0;
    }
}
