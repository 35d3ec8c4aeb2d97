package io.wangge.intake;

import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.intake.report.CallRound;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.CaseStanding.Reply;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How cases of reports stand; what is not said is not known. */
public final class SomeStandings {
    private static final String CASE_NUMBER = "990100-1";

    private SomeStandings() {}

    public static CaseStanding of(CaseState state, long seq, Instant updatedAt) {
        return told(CASE_NUMBER, state, seq, updatedAt, null, null);
    }

    /** What the reporter is told. */
    public static CaseStanding told(
            String caseNumber,
            CaseState state,
            long seq,
            Instant updatedAt,
            @Nullable CloseReason closeReason,
            @Nullable Reply reply) {
        return new CaseStanding(
                caseNumber, state, seq, updatedAt, closeReason, reply, List.of(), null, null, null, null, null);
    }

    /** Whom it concerns. */
    public static CaseStanding reaching(
            List<String> reach, @Nullable CallRound round, CaseState state, long seq, Instant updatedAt) {
        return new CaseStanding(CASE_NUMBER, state, seq, updatedAt, null, null, reach, round, null, null, null, null);
    }
}
