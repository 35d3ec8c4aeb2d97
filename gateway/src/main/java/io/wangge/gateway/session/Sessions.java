package io.wangge.gateway.session;

import java.util.Optional;

/** Where sessions are kept. Calls block: never on the event loop. */
public interface Sessions {
    void begin(Session session);

    Optional<Session> find(String id);

    /** @return false when somebody rotated or ended it since {@code before} was read */
    boolean rotate(Session before, Session after);

    void end(String id);

    /** Ends every session of an account, as after a new password. */
    void endAllOf(String username);
}
