package io.wangge.gateway.account;

/**
 * A name and password that stand for one member of staff. What the person may do is not written here: roles come from the
 * directory at each call.
 *
 * @param username in lower case; also the account's id in the audit stream
 * @param passwordHash bcrypt, with its salt and cost inside
 */
public record Account(String username, String staffId, String passwordHash) {
    @Override
    public String toString() {
        return "Account[" + username + ", " + staffId + "]";
    }
}
