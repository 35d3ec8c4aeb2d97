package io.wangge.gateway.account;

import io.wangge.contracts.Actor;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.gateway.account.Standing.SetPassword;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an administrator does to an account, and its owner to the password. Who may is asked before. */
public final class AccountDecider {
    /** A place is prepared long before it opens. */
    private static final Duration FIRST_LASTS = Duration.ofDays(365);

    private final Duration oneTimeLasts;

    /** @param oneTimeLasts how long a password that was given out is good for the one sign-in */
    public AccountDecider(Duration oneTimeLasts) {
        this.oneTimeLasts = oneTimeLasts;
    }

    /** What is to be written. @param event null when nothing changes */
    public record Changed(SignInRecord after, @Nullable AuditEvent event) {}

    /** The account was put in place just before; it has no password yet. */
    public Changed open(Account account, SignInRecord before, String hash, Actor by, Instant now) {
        return new Changed(
                given(before, hash, now), new AuditEvent.AccountOpened(account.username(), account.staffId(), by));
    }

    /** As {@link #open}, with a password that somebody set before the start; good for a year of preparing. */
    public Changed openFirst(Account account, SignInRecord before, String hash, Actor by, Instant now) {
        Instant at = before.notBefore(now);
        SetPassword once = new SetPassword(hash, at, at.plus(FIRST_LASTS));
        return new Changed(
                new SignInRecord(0, null, at, before.standing().withPassword(once)),
                new AuditEvent.AccountOpened(account.username(), account.staffId(), by));
    }

    /** Whatever locked the account is forgotten with the password that was tried. */
    public Changed reset(Account account, SignInRecord before, String hash, Actor by, Instant now) {
        return new Changed(
                given(before, hash, now), new AuditEvent.PasswordReset(account.username(), account.staffId(), by));
    }

    /** @param hash of what the person chose */
    public Changed choose(Account account, SignInRecord before, String hash, Instant now) {
        Instant at = before.notBefore(now);
        return new Changed(
                new SignInRecord(0, null, at, before.standing().withPassword(new SetPassword(hash, at, null))),
                new AuditEvent.PasswordChanged(account.username(), account.staffId()));
    }

    /** Again is no fault. */
    public Changed disable(Account account, SignInRecord before, Actor by, String reason, Instant now) {
        Instant at = before.notBefore(now);
        return before.standing().disabledAt() != null
                ? new Changed(before, null)
                : new Changed(
                        before.now(before.standing().disabled(at), at),
                        new AuditEvent.AccountDisabled(account.username(), account.staffId(), by, reason));
    }

    /** Again is no fault. A lock of before is forgotten. */
    public Changed enable(Account account, SignInRecord before, Actor by, Instant now) {
        return before.standing().disabledAt() == null
                ? new Changed(before, null)
                : new Changed(
                        new SignInRecord(
                                0,
                                null,
                                before.notBefore(now),
                                before.standing().enabled()),
                        new AuditEvent.AccountEnabled(account.username(), account.staffId(), by));
    }

    public Changed endSessions(Account account, SignInRecord before, Actor by, Instant now) {
        Instant at = before.notBefore(now);
        return new Changed(
                before.now(before.standing().signedOut(at), at),
                new AuditEvent.SessionsEnded(account.username(), account.staffId(), by));
    }

    private SignInRecord given(SignInRecord before, String hash, Instant now) {
        Instant at = before.notBefore(now);
        SetPassword once = new SetPassword(hash, at, at.plus(oneTimeLasts));
        return new SignInRecord(0, null, at, before.standing().withPassword(once));
    }
}
