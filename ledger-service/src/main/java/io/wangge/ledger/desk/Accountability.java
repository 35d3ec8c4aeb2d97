package io.wangge.ledger.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 问责清单: every case that an inspector closed although the resident was not satisfied, with the published reason (整改不满意不得销号,
 * domain.md), and what followed from criticisms: awards, sanctions, and their revocations (systems.md S6). For everybody to
 * read: no names of residents or staff, no free text of a report.
 */
public interface Accountability {

    /** What a line tells. */
    enum Kind {
        /** An inspector closed it against the resident's word. */
        DECISION,
        AWARD,
        AWARD_REVOKED,
        SANCTION,
        SANCTION_REVOKED
    }

    /** Where a page ended. */
    record Place(Instant at, String entryId) {}

    /**
     * @param caseNumber as printed
     * @param unitId the unit that had handled it
     * @param reason as it was given
     * @param amountFen of an award, in cents of a yuan
     * @param sanction kind of a sanction
     */
    record Line(
            Kind kind,
            String entryId,
            @Nullable String caseNumber,
            @Nullable String category,
            @Nullable String unitId,
            @Nullable String deciderUnitId,
            Instant at,
            String reason,
            @Nullable Long amountFen,
            @Nullable String sanction) {}

    /** @param next null on the last page */
    record Page(List<Line> lines, @Nullable Place next) {}

    /** Latest first. @param kind null for every kind */
    Page page(@Nullable Kind kind, @Nullable Place after, int limit);
}
