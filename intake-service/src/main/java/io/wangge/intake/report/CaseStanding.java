package io.wangge.intake.report;

import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the case of a report stands, as far as intake has heard: what its reporter is told.
 *
 * @param seq of the last event of the case that was applied
 * @param updatedAt when that event happened
 * @param closeReason present once it is closed
 */
public record CaseStanding(
        String caseNumber,
        CaseState state,
        long seq,
        Instant updatedAt,
        @Nullable CloseReason closeReason) {}
