package io.wangge.kit.identity;

import java.time.Instant;

/** What a token says, once checked. */
public sealed interface TokenCheck {
    /** @param staffId whose token it is @param expiresAt without leeway */
    record Valid(String staffId, Instant expiresAt) implements TokenCheck {}

    /** @param code {@code token-expired} or {@code token-invalid}, for a 401 */
    record Refused(String code) implements TokenCheck {}
}
