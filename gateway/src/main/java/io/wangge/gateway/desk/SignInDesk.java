package io.wangge.gateway.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wangge.contracts.Refused;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.gateway.account.Account;
import io.wangge.gateway.account.Accounts;
import io.wangge.gateway.account.SignInDecider;
import io.wangge.gateway.account.SignInDecision;
import io.wangge.gateway.account.SignInRecord;
import io.wangge.gateway.password.Passwords;
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
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signing in, staying signed in, signing out. Every call blocks: bounded pool only, never the event loop. */
public final class SignInDesk {
    private static final Duration UNKNOWN_NAMES_KEPT = Duration.ofHours(1);
    private static final int MOST_UNKNOWN_NAMES = 10_000;

    private final Accounts accounts;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final SignInDecider signIns;
    private final SessionPolicy policy;
    private final RefreshDecider refreshes;
    private final InstantSource clock;
    /** Names that nobody has lock like all others, but leave nothing in the database that an outsider could fill. */
    private final Cache<String, SignInRecord> unknownNames = Caffeine.newBuilder()
            .maximumSize(MOST_UNKNOWN_NAMES)
            .expireAfterWrite(UNKNOWN_NAMES_KEPT)
            .build();

    public SignInDesk(
            Accounts accounts,
            Sessions sessions,
            StreamStore<SignInRecord> records,
            Passwords passwords,
            AccessTokens tokens,
            SignInDecider signIns,
            SessionPolicy policy,
            InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = new AuditTrail(records);
        this.passwords = passwords;
        this.tokens = tokens;
        this.signIns = signIns;
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

    public Answer signIn(String typedName, String password, @Nullable String traceparent) {
        String username = nameOf(typedName);
        Optional<Account> account = accounts.find(username);
        boolean fits =
                passwords.fits(password, account.map(Account::passwordHash).orElse(null));
        Optional<Refused> refused =
                account.isPresent() ? tryKnown(account.get(), fits, traceparent) : Optional.of(tryUnknown(username));
        return answer(refused, () -> begin(account.orElseThrow()));
    }

    private Optional<Refused> tryKnown(Account account, boolean fits, @Nullable String traceparent) {
        return recorded(() -> audit.write(
                account.username(), UUID.randomUUID().toString(), traceparent, before -> switch (signIns.decide(
                        account.username(), account.staffId(), before, fits, clock.instant())) {
                    case SignInDecision.Granted granted ->
                        new AuditTrail.Step<>(granted.after(), granted.event(), Optional.<Refused>empty());
                    case SignInDecision.Rejected rejected ->
                        new AuditTrail.Step<>(rejected.after(), rejected.event(), Optional.of(rejected.why()));
                }));
    }

    private Refused tryUnknown(String username) {
        SignInRecord before =
                Optional.ofNullable(unknownNames.getIfPresent(username)).orElse(SignInRecord.NONE);
        if (signIns.decide(username, null, before, false, clock.instant())
                instanceof SignInDecision.Rejected rejected) {
            unknownNames.put(username, rejected.after());
            return rejected.why();
        }
        throw new IllegalStateException("Nobody signs in under a name that nobody has");
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
        return granted(account.staffId(), account.username(), secret, policy.longest());
    }

    /** A new access token for the secret that a browser kept. */
    public Answer refresh(String cookie) {
        Optional<RefreshSecret> presented = RefreshSecret.parse(cookie);
        Optional<Session> session = presented.flatMap(secret -> sessions.find(secret.sessionId()));
        if (presented.isEmpty() || session.isEmpty()) {
            return new Answer.Rejected(Refused.of("session-ended"));
        }
        Session before = session.get();
        RefreshSecret next = RefreshSecret.forSession(before.id());
        return switch (refreshes.decide(before, presented.get().hash(), next.hash(), clock.instant())) {
            case RefreshDecision.Rotated rotated -> {
                // Losing this race is a second tab's refresh at the same moment: its cookie is the newest.
                boolean first = sessions.rotate(before, rotated.after());
                yield granted(
                        before.staffId(),
                        before.username(),
                        first ? next : null,
                        Duration.between(clock.instant(), before.endsAt()));
            }
            case RefreshDecision.Kept kept -> granted(before.staffId(), before.username(), null, Duration.ZERO);
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
        Instant now = clock.instant();
        Instant at = now.isBefore(before.lastEventAt()) ? before.lastEventAt() : now;
        return new AuditTrail.Step<>(
                new SignInRecord(before.failures(), before.lockedUntil(), at),
                new AuditEvent.SignedOut(session.username(), session.staffId()),
                true);
    }

    private static boolean isOneOf(Session session, String hash) {
        return hash.equals(session.secretHash()) || hash.equals(session.previousHash());
    }

    private Answer granted(String staffId, String username, @Nullable RefreshSecret secret, Duration sessionLasts) {
        return tokens.issue(staffId, username)
                .<Answer>map(token -> new Answer.Granted(
                        new SignedIn(token, tokens.lifetime(), secret == null ? null : secret.cookie(), sessionLasts)))
                .orElseGet(() -> new Answer.Rejected(Refused.of("not-ready")));
    }

    private static Answer answer(Optional<Refused> refused, Supplier<Answer> granted) {
        return refused.<Answer>map(Answer.Rejected::new).orElseGet(granted);
    }

    private static Optional<Refused> recorded(Supplier<Optional<Refused>> write) {
        try {
            return write.get();
        } catch (AuditTrail.NotRecorded e) {
            return Optional.of(e.refused());
        }
    }
}
