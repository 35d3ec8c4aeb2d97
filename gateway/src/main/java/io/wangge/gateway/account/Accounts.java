package io.wangge.gateway.account;

import java.util.Optional;

/** Where accounts are kept. Calls block: never on the event loop. */
public interface Accounts {
    Optional<Account> find(String username);
}
