package io.wangge.intake.guest;

import java.time.Instant;

/** Proofs of work that were spent, at whatever replica. */
public interface UsedProofs {
    /**
     * @param challenge that was solved
     * @param until when it is good for nothing by itself, and may be forgotten
     * @return whether nobody spent it before
     */
    boolean spend(String challenge, Instant until);
}
