package io.wangge.gateway.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One signed-in browser. The browser holds {@code id.secret}; here stand hashes only.
 *
 * @param secretHash SHA-256 of the present secret, in hex
 * @param previousHash of the one before, for a second tab that asked at the same moment
 * @param rotatedAt when the present secret was made
 * @param endsAt it is over then, however busy it is
 */
public record Session(
        String id,
        String username,
        String staffId,
        String secretHash,
        @Nullable String previousHash,
        Instant rotatedAt,
        Instant startedAt,
        Instant endsAt) {

    Session rotated(String newHash, Instant now) {
        return new Session(id, username, staffId, newHash, secretHash, now, startedAt, endsAt);
    }
}
