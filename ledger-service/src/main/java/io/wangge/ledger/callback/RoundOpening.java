package io.wangge.ledger.callback;

import io.wangge.contracts.Actor;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.callback.CallbackEvent.RoundAbandoned;
import io.wangge.contracts.callback.CallbackEvent.RoundDueAnew;
import io.wangge.contracts.callback.CallbackEvent.RoundOpened;
import io.wangge.contracts.casefile.CaseEvent.CallbackRequested;
import io.wangge.contracts.casefile.CaseEvent.RevisitRequested;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.report.Nature;
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
     * @param nature of the matter; null where nobody said
     */
    public static Turn open(
            String caseId,
            CallbackRequested request,
            CaseSummary theCase,
            @Nullable Nature nature,
            @Nullable Actor doer,
            Instant at) {
        return opened(caseId, request, false, theCase, nature, doer, at);
    }

    /** 回头看: as for {@link CallbackRequested}; the case stays in its state. */
    public static Turn open(
            String caseId,
            RevisitRequested request,
            CaseSummary theCase,
            @Nullable Nature nature,
            @Nullable Actor doer,
            Instant at) {
        CallbackRequested asked = new CallbackRequested(
                request.roundId(), request.residentIds(), request.unitId(), request.channel(), request.dueAt());
        return opened(caseId, asked, true, theCase, nature, doer, at);
    }

    private static Turn opened(
            String caseId,
            CallbackRequested request,
            boolean revisit,
            CaseSummary theCase,
            @Nullable Nature nature,
            @Nullable Actor doer,
            Instant at) {
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
                null,
                revisit,
                nature == Nature.TIP_OFF);
        RoundOpened opened = new RoundOpened(
                request.roundId(), caseId, request.residentIds(), request.dueAt(), revisit ? Boolean.TRUE : null);
        return new Turn(round, opened, at);
    }

    /** The case's own clock was set anew, by the holidays of a year that it reaches into. */
    public static Turn dueAnew(Round round, Instant dueAt, Instant caseEventTime) {
        Instant at = notBefore(round, caseEventTime);
        return new Turn(round.dueAnew(dueAt, at), new RoundDueAnew(round.roundId(), round.caseId(), dueAt), at);
    }

    /** The case left the state in which it asked by another way than this round's answer. @param reason stable word */
    public static Turn abandon(Round round, String reason, Instant caseEventTime) {
        Instant at = notBefore(round, caseEventTime);
        return new Turn(round.abandoned(reason, at), new RoundAbandoned(round.roundId(), round.caseId(), reason), at);
    }

    private static Instant notBefore(Round round, Instant caseEventTime) {
        return caseEventTime.isBefore(round.lastEventAt()) ? round.lastEventAt() : caseEventTime;
    }
}
