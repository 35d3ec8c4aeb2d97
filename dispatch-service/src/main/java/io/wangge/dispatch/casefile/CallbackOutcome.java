package io.wangge.dispatch.casefile;

import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.dispatch.casefile.CaseCommand.CallbackAnswered;
import java.util.List;

/**
 * What follows from the outcome of a callback round (domain.md, Callback and closing). Every outcome yields an event of
 * the case; 整改不满意不得销号: an unsatisfied resident's case is never closed here.
 */
final class CallbackOutcome {
    /** Reason of a rework that a resident's dissatisfaction with the unit's work asked for. */
    static final String AT_FAULT = "unsatisfied";

    private CallbackOutcome() {}

    static List<CaseEvent> of(Case theCase, CallbackAnswered answer, Facts facts) {
        boolean revisited =
                theCase.state() == CaseState.CLOSED && answer.roundId().equals(theCase.roundId());
        if (revisited) {
            return Revisits.answered(theCase, answer, facts);
        }
        CaseEvent event = follow(theCase, answer, facts);
        boolean again = event instanceof CaseEvent.Reworked
                && theCase.proceedings().faults() > 0
                && Oversight.rises(theCase, SupervisionLevel.NORMAL);
        return again
                ? List.of(event, Oversight.supervised(theCase, SupervisionLevel.NORMAL, "second-fault", null, facts))
                : List.of(event);
    }

    private static CaseEvent follow(Case theCase, CallbackAnswered answer, Facts facts) {
        boolean waits = theCase.state() == CaseState.PENDING_CALLBACK || theCase.roundId() != null;
        if (!waits) {
            return new CaseEvent.CallbackOutcomeRejected(answer.roundId(), "not-waiting");
        }
        if (!answer.roundId().equals(theCase.roundId())) {
            return new CaseEvent.CallbackOutcomeRejected(answer.roundId(), "stale-round");
        }
        if (theCase.isCriticism()) {
            return Criticisms.revisited(theCase, answer, facts);
        }
        if (!answer.reached()) {
            return new CaseEvent.Closed(CloseReason.UNREACHABLE, null, theCase.onTime());
        }
        Grade grade = answer.grade();
        if (Boolean.TRUE.equals(answer.settled()) && grade != null && grade != Grade.UNSATISFIED) {
            return new CaseEvent.Closed(CloseReason.SATISFIED, grade.name(), theCase.onTime());
        }
        // Without a clerk's word on fault, or with half an answer, a person has to look: silence is never satisfaction.
        return Boolean.TRUE.equals(answer.unitAtFault()) && theCase.counts().holds() < Guards.MOST_HOLDS
                ? Rework.of(theCase, answer.roundId(), AT_FAULT, facts)
                : Waiting.forDecision(answer.roundId(), facts);
    }
}
