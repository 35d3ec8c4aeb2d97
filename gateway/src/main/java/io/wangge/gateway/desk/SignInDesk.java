package io.wangge.gateway.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.gateway.account.Account;
import io.wangge.gateway.account.SignInRecord;
import io.wangge.gateway.session.RefreshDecider;
import io.wangge.gateway.session.RefreshDecision;
import io.wangge.gateway.session.Session;
import io.wangge.gateway.session.SessionPolicy;
import io.wangge.gateway.session.Sessions;
import io.wangge.gateway.signing.AccessTokens;
import io.wangge.kit.store.StreamStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signing in, staying signed in, signing out. Every call blocks: bounded pool only, never the event loop. */
public final class SignInDesk {
    private final Sessions sessions;
    private final AuditTrail audit;
    private final PasswordGate gate;
    private final AccessTokens tokens;
    private final SessionPolicy policy;
    private final RefreshDecider refreshes;
    private final InstantSource clock;

    public SignInDesk(
            Sessions sessions,
            StreamStore<SignInRecord> records,
            PasswordGate gate,
            AccessTokens tokens,
            SessionPolicy policy,
            InstantSource clock) {
        this.sessions = sessions;
        this.audit = new AuditTrail(records);
        this.gate = gate;
        this.tokens = tokens;
        this.policy = policy;
        this.refreshes = new RefreshDecider(policy);
        this.clock = clock;
    }

    /** Either a session, or why not. */
    public sealed interface Answer {
        record Granted(SignedIn signedIn) implements Answer {}

        record Rejected(Refused why) implements Answer {}
    }

    /** The form in which names are compared and stored. */
    public static String nameOf(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** @param chosen another password, which takes the place of this one; null where the present one is to stay */
    public Answer signIn(String typedName, String password, @Nullable String chosen, @Nullable String traceparent) {
        return switch (gate.enter(nameOf(typedName), password, chosen, traceparent)) {
            case PasswordGate.Outcome.Inside(Account account, SignInRecord record) -> begin(account);
            case PasswordGate.Outcome.Outside(Refused why) -> new Answer.Rejected(why);
        };
    }

    private Answer begin(Account account) {
        Instant now = clock.instant();
        RefreshSecret secret = RefreshSecret.forNewSession();
        sessions.begin(new Session(
                secret.sessionId(),
                account.username(),
                account.staffId(),
                secret.hash(),
                null,
                now,
                now,
                now.plus(policy.longest())));
        return granted(account.staffId(), account.username(), now, secret, policy.longest());
    }

    /** A new access token for the secret that a browser kept. */
    public Answer refresh(String cookie) {
        Optional<RefreshSecret> presented = RefreshSecret.parse(cookie);
        Optional<Session> session = presented.flatMap(secret -> sessions.find(secret.sessionId()));
        if (presented.isEmpty() || session.isEmpty()) {
            return new Answer.Rejected(Refused.of("session-ended"));
        }
        Session before = session.get();
        // Also when it was ended between its beginning and now by somebody who did not see it yet.
        if (!audit.of(before.username()).standing().keeps(before.startedAt())) {
            sessions.end(before.id());
            return new Answer.Rejected(Refused.of("session-ended"));
        }
        RefreshSecret next = RefreshSecret.forSession(before.id());
        return switch (refreshes.decide(before, presented.get().hash(), next.hash(), clock.instant())) {
            case RefreshDecision.Rotated rotated -> {
                // Losing this race is a second tab's refresh at the same moment: its cookie is the newest.
                boolean first = sessions.rotate(before, rotated.after());
                yield granted(
                        before.staffId(),
                        before.username(),
                        before.startedAt(),
                        first ? next : null,
                        Duration.between(clock.instant(), before.endsAt()));
            }
            case RefreshDecision.Kept kept ->
                granted(before.staffId(), before.username(), before.startedAt(), null, Duration.ZERO);
            case RefreshDecision.Ended ended -> new Answer.Rejected(Refused.of("session-ended"));
            case RefreshDecision.Stolen stolen -> {
                sessions.end(before.id());
                yield new Answer.Rejected(Refused.of("session-ended"));
            }
        };
    }

    /** Ends the session, on record. A cookie that is worth nothing any more is no fault. */
    public Optional<Refused> signOut(String cookie, @Nullable String traceparent) {
        Optional<RefreshSecret> presented = RefreshSecret.parse(cookie);
        Optional<Session> session = presented
                .flatMap(secret -> sessions.find(secret.sessionId()))
                .filter(found -> isOneOf(found, presented.get().hash()));
        return session.flatMap(found -> recorded(() -> {
            audit.write(found.username(), "sign-out-" + found.id(), traceparent, before -> signedOut(found, before));
            sessions.end(found.id());
            return Optional.<Refused>empty();
        }));
    }

    private AuditTrail.Step<Boolean> signedOut(Session session, SignInRecord before) {
        return new AuditTrail.Step<>(
                before.seenAt(before.notBefore(clock.instant())),
                new AuditEvent.SignedOut(session.username(), session.staffId()),
                true);
    }

    private static boolean isOneOf(Session session, String hash) {
        return hash.equals(session.secretHash()) || hash.equals(session.previousHash());
    }

    private Answer granted(
            String staffId, String username, Instant began, @Nullable RefreshSecret secret, Duration sessionLasts) {
        return tokens.issue(staffId, username, began)
                .<Answer>map(token -> new Answer.Granted(
                        new SignedIn(token, tokens.lifetime(), secret == null ? null : secret.cookie(), sessionLasts)))
                .orElseGet(() -> new Answer.Rejected(Refused.of("not-ready")));
    }

    private static Optional<Refused> recorded(Supplier<Optional<Refused>> write) {
        try {
            return write.get();
        } catch (AuditTrail.NotRecorded e) {
            return Optional.of(e.refused());
        }
    }
}
