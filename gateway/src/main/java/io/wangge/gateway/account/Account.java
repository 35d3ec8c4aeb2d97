package io.wangge.gateway.account;

import org.jspecify.annotations.Nullable;

/**
 * A name that stands for one member of staff. What the person may do is not written here: roles come from the directory at
 * each call.
 *
 * @param username in lower case; also the account's id in the audit stream
 * @param passwordHash of the first password, bcrypt with its salt and cost inside; null where the account was opened for one
 *     sign-in ({@link Standing#password})
 */
public record Account(
        String username, String staffId, @Nullable String passwordHash) {
    @Override
    public String toString() {
        return "Account[" + username + ", " + staffId + "]";
    }
}
