package io.wangge.gateway.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on an account since it was opened.
 *
 * @param disabledAt nobody signs in any more; null for an account in use
 * @param password that took the place of the account's first one; null while that one holds
 * @param sessionsFrom sessions that began before are over, and so are their access tokens; null when none was ended
 */
public record Standing(
        @Nullable Instant disabledAt,
        @Nullable SetPassword password,
        @Nullable Instant sessionsFrom) {
    public static final Standing NEW = new Standing(null, null, null);

    /**
     * @param hash bcrypt
     * @param goodUntil of a password for one sign-in, which then asks for another; null for one that the person chose
     */
    public record SetPassword(
            String hash, Instant setAt, @Nullable Instant goodUntil) {
        @Override
        public String toString() {
            return "SetPassword[" + setAt + "]";
        }
    }

    /** A session of then goes on. */
    public boolean keeps(Instant sessionStartedAt) {
        return disabledAt == null && (sessionsFrom == null || !sessionStartedAt.isBefore(sessionsFrom));
    }

    Standing disabled(Instant now) {
        return new Standing(now, password, now);
    }

    Standing enabled() {
        return new Standing(null, password, sessionsFrom);
    }

    Standing withPassword(SetPassword next) {
        return new Standing(disabledAt, next, next.setAt());
    }

    Standing signedOut(Instant now) {
        return new Standing(disabledAt, password, now);
    }
}
