package io.wangge.ledger.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Who is about to call whom, so that a resident is not called twice. A claim ends by itself. */
public interface Claims {

    /** @param until from then on it is anybody's again */
    record Claim(String roundId, String clerkId, Instant until) {}

    /** @return the claim that stands afterwards: this one, or another clerk's that is not over yet */
    Claim claim(Claim wanted, Instant now);

    /** Another clerk's claim stays. */
    void release(String roundId, String clerkId);

    /** The claim on one round, unless it is over. */
    Optional<Claim> standing(String roundId, Instant now);

    /** Those that are not over, by round. */
    Map<String, Claim> standing(Collection<String> roundIds, Instant now);
}
