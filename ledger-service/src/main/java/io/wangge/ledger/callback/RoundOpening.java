package io.wangge.ledger.callback;

import io.wangge.contracts.Actor;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.callback.CallbackEvent.RoundAbandoned;
import io.wangge.contracts.callback.CallbackEvent.RoundOpened;
import io.wangge.contracts.casefile.CaseEvent.CallbackRequested;
import io.wangge.contracts.casefile.CaseSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the case's own events open and end rounds. */
public final class RoundOpening {
    private RoundOpening() {}

    /** @param at time of {@code event} */
    public record Turn(Round round, CallbackEvent event, Instant at) {}

    /**
     * A round is opened by the case's event that enters PENDING_CALLBACK, at its time.
     *
     * @param doer who completed the case last
     */
    public static Turn open(
            String caseId, CallbackRequested request, CaseSummary theCase, @Nullable Actor doer, Instant at) {
        Round round = new Round(
                request.roundId(),
                caseId,
                Round.State.OPEN,
                request.residentIds(),
                request.unitId(),
                Round.staffIdOf(doer),
                request.channel(),
                request.dueAt(),
                at,
                at,
                theCase,
                List.of(),
                List.of(),
                null,
                null);
        return new Turn(round, new RoundOpened(request.roundId(), caseId, request.residentIds(), request.dueAt()), at);
    }

    /** The case left PENDING_CALLBACK by another way than this round's answer. @param reason stable word */
    public static Turn abandon(Round round, String reason, Instant caseEventTime) {
        Instant at = caseEventTime.isBefore(round.lastEventAt()) ? round.lastEventAt() : caseEventTime;
        return new Turn(round.abandoned(reason, at), new RoundAbandoned(round.roundId(), round.caseId(), reason), at);
    }
}
