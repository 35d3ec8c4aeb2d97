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
 * @param reply what the unit answered a critic last (有奖批评); null while it has not
 * @param category under which it is handled; null while nobody has named a known one, and for what was heard before this
 *     was kept
 * @param reach ids of the units that have to do with it: its ground, its holder and those above, who held it before; empty
 *     for what was heard before this was kept
 * @param round the callback round that may be open; null for none, and in news: nothing new of rounds
 * @param dueAt the case's due time, fixed at its first dispatch; null before
 * @param holderId unit that has it, or whose desk sends it on; null for what was heard before this was kept
 * @param carriedBy the case that carries it while it is MERGED; null otherwise, and for what was merged before this was kept
 */
public record CaseStanding(
        String caseNumber,
        CaseState state,
        long seq,
        Instant updatedAt,
        @Nullable CloseReason closeReason,
        @Nullable Reply reply,
        List<String> reach,
        @Nullable CallRound round,
        @Nullable Instant dueAt,
        @Nullable String category,
        @Nullable String holderId,
        @Nullable String carriedBy) {
    public CaseStanding {
        reach = List.copyOf(reach);
    }

    /** 答复. @param text for the reporter to read */
    public record Reply(String text, Instant at) {}
}
