package io.wangge.ledger.criticism;

import io.wangge.contracts.Actor;
import io.wangge.contracts.criticism.AwardEvent.AwardGranted;
import io.wangge.contracts.criticism.AwardEvent.AwardPaid;
import io.wangge.contracts.criticism.AwardEvent.AwardRevoked;
import io.wangge.contracts.criticism.AwardEvent.Recipient;
import io.wangge.ledger.records.Kept;
import io.wangge.ledger.records.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 奖励. What was granted is never changed: it is paid, or revoked with a reason.
 *
 * @param caseId of the criticism; null for an award to a unit by a scoring round
 * @param recipientId opaque id of the person, or the unit; null when only the critic of the case is meant
 * @param amountFen in cents of a yuan
 * @param scopeUnits whose people see it
 * @param paidOn null until it is
 * @param revokedFor null while it stands
 */
public record Award(
        String id,
        @Nullable String caseId,
        Recipient recipient,
        @Nullable String recipientId,
        long amountFen,
        String reason,
        @Nullable String scoringId,
        List<String> scopeUnits,
        Instant grantedAt,
        @Nullable LocalDate paidOn,
        @Nullable String revokedFor,
        Instant lastEventAt,
        String fingerprint)
        implements Kept {

    public AwardGranted granted(Actor by) {
        return new AwardGranted(id, caseId, recipient, recipientId, amountFen, reason, scoringId, by);
    }

    /** 发放: once, and nothing that was revoked. */
    public Turn<Award> pay(LocalDate on, Actor by, Instant now) {
        if (on.equals(paidOn)) {
            return new Turn.Repeated<>();
        }
        if (paidOn != null) {
            return Turn.no("award-paid-already");
        }
        return revokedFor != null
                ? Turn.no("award-revoked")
                : Turn.next(with(on, null, now), new AwardPaid(id, caseId, on, by));
    }

    /** 撤销: also when it was paid, as the payment stands on record beside it. */
    public Turn<Award> revoke(String why, Actor by, Instant now) {
        if (why.equals(revokedFor)) {
            return new Turn.Repeated<>();
        }
        return revokedFor != null
                ? Turn.no("revoked-already")
                : Turn.next(with(paidOn, why, now), new AwardRevoked(id, caseId, why, by));
    }

    private Award with(@Nullable LocalDate paid, @Nullable String revoked, Instant now) {
        return new Award(
                id,
                caseId,
                recipient,
                recipientId,
                amountFen,
                reason,
                scoringId,
                scopeUnits,
                grantedAt,
                paid,
                revoked,
                now.isBefore(lastEventAt) ? lastEventAt : now,
                fingerprint);
    }
}
