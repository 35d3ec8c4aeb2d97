package io.wangge.gateway.desk;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.gateway.account.Account;
import io.wangge.gateway.account.AccountDecider;
import io.wangge.gateway.account.AccountDecider.Changed;
import io.wangge.gateway.account.Accounts;
import io.wangge.gateway.account.SignInRecord;
import io.wangge.gateway.password.Passwords;
import io.wangge.gateway.session.EndedSessions;
import io.wangge.gateway.session.Session;
import io.wangge.gateway.session.Sessions;
import io.wangge.kit.store.StreamStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 账号: opened, disabled, given another password, signed out everywhere; each stands in the ledger with who did it. Who may is
 * asked before. Every call blocks.
 */
public final class AccountDesk {
    /** Small, since most telephones type them so; without those that are taken for one another. */
    private static final String LETTERS = "acdefghjkmnpqrtuvwxy34679";

    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Passwords passwords;
    private final AccountDecider decider;
    private final EndedSessions ended;
    private final InstantSource clock;

    public AccountDesk(
            Accounts accounts,
            Sessions sessions,
            StreamStore<SignInRecord> records,
            Passwords passwords,
            AccountDecider decider,
            EndedSessions ended,
            InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = new AuditTrail(records);
        this.passwords = passwords;
        this.decider = decider;
        this.ended = ended;
        this.clock = clock;
    }

    /** @param sessions browsers that are signed in */
    public record Standings(Account account, SignInRecord record, List<Session> sessions) {}

    /** What became of it. */
    public sealed interface Answer {
        /** @param password shown this once; null where none was given out */
        record Done(Standings account, @Nullable String password) implements Answer {
            @Override
            public String toString() {
                return "Done[" + account.account() + "]";
            }
        }

        record Rejected(Refused why) implements Answer {}
    }

    public Optional<Account> find(String username) {
        return accounts.find(username);
    }

    public List<Standings> ofStaff(String staffId) {
        return accounts.ofStaff(staffId).stream().map(this::standings).toList();
    }

    /** A second of the same name is refused, whoever has it: {@code account-name-taken}. */
    public Answer open(Account account, Actor by, @Nullable String traceparent) {
        if (!accounts.add(account)) {
            return new Answer.Rejected(Refused.of("account-name-taken"));
        }
        String password = oneTime();
        String hash = passwords.hash(password);
        return change(
                account, password, traceparent, before -> decider.open(account, before, hash, by, clock.instant()));
    }

    /** The first one of all: recorded before it counts, so that a try that failed may be made again. */
    Answer openFirst(Account account, String password, Actor by) {
        String hash = passwords.hash(password);
        Answer recorded =
                change(account, null, null, before -> decider.openFirst(account, before, hash, by, clock.instant()));
        if (recorded instanceof Answer.Done) {
            accounts.add(account);
        }
        return recorded;
    }

    /** A password for one sign-in takes the place of whatever was there. */
    public Answer reset(Account account, Actor by, @Nullable String traceparent) {
        String password = oneTime();
        String hash = passwords.hash(password);
        return change(
                account, password, traceparent, before -> decider.reset(account, before, hash, by, clock.instant()));
    }

    public Answer disable(Account account, String reason, Actor by, @Nullable String traceparent) {
        return change(
                account, null, traceparent, before -> decider.disable(account, before, by, reason, clock.instant()));
    }

    public Answer enable(Account account, Actor by, @Nullable String traceparent) {
        return change(account, null, traceparent, before -> decider.enable(account, before, by, clock.instant()));
    }

    public Answer endSessions(Account account, Actor by, @Nullable String traceparent) {
        return change(account, null, traceparent, before -> decider.endSessions(account, before, by, clock.instant()));
    }

    private Answer change(Account account, @Nullable String shown, @Nullable String traceparent, Decision decide) {
        try {
            SignInRecord after =
                    audit.write(account.username(), UUID.randomUUID().toString(), traceparent, before -> {
                        Changed changed = decide.apply(before);
                        return new AuditTrail.Step<>(changed.after(), changed.event(), changed.after());
                    });
            Instant from = after.standing().sessionsFrom();
            if (from != null) {
                ended.note(account.username(), from);
                sessions.endBefore(account.username(), from);
            }
            return new Answer.Done(new Standings(account, after, sessions.of(account.username())), shown);
        } catch (AuditTrail.NotRecorded e) {
            return new Answer.Rejected(e.refused());
        }
    }

    private Standings standings(Account account) {
        return new Standings(account, audit.of(account.username()), sessions.of(account.username()));
    }

    private static String oneTime() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            password.append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "")
                    .append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private interface Decision {
        Changed apply(SignInRecord before);
    }
}
