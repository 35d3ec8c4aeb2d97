package io.wangge.dispatch.casefile;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.dispatch.clock.Limit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events after which a case waits for somebody, with that one's clock. */
final class Waiting {
    private Waiting() {}

    /** For the dispatcher of the nearest desk upward from {@code path}. */
    static CaseEvent.DispatchAwaited forDispatch(Urgency urgency, List<String> path, RouteReason reason, Facts facts) {
        return atDesk(urgency, facts.router().desks().nearest(path), reason, facts);
    }

    static CaseEvent.DispatchAwaited atDesk(Urgency urgency, List<String> deskPath, RouteReason reason, Facts facts) {
        Limit limit = urgency == Urgency.EMERGENCY
                ? facts.policy().dispatchEmergency()
                : facts.policy().dispatchOther();
        return new CaseEvent.DispatchAwaited(reason, deskPath, due(limit, facts));
    }

    /** For the resident's word; where nobody is known to ask, it is over and counts as unconfirmed. */
    static CaseEvent forCallbackOrClosed(Case theCase, @Nullable String unitId, boolean onTime, Facts facts) {
        String residentId = theCase.opened().residentId();
        return residentId == null
                ? new CaseEvent.Closed(CaseEvent.CloseReason.UNCONFIRMED, null, onTime)
                : new CaseEvent.CallbackRequested(
                        theCase.id() + "." + (theCase.counts().rounds() + 1),
                        List.of(residentId),
                        unitId,
                        theCase.opened().channel(),
                        due(facts.policy().callback(), facts));
    }

    static CaseEvent.DecisionRequested forDecision(String roundId, Facts facts) {
        return new CaseEvent.DecisionRequested(roundId, due(facts.policy().decision(), facts));
    }

    private static Instant due(Limit limit, Facts facts) {
        return facts.calendar().due(facts.now(), limit).at();
    }
}
