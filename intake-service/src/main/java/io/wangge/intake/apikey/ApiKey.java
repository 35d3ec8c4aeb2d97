package io.wangge.intake.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of another system. The key itself is shown once, when it is issued, and never kept.
 *
 * @param id UUID made by whoever issued it
 * @param name of the system that holds it
 * @param scope the one thing that it is good for
 * @param secretHash SHA-256 in hex of its secret, which is random and long: nothing slower is needed
 * @param expiresAt null for one that is good until it is revoked
 * @param revokedAt null while it is good
 */
public record ApiKey(
        String id,
        String name,
        String scope,
        String secretHash,
        String issuedBy,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {
    /** May file service requests through Open311. */
    public static final String OPEN311_WRITE = "open311:write";

    /** Whether the one who shows this secret may do that now. Takes the same time however much of it is right. */
    public boolean admits(String hashOfShown, String wanted, Instant now) {
        boolean same = MessageDigest.isEqual(
                secretHash.getBytes(StandardCharsets.US_ASCII), hashOfShown.getBytes(StandardCharsets.US_ASCII));
        return same && scope.equals(wanted) && revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** The same, worth nothing from now on. */
    public ApiKey revoked(Instant at) {
        return new ApiKey(id, name, scope, secretHash, issuedBy, issuedAt, expiresAt, at);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "ApiKey[id=" + id + "]";
    }
}
