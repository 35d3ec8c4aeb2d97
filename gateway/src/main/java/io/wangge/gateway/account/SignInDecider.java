package io.wangge.gateway.account;

import io.wangge.contracts.Refused;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.gateway.account.SignInDecision.Granted;
import io.wangge.gateway.account.SignInDecision.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides a try to sign in from what was tried before. The same words for a wrong name and a wrong password; that an account
 * is disabled, or wants a new password, hears only who knows the present one.
 */
public final class SignInDecider {
    public static final String WRONG_PASSWORD = "wrong-password";
    public static final String ACCOUNT_LOCKED = "account-locked";
    public static final String ACCOUNT_DISABLED = "account-disabled";
    public static final String PASSWORD_OVER = "one-time-password-over";
    public static final String NEW_PASSWORD_NEEDED = "new-password-needed";

    private final LockPolicy policy;

    public SignInDecider(LockPolicy policy) {
        this.policy = policy;
    }

    /**
     * @param staffId null for a name that nobody has: it is refused, but counted and locked as any other, so that an
     *     outsider cannot tell names that exist
     */
    public SignInDecision decide(
            String username, @Nullable String staffId, SignInRecord before, boolean passwordFits, Instant now) {
        if (before.isLockedAt(now)) {
            return new Rejected(before, null, locked(before, now));
        }
        Instant at = before.notBefore(now);
        if (passwordFits && staffId != null) {
            return withTheRightPassword(username, staffId, before, at);
        }
        int failures = before.failures() + 1;
        boolean locks = policy.locksAt(failures);
        SignInRecord after = before.tried(failures, locks ? now.plus(policy.lockAfter(failures)) : null, at);
        String code = locks ? ACCOUNT_LOCKED : WRONG_PASSWORD;
        return new Rejected(
                after,
                new AuditEvent.SignInRefused(username, staffId, code),
                locks ? locked(after, now) : Refused.of(WRONG_PASSWORD));
    }

    private static SignInDecision withTheRightPassword(
            String username, String staffId, SignInRecord before, Instant at) {
        if (before.standing().disabledAt() != null) {
            return refusedOnRecord(username, staffId, before, at, ACCOUNT_DISABLED);
        }
        if (before.passwordIsOver(at)) {
            return refusedOnRecord(username, staffId, before, at, PASSWORD_OVER);
        }
        return before.needsNewPassword()
                ? new Rejected(before, null, Refused.of(NEW_PASSWORD_NEEDED))
                : new Granted(before.tried(0, null, at), new AuditEvent.SignedIn(username, staffId));
    }

    private static Rejected refusedOnRecord(
            String username, String staffId, SignInRecord before, Instant at, String code) {
        return new Rejected(
                before.tried(0, null, at), new AuditEvent.SignInRefused(username, staffId, code), Refused.of(code));
    }

    private static Refused locked(SignInRecord record, Instant now) {
        Instant until = record.lockedUntil() == null ? now : record.lockedUntil();
        long seconds = Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
        return new Refused(ACCOUNT_LOCKED, Map.of("retryAfterSeconds", seconds, "minutes", (seconds + 59) / 60));
    }
}
