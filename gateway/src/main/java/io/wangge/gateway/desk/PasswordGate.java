package io.wangge.gateway.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wangge.contracts.Refused;
import io.wangge.gateway.account.Account;
import io.wangge.gateway.account.AccountDecider;
import io.wangge.gateway.account.Accounts;
import io.wangge.gateway.account.NewPassword;
import io.wangge.gateway.account.SignInDecider;
import io.wangge.gateway.account.SignInDecision;
import io.wangge.gateway.account.SignInRecord;
import io.wangge.gateway.password.Passwords;
import io.wangge.gateway.session.EndedSessions;
import io.wangge.gateway.session.Sessions;
import io.wangge.kit.store.StreamStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Name and password: whether they let somebody in, and how one password takes the place of another. Every call blocks. */
public final class PasswordGate {
    private static final Duration UNKNOWN_NAMES_KEPT = Duration.ofHours(1);
    private static final int MOST_UNKNOWN_NAMES = 10_000;

    private final Accounts accounts;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Passwords passwords;
    private final SignInDecider signIns;
    private final AccountDecider choices;
    private final EndedSessions ended;
    private final InstantSource clock;
    /** Names that nobody has lock like all others, but leave nothing in the database that an outsider could fill. */
    private final Cache<String, SignInRecord> unknownNames = Caffeine.newBuilder()
            .maximumSize(MOST_UNKNOWN_NAMES)
            .expireAfterWrite(UNKNOWN_NAMES_KEPT)
            .build();

    public PasswordGate(
            Accounts accounts,
            Sessions sessions,
            StreamStore<SignInRecord> records,
            Passwords passwords,
            SignInDecider signIns,
            AccountDecider choices,
            EndedSessions ended,
            InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = new AuditTrail(records);
        this.passwords = passwords;
        this.signIns = signIns;
        this.choices = choices;
        this.ended = ended;
        this.clock = clock;
    }

    /** In or out. */
    sealed interface Outcome {
        /** @param record as it was written */
        record Inside(Account account, SignInRecord record) implements Outcome {}

        record Outside(Refused why) implements Outcome {}
    }

    /** @param hash that was looked at; another one since says nothing about the password that was typed */
    private record Tested(@Nullable String hash, boolean fits) {
        boolean fitsStill(SignInRecord now, Account account) {
            return fits && Objects.equals(hash, now.passwordHash(account.passwordHash()));
        }
    }

    /**
     * @param username as it is stored
     * @param chosen another password, which takes the place of this one when this one is right; all sessions of before end
     */
    Outcome enter(String username, String password, @Nullable String chosen, @Nullable String traceparent) {
        Optional<Account> known = accounts.find(username);
        if (known.isEmpty()) {
            passwords.fits(password, null);
            return new Outcome.Outside(tryUnknown(username));
        }
        Account account = known.get();
        Tested tested = tested(account, password);
        if (chosen == null || !tested.fits()) {
            return attempt(account, tested, traceparent);
        }
        Optional<Refused> refused = choose(account, tested, password, chosen, traceparent);
        return refused.<Outcome>map(Outcome.Outside::new)
                .orElseGet(() -> attempt(account, tested(account, chosen), traceparent));
    }

    private Tested tested(Account account, String password) {
        String hash = audit.of(account.username()).passwordHash(account.passwordHash());
        return new Tested(hash, passwords.fits(password, hash));
    }

    private Outcome attempt(Account account, Tested tested, @Nullable String traceparent) {
        return write(account, traceparent, before -> switch (decide(account, tested, before)) {
            case SignInDecision.Granted(SignInRecord after, var event) ->
                new AuditTrail.Step<>(after, event, new Outcome.Inside(account, after));
            case SignInDecision.Rejected(SignInRecord after, var event, Refused why) ->
                new AuditTrail.Step<>(after, event, new Outcome.Outside(why));
        });
    }

    /** Only of an account that could be signed in to with the present password, and under the same rules. */
    private Optional<Refused> choose(
            Account account, Tested tested, String present, String chosen, @Nullable String traceparent) {
        Optional<Refused> weak = NewPassword.refusal(chosen, account.username(), present);
        Outcome outcome = write(account, traceparent, before -> {
            if (decide(account, tested, before) instanceof SignInDecision.Rejected(var after, var event, Refused why)
                    && !why.code().equals(SignInDecider.NEW_PASSWORD_NEEDED)) {
                return new AuditTrail.Step<>(after, event, new Outcome.Outside(why));
            }
            if (weak.isPresent()) {
                return new AuditTrail.Step<>(before, null, new Outcome.Outside(weak.get()));
            }
            // Not before: how long a refusal took would tell whoever guesses at a locked account that he guessed right.
            var changed = choices.choose(account, before, passwords.hash(chosen), clock.instant());
            return new AuditTrail.Step<>(
                    changed.after(), changed.event(), new Outcome.Inside(account, changed.after()));
        });
        return switch (outcome) {
            case Outcome.Outside(Refused why) -> Optional.of(why);
            case Outcome.Inside(Account of, SignInRecord record) -> {
                Instant from = Objects.requireNonNull(record.standing().sessionsFrom());
                ended.note(of.username(), from);
                sessions.endBefore(of.username(), from);
                yield Optional.empty();
            }
        };
    }

    private SignInDecision decide(Account account, Tested tested, SignInRecord before) {
        return signIns.decide(
                account.username(), account.staffId(), before, tested.fitsStill(before, account), clock.instant());
    }

    private Outcome write(
            Account account, @Nullable String traceparent, Function<SignInRecord, AuditTrail.Step<Outcome>> decide) {
        try {
            return audit.write(account.username(), UUID.randomUUID().toString(), traceparent, decide);
        } catch (AuditTrail.NotRecorded e) {
            return new Outcome.Outside(e.refused());
        }
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
}
