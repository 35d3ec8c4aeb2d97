package io.wangge.gateway.account;

import io.wangge.gateway.account.Standing.SetPassword;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has been tried on one account, and what was decided on it: one document, so that each goes on record in one write.
 *
 * @param failures wrong passwords since the last right one
 * @param lockedUntil nobody gets in before, whatever the password
 * @param lastEventAt time of the newest audit event, so that event time never runs backwards in the stream
 */
public record SignInRecord(int failures, @Nullable Instant lockedUntil, Instant lastEventAt, Standing standing) {
    public static final SignInRecord NONE = new SignInRecord(0, null, Instant.EPOCH);

    public SignInRecord(int failures, @Nullable Instant lockedUntil, Instant lastEventAt) {
        this(failures, lockedUntil, lastEventAt, Standing.NEW);
    }

    public boolean isLockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** Hash of the password that holds. @param first of the account, null where it was opened without */
    public @Nullable String passwordHash(@Nullable String first) {
        SetPassword set = standing.password();
        return set == null ? first : set.hash();
    }

    /** The password was given out for one sign-in, which has to choose another. */
    public boolean needsNewPassword() {
        SetPassword set = standing.password();
        return set != null && set.goodUntil() != null;
    }

    boolean passwordIsOver(Instant now) {
        SetPassword set = standing.password();
        return set != null && set.goodUntil() != null && !now.isBefore(Objects.requireNonNull(set.goodUntil()));
    }

    /** Event time never runs backwards in the account's stream. */
    public Instant notBefore(Instant now) {
        return now.isBefore(lastEventAt) ? lastEventAt : now;
    }

    SignInRecord tried(int failuresNow, @Nullable Instant until, Instant at) {
        return new SignInRecord(failuresNow, until, at, standing);
    }

    SignInRecord now(Standing next, Instant at) {
        return new SignInRecord(failures, lockedUntil, at, next);
    }

    public SignInRecord seenAt(Instant at) {
        return tried(failures, lockedUntil, at);
    }
}
