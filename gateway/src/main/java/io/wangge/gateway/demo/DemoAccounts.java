package io.wangge.gateway.demo;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.gateway.account.Account;
import io.wangge.gateway.mongo.MongoAccounts;
import io.wangge.gateway.password.Passwords;
import io.wangge.gateway.session.Sessions;
import io.wangge.kit.settings.StartRefused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One account for each member of the demo staff: user name {@code handler-1} for the staff id {@code staff-handler-1}. All
 * share one password and therefore one hash: some sixty hashes would take seconds of the start.
 */
public final class DemoAccounts {
    private static final String STAFF_PREFIX = "staff-";

    private final MongoAccounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final String password;

    /** @throws StartRefused when there is no password */
    public DemoAccounts(MongoAccounts accounts, Sessions sessions, Passwords passwords, @Nullable String password) {
        if (password == null || password.isBlank()) {
            throw new StartRefused(
                    "GRID_DEMO_DATA=true needs GRID_DEMO_PASSWORD: demo accounts are not made with a password that everybody knows.",
                    "Set GRID_DEMO_PASSWORD, or GRID_DEMO_DATA=false, and start again.");
        }
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.password = password;
    }

    /**
     * Makes the accounts that are missing, and gives all of them the password when it has changed; then whoever signed in
     * with the old one has to sign in again. Who was given or chose another password keeps that.
     *
     * @return how many accounts were written
     */
    public int seed(Directory directory) {
        Map<String, Account> wanted = demoStaff(directory.staff()).stream()
                .map(DemoAccounts::accountOf)
                .collect(Collectors.toMap(Account::username, Function.identity()));
        Map<String, Account> known = accounts.all().stream()
                .filter(account -> wanted.containsKey(account.username()))
                .collect(Collectors.toMap(Account::username, Function.identity()));
        String hash = known.values().stream()
                .map(Account::passwordHash)
                .filter(Objects::nonNull)
                .distinct()
                .filter(stored -> passwords.fits(password, stored))
                .findFirst()
                .orElseGet(() -> passwords.hash(password));
        List<Account> changed = wanted.values().stream()
                .map(account -> new Account(account.username(), account.staffId(), hash))
                .filter(account -> !account.equals(known.get(account.username())))
                .toList();
        changed.forEach(account -> sessions.endAllOf(account.username()));
        accounts.put(changed);
        return changed.size();
    }

    private static Account accountOf(StaffItem person) {
        return new Account(person.id().substring(STAFF_PREFIX.length()), person.id(), null);
    }

    private static List<StaffItem> demoStaff(Collection<StaffItem> staff) {
        return staff.stream()
                .filter(person ->
                        person.id().startsWith(STAFF_PREFIX) && person.id().length() > STAFF_PREFIX.length())
                .toList();
    }
}
