package io.wangge.ledger.http.criticism;

import io.wangge.ledger.criticism.Award;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An award as it is shown.
 *
 * @param recipientId absent where the critic is not known, or the reader need not know
 * @param amount in yuan
 * @param state GRANTED, PAID or REVOKED
 */
record AwardView(
        String id,
        @Nullable String caseId,
        String recipient,
        @Nullable String recipientId,
        String amount,
        String reason,
        @Nullable String scoringId,
        Instant grantedAt,
        @Nullable LocalDate paidOn,
        @Nullable String revokedFor,
        String state,
        String stateZh) {

    static AwardView of(Award award, boolean criticShown) {
        boolean unit = award.recipient() == io.wangge.contracts.criticism.AwardEvent.Recipient.UNIT;
        boolean revoked = award.revokedFor() != null;
        boolean paid = award.paidOn() != null;
        return new AwardView(
                award.id(),
                award.caseId(),
                award.recipient().name(),
                unit || criticShown ? award.recipientId() : null,
                Yuan.of(award.amountFen()),
                award.reason(),
                award.scoringId(),
                award.grantedAt(),
                award.paidOn(),
                award.revokedFor(),
                revoked ? "REVOKED" : paid ? "PAID" : "GRANTED",
                revoked ? "已撤销" : paid ? "已发放" : "待发放");
    }
}
