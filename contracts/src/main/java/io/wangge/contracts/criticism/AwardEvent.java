package io.wangge.contracts.criticism;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Event;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Events of the stream {@code award/ID}: what was granted is never changed, only paid or revoked. */
public sealed interface AwardEvent extends Event {
    String awardId();

    /** Null for an award to a unit that belongs to no case. */
    @Nullable
    String caseId();

    /** Who is rewarded. */
    enum Recipient {
        /** The critic behind the case, who is never named to the public. */
        CRITIC,
        UNIT
    }

    /**
     * 奖励.
     *
     * @param caseId of the criticism; null for an award to a unit by a scoring round
     * @param recipientId opaque id of the person, or the unit; null when the critic of the case is meant and not known
     * @param amountFen in cents of a yuan, at least 1
     * @param reason published
     * @param scoringId the round that it was won in; null when it was granted for the criticism itself
     */
    record AwardGranted(
            String awardId,
            @Nullable String caseId,
            Recipient recipient,
            @Nullable String recipientId,
            long amountFen,
            String reason,
            @Nullable String scoringId,
            Actor by)
            implements AwardEvent {}

    /** 已发放. */
    record AwardPaid(String awardId, @Nullable String caseId, LocalDate paidOn, Actor by) implements AwardEvent {}

    /** 撤销. @param reason published */
    record AwardRevoked(String awardId, @Nullable String caseId, String reason, Actor by) implements AwardEvent {}
}
