package io.wangge.intake.reveal;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look at a contact, stored before it is shown.
 *
 * @param caseId null for a call without a case yet
 * @param roundId null for a call
 * @param callId null for a callback
 */
public record Reveal(
        String id,
        String residentId,
        @Nullable String caseId,
        @Nullable String roundId,
        @Nullable String callId,
        Actor by,
        Erasable reason,
        Instant at) {

    /** Whether the same person asks the same again. */
    public boolean isRepeatedBy(Reveal other) {
        return residentId.equals(other.residentId)
                && by.id().equals(other.by.id())
                && java.util.Objects.equals(roundId, other.roundId)
                && java.util.Objects.equals(callId, other.callId);
    }
}
