package io.wangge.gateway.session;

import java.time.Instant;

/** Decides what a presented secret is worth (refresh token rotation, RFC 9700 section 4.14.2). */
public final class RefreshDecider {
    private final SessionPolicy policy;

    public RefreshDecider(SessionPolicy policy) {
        this.policy = policy;
    }

    /** @param newHash of the secret that will replace the present one */
    public RefreshDecision decide(Session session, String presentedHash, String newHash, Instant now) {
        boolean over = !now.isBefore(session.endsAt())
                || now.isAfter(session.rotatedAt().plus(policy.idle()));
        if (over) {
            return new RefreshDecision.Ended();
        }
        if (presentedHash.equals(session.secretHash())) {
            return new RefreshDecision.Rotated(session.rotated(newHash, now));
        }
        if (presentedHash.equals(session.previousHash())) {
            return now.isAfter(session.rotatedAt().plus(policy.grace()))
                    ? new RefreshDecision.Stolen()
                    : new RefreshDecision.Kept();
        }
        return new RefreshDecision.Ended();
    }
}
