package io.wangge.ledger.callback;

import java.time.Duration;
import java.time.Instant;

/**
 * A link through which one reporter answers without a login. The token itself is given out once and stored nowhere.
 *
 * @param id SHA-256 of the token, in hex
 * @param residentId opaque; who the link was made for
 * @param expiresAt from then on it opens nothing
 */
public record RoundLink(String id, String roundId, String residentId, Instant madeAt, Instant expiresAt) {
    /** 一次性链接 14 天 (domain.md, Callback and closing). */
    public static final Duration GOOD_FOR = Duration.ofDays(14);

    public static RoundLink of(String id, Round round, String residentId, Instant now) {
        return new RoundLink(id, round.roundId(), residentId, now, now.plus(GOOD_FOR));
    }

    /** For a round of which only its opening is known. */
    public static RoundLink of(String id, String roundId, String residentId, Instant openedAt) {
        return new RoundLink(id, roundId, residentId, openedAt, openedAt.plus(GOOD_FOR));
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
