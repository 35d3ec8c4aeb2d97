package io.wangge.ledger.http.criticism;

import io.wangge.ledger.criticism.Sanction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sanction as it is shown to staff. */
record SanctionView(
        String id,
        String caseId,
        String staffId,
        String unitId,
        String kind,
        String kindZh,
        String kindEn,
        String decidedBy,
        String reason,
        Instant imposedAt,
        @Nullable String revokedFor) {

    static SanctionView of(Sanction sanction) {
        return new SanctionView(
                sanction.id(),
                sanction.caseId(),
                sanction.staffId(),
                sanction.unitId(),
                sanction.kind().name(),
                SanctionNames.zh(sanction.kind()),
                SanctionNames.en(sanction.kind()),
                sanction.decidedBy(),
                sanction.reason(),
                sanction.imposedAt(),
                sanction.revokedFor());
    }
}
