package io.wangge.gateway.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has been tried on one account.
 *
 * @param failures wrong passwords since the last right one
 * @param lockedUntil nobody gets in before, whatever the password
 * @param lastEventAt time of the newest audit event, so that event time never runs backwards in the stream
 */
public record SignInRecord(int failures, @Nullable Instant lockedUntil, Instant lastEventAt) {
    public static final SignInRecord NONE = new SignInRecord(0, null, Instant.EPOCH);

    public boolean isLockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
