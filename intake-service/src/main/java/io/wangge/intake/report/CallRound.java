package io.wangge.intake.report;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 回访: a round in which residents are to be called.
 *
 * @param id {@code caseId.n}
 * @param residentIds whom to ask: reporters of a case and of those merged into it
 */
public record CallRound(String id, List<String> residentIds) {
    /** In news of a case: no round is open any more. */
    public static final CallRound NONE = new CallRound("", List.of());

    public CallRound {
        residentIds = List.copyOf(residentIds);
    }

    /** @return the round that this event opens, {@link #NONE} when it ends any, null when it says nothing of rounds */
    public static @Nullable CallRound after(CaseMessage<?> message) {
        return switch (message.what()) {
            case CaseEvent.CallbackRequested asked -> new CallRound(asked.roundId(), asked.residentIds());
            case CaseEvent.RevisitRequested asked -> new CallRound(asked.roundId(), asked.residentIds());
            case CaseEvent.Closed closed -> NONE;
            case CaseEvent.Revisited revisited -> NONE;
            // A comment, or a stale outcome, leaves a round as it is; whatever moves the case away ends it.
            default -> mayBeAsked(message.after().state()) ? null : NONE;
        };
    }

    /** A closed case may be revisited. */
    private static boolean mayBeAsked(CaseState state) {
        return state == CaseState.PENDING_CALLBACK || state == CaseState.CLOSED;
    }
}
