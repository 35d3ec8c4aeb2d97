package io.wangge.gateway.http;

import io.wangge.gateway.account.SignInRecord;
import io.wangge.gateway.account.Standing.SetPassword;
import io.wangge.gateway.desk.AccountDesk.Standings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as an administrator sees it.
 *
 * @param lockedUntil after wrong passwords; null where it is open
 * @param oneTimeUntil until when the password that was given out lets its owner in, who then chooses another; null otherwise
 * @param sessions browsers that are signed in, fifty at most
 * @param lastSeenAt when one of them last renewed its session
 * @param password for one sign-in, shown this once
 */
record AccountView(
        String username,
        String staffId,
        @Nullable Instant disabledAt,
        @Nullable Instant lockedUntil,
        @Nullable Instant oneTimeUntil,
        @Nullable Instant passwordSetAt,
        int sessions,
        @Nullable Instant lastSeenAt,
        @Nullable String password) {
    static AccountView of(Standings of, @Nullable String password, Instant now) {
        SignInRecord record = of.record();
        SetPassword set = record.standing().password();
        return new AccountView(
                of.account().username(),
                of.account().staffId(),
                record.standing().disabledAt(),
                record.isLockedAt(now) ? record.lockedUntil() : null,
                set == null ? null : set.goodUntil(),
                set == null ? null : set.setAt(),
                of.sessions().size(),
                of.sessions().isEmpty() ? null : of.sessions().getFirst().rotatedAt(),
                password);
    }

    @Override
    public String toString() {
        return "AccountView[" + username + "]";
    }
}
