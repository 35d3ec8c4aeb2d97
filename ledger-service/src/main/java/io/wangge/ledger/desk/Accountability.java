package io.wangge.ledger.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 问责清单: every case that an inspector closed although the resident was not satisfied, with the published reason (整改不满意不得销号,
 * domain.md). For everybody to read: no names of residents or staff, no free text of a report.
 */
public interface Accountability {

    /** Where a page ended. */
    record Place(Instant at, String entryId) {}

    /**
     * @param caseNumber as printed
     * @param unitId the unit that had handled it
     * @param reason as the inspector gave it
     */
    record Line(
            String entryId,
            @Nullable String caseNumber,
            @Nullable String category,
            @Nullable String unitId,
            @Nullable String deciderUnitId,
            Instant at,
            String reason) {}

    /** @param next null on the last page */
    record Page(List<Line> lines, @Nullable Place next) {}

    /** Latest first. */
    Page page(@Nullable Place after, int limit);
}
