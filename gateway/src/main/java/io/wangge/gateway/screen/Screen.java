package io.wangge.gateway.screen;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One screen on a wall. It has no account: whoever gave out its code answers for what it shows, and what he may not see any
 * more it does not show either.
 *
 * @param name where it hangs
 * @param unitId whose board it shows, and no other
 * @param issuedBy staff id
 * @param codeHash of the code that is typed on the screen, once
 * @param secretHash of what the screen keeps; null until the code was used
 * @param endsAt the code before it was used, then the secret is good until then
 */
public record Screen(
        String id,
        String name,
        String unitId,
        String issuedBy,
        Instant issuedAt,
        String codeHash,
        @Nullable String secretHash,
        @Nullable Instant signedInAt,
        Instant endsAt,
        @Nullable Instant revokedAt) {

    /** Somebody may type its code now. */
    public boolean awaitsItsCode(Instant now) {
        return secretHash == null && revokedAt == null && now.isBefore(endsAt);
    }

    /** @param presentedHash of the secret that came with a call */
    public boolean opensWith(String presentedHash, Instant now) {
        return presentedHash.equals(secretHash) && revokedAt == null && now.isBefore(endsAt);
    }

    /** @param until the secret is good */
    public Screen signedIn(String hash, Instant now, Instant until) {
        return new Screen(id, name, unitId, issuedBy, issuedAt, codeHash, hash, now, until, null);
    }

    public Screen revoked(Instant now) {
        return new Screen(id, name, unitId, issuedBy, issuedAt, codeHash, secretHash, signedInAt, endsAt, now);
    }

    @Override
    public String toString() {
        return "Screen[" + id + "]";
    }
}
