package io.wangge.intake;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.CaseSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What dispatch might say of a case. */
public final class CaseNews {
    private CaseNews() {}

    public static Envelope<Event> of(String caseId, long seq, CaseState state, Instant time, CaseEvent what) {
        return of(caseId, seq, state, time, what, null);
    }

    /** @param dueAt of the case */
    public static Envelope<Event> of(
            String caseId, long seq, CaseState state, Instant time, CaseEvent what, @Nullable Instant dueAt) {
        CaseSummary after = new CaseSummary(
                caseId,
                "990100-1",
                state,
                "0102",
                Urgency.NORMAL,
                "COMMUNITY",
                List.of("d", "s1", "c1", "g1"),
                List.of("d", "s1", "c1"),
                List.of("c1"),
                time,
                dueAt,
                false,
                0);
        return new Envelope<>(
                "case/" + caseId, seq, time, null, new CaseMessage<>(Actor.system("dispatch"), after, what));
    }
}
