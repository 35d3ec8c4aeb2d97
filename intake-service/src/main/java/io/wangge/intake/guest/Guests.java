package io.wangge.intake.guest;

import java.time.Instant;
import java.util.Optional;

/** Codes that were sent and sessions that came of them. */
public interface Guests {
    /**
     * Keeps a new code in place of the one before, unless one was sent within {@link PhoneCode#PAUSE} or as many as {@link
     * PhoneCode#PER_DAY} in the last 24 hours.
     *
     * @return false when it was not kept, so that none is to be sent
     */
    boolean keep(PhoneCode code);

    /**
     * Counts a try and says what would be right.
     *
     * @return empty when there is none, it is over or was tried too often
     */
    Optional<String> tryCode(String phone, Instant now);

    /** @return false when somebody else used it in the same moment */
    boolean use(String phone, String hash);

    /** @param tokenHash what is kept of the session's token */
    void open(String tokenHash, String personId, Instant expiresAt);

    /** @return person id */
    Optional<String> personOf(String tokenHash, Instant now);

    void close(String tokenHash);
}
