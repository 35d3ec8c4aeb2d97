package io.wangge.contracts.casefile;

import io.wangge.contracts.Urgency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands after an event, so that readers need no copy of the organisation of that day.
 *
 * @param category null while nobody has named a known one
 * @param level null while nobody holds it
 * @param territoryPath ids from the top down to the grid of the matter, or only the top when it lies in no grid
 * @param holderPath ids from the top down to the holder, or down to the desk that dispatches it
 * @param involvedUnits every unit that holds or held it, first one first; the first receiver's unit is not among them
 * @param dueAt the case's due time, fixed at its first dispatch
 * @param reworks how often it came back from callback or decision
 */
public record CaseSummary(
        String caseId,
        String caseNumber,
        CaseState state,
        @Nullable String category,
        Urgency urgency,
        @Nullable String level,
        List<String> territoryPath,
        List<String> holderPath,
        List<String> involvedUnits,
        Instant openedAt,
        @Nullable Instant dueAt,
        boolean provisional,
        int reworks) {}
