package io.wangge.gateway.account;

import java.util.List;
import java.util.Optional;

/** Where accounts are kept. Calls block: never on the event loop. */
public interface Accounts {
    Optional<Account> find(String username);

    /** By user name. */
    List<Account> ofStaff(String staffId);

    boolean any();

    /** @return false when somebody has the name */
    boolean add(Account account);
}
