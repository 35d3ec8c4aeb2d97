package io.wangge.gateway.desk;

import io.wangge.contracts.Actor;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.Role;
import io.wangge.gateway.account.Account;
import io.wangge.gateway.account.Accounts;
import io.wangge.kit.settings.StartRefused;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where there is no account yet, somebody has to open the first one: that of an administrator whom the settings name, with a
 * password that the first sign-in replaces. Once anybody has an account, the settings do nothing.
 */
public final class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final AccountDesk desk;
    private final String staffId;
    private final String password;
    private boolean done;

    /** @throws StartRefused when there is no password for the one who is named */
    public FirstAdministrator(Accounts accounts, AccountDesk desk, String staffId, @Nullable String password) {
        if (password == null || password.isBlank()) {
            throw new StartRefused(
                    "GRID_FIRST_ADMIN=" + staffId + " needs GRID_FIRST_ADMIN_PASSWORD: nobody could sign in.",
                    "Set GRID_FIRST_ADMIN_PASSWORD; the first sign-in replaces it.");
        }
        this.accounts = accounts;
        this.desk = desk;
        this.staffId = staffId;
        this.password = password;
    }

    /** Again and again, until it was done or need not be. Blocks. */
    public void openOnce(Directory directory) {
        if (done) {
            return;
        }
        if (accounts.any()) {
            done = true;
            return;
        }
        boolean administers = directory
                .caller(staffId)
                .filter(person -> person.has(Role.ADMIN))
                .isPresent();
        if (!administers) {
            LOG.warn("GRID_FIRST_ADMIN={} is no administrator in the list of staff: no account was opened", staffId);
            return;
        }
        Account account = new Account(staffId.toLowerCase(Locale.ROOT), staffId, null);
        switch (desk.openFirst(account, password, Actor.system("gateway"))) {
            case AccountDesk.Answer.Done opened -> {
                done = true;
                LOG.atInfo()
                        .addKeyValue("username", account.username())
                        .log("Opened the first administrator's account");
            }
            case AccountDesk.Answer.Rejected rejected ->
                LOG.warn(
                        "The first administrator's account could not be opened, tried again soon: {}",
                        rejected.why().code());
        }
    }
}
