package io.wangge.intake.report;

import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the case of a report stands, as far as intake has heard: what its reporter is told.
 *
 * @param seq of the last event of the case that was applied
 * @param updatedAt when that event happened
 * @param closeReason present once it is closed
 * @param reach ids of the units that have to do with it: its ground, its holder and those above, who held it before; empty
 *     for what was heard before this was kept
 */
public record CaseStanding(
        String caseNumber,
        CaseState state,
        long seq,
        Instant updatedAt,
        @Nullable CloseReason closeReason,
        List<String> reach) {
    public CaseStanding {
        reach = List.copyOf(reach);
    }

    /** Of which nobody said whom it concerns. */
    public CaseStanding(
            String caseNumber, CaseState state, long seq, Instant updatedAt, @Nullable CloseReason closeReason) {
        this(caseNumber, state, seq, updatedAt, closeReason, List.of());
    }
}
