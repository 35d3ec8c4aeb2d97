package io.wangge.ledger.criticism;

import io.wangge.contracts.Actor;
import io.wangge.contracts.criticism.SanctionEvent.Kind;
import io.wangge.contracts.criticism.SanctionEvent.SanctionImposed;
import io.wangge.contracts.criticism.SanctionEvent.SanctionRevoked;
import io.wangge.ledger.records.Kept;
import io.wangge.ledger.records.Turn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 问责处理. What was imposed is never changed, only revoked with a reason.
 *
 * @param staffId who is sanctioned
 * @param unitId for which that one works
 * @param decidedBy the body or leader that decided
 * @param scopeUnits whose people see it
 * @param revokedFor null while it stands
 */
public record Sanction(
        String id,
        String caseId,
        String staffId,
        String unitId,
        Kind kind,
        String decidedBy,
        String reason,
        List<String> scopeUnits,
        Instant imposedAt,
        @Nullable String revokedFor,
        Instant lastEventAt,
        String fingerprint)
        implements Kept {

    public SanctionImposed imposed(Actor by) {
        return new SanctionImposed(id, caseId, staffId, unitId, kind, decidedBy, reason, by);
    }

    public Turn<Sanction> revoke(String why, Actor by, Instant now) {
        if (why.equals(revokedFor)) {
            return new Turn.Repeated<>();
        }
        if (revokedFor != null) {
            return Turn.no("revoked-already");
        }
        Sanction after = new Sanction(
                id,
                caseId,
                staffId,
                unitId,
                kind,
                decidedBy,
                reason,
                scopeUnits,
                imposedAt,
                why,
                now.isBefore(lastEventAt) ? lastEventAt : now,
                fingerprint);
        return Turn.next(after, new SanctionRevoked(id, caseId, why, by));
    }
}
