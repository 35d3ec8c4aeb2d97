package io.wangge.ledger.http.score;

import io.wangge.contracts.Actor;
import io.wangge.ledger.desk.CaseLedger.ReadableEntry;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.score.Appeal;
import io.wangge.ledger.score.Appeal.Ruling;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as people get it.
 *
 * @param state OPEN, GRANTED or DECLINED
 * @param reason what the unit said; absent in lists, and where it is erased
 * @param rulingReason what the inspector said; likewise
 */
record AppealView(
        String id,
        String caseId,
        String caseNumber,
        String unitId,
        YearMonth period,
        String state,
        Actor by,
        Instant at,
        @Nullable Actor ruledBy,
        @Nullable Instant ruledAt,
        @Nullable String reason,
        @Nullable String rulingReason) {

    /** @param entries of the appeal */
    static AppealView of(Appeal appeal, List<ReadableEntry> entries) {
        Ruling ruling = appeal.ruling();
        return new AppealView(
                appeal.id(),
                appeal.caseId(),
                appeal.caseNumber(),
                appeal.unitId(),
                appeal.month(),
                ruling == null ? "OPEN" : ruling.granted() ? "GRANTED" : "DECLINED",
                appeal.by(),
                appeal.at(),
                ruling == null ? null : ruling.by(),
                ruling == null ? null : ruling.at(),
                said(entries, 1),
                said(entries, 2));
    }

    private static @Nullable String said(List<ReadableEntry> entries, long seq) {
        return entries.stream()
                .filter(entry -> entry.entry().seq() == seq)
                .flatMap(entry -> entry.texts().stream())
                .map(ErasableText::value)
                .findFirst()
                .orElse(null);
    }
}
