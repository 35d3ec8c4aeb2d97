package io.wangge.gateway.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where sessions are kept. Calls block: never on the event loop. */
public interface Sessions {
    void begin(Session session);

    Optional<Session> find(String id);

    /** @return false when somebody rotated or ended it since {@code before} was read */
    boolean rotate(Session before, Session after);

    void end(String id);

    /** Of an account, latest used first. */
    List<Session> of(String username);

    /** Ends those of an account that began before; one that begins at this moment stays. */
    void endBefore(String username, Instant began);

    /** Ends every session of an account, as after a new password. */
    void endAllOf(String username);
}
