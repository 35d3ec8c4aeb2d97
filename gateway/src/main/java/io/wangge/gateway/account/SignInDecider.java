package io.wangge.gateway.account;

import io.wangge.contracts.Refused;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.gateway.account.SignInDecision.Granted;
import io.wangge.gateway.account.SignInDecision.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides a try to sign in from what was tried before. The same words for a wrong name and a wrong password. */
public final class SignInDecider {
    public static final String WRONG_PASSWORD = "wrong-password";
    public static final String ACCOUNT_LOCKED = "account-locked";

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
        Instant at = now.isBefore(before.lastEventAt()) ? before.lastEventAt() : now;
        if (passwordFits && staffId != null) {
            return new Granted(new SignInRecord(0, null, at), new AuditEvent.SignedIn(username, staffId));
        }
        int failures = before.failures() + 1;
        boolean locks = policy.locksAt(failures);
        SignInRecord after = new SignInRecord(failures, locks ? now.plus(policy.lockAfter(failures)) : null, at);
        String code = locks ? ACCOUNT_LOCKED : WRONG_PASSWORD;
        return new Rejected(
                after,
                new AuditEvent.SignInRefused(username, staffId, code),
                locks ? locked(after, now) : Refused.of(WRONG_PASSWORD));
    }

    private static Refused locked(SignInRecord record, Instant now) {
        Instant until = record.lockedUntil() == null ? now : record.lockedUntil();
        long seconds = Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
        return new Refused(ACCOUNT_LOCKED, Map.of("retryAfterSeconds", seconds, "minutes", (seconds + 59) / 60));
    }
}
