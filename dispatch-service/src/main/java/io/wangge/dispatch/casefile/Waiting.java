package io.wangge.dispatch.casefile;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.casefile.RuleOrders;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.dispatch.clock.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events after which a case waits for somebody, with that one's clock. */
final class Waiting {
    private Waiting() {}

    /** For the dispatcher of the nearest desk upward from {@code path}. */
    static CaseEvent.DispatchAwaited forDispatch(Urgency urgency, List<String> path, RouteReason reason, Facts facts) {
        return atDesk(urgency, facts.router().desks().nearest(path), reason, null, facts);
    }

    /** @param orders of the rule that asks for a person; null when there are none */
    static CaseEvent.DispatchAwaited atDesk(
            Urgency urgency, List<String> deskPath, RouteReason reason, @Nullable RuleOrders orders, Facts facts) {
        return new CaseEvent.DispatchAwaited(reason, deskPath, due(dispatchLimit(urgency, facts), facts), orders);
    }

    /** For the look in the field before filing, by the people of the grid. */
    static CaseEvent.ConfirmationAwaited forConfirmation(List<String> gridPath, Facts facts) {
        return new CaseEvent.ConfirmationAwaited(
                gridPath, due(facts.policy().limits().confirmation(), facts));
    }

    /** For the look in the field after completion. @param doerId who may not look */
    static CaseEvent.CheckRequested forCheck(Case theCase, String unitId, String doerId, Facts facts) {
        return new CaseEvent.CheckRequested(
                unitId,
                doerId,
                theCase.opened().territoryPath(),
                due(facts.policy().limits().check(), facts));
    }

    /** For the residents' word, every reporter's, those of the cases that it carries too; where nobody is known to ask, it is over, for {@code otherwise}. */
    static CaseEvent forCallbackOrClosed(
            Case theCase, @Nullable String unitId, boolean onTime, CaseEvent.CloseReason otherwise, Facts facts) {
        List<String> residents = theCase.residents();
        return residents.isEmpty()
                ? new CaseEvent.Closed(otherwise, null, onTime)
                : new CaseEvent.CallbackRequested(
                        theCase.id() + "." + (theCase.counts().rounds() + 1),
                        residents,
                        unitId,
                        theCase.opened().channel(),
                        due(facts.policy().limits().callback(), facts));
    }

    static CaseEvent.DecisionRequested forDecision(String roundId, Facts facts) {
        return new CaseEvent.DecisionRequested(
                roundId, due(facts.policy().limits().decision(), facts));
    }

    /** By which the one whom it waits for is due; empty where no limit says so. */
    static Optional<Limit> limitOf(Case theCase, Facts facts) {
        CasePolicy.Waits limits = facts.policy().limits();
        return switch (theCase.state()) {
            case PENDING_CONFIRMATION -> Optional.of(Limit.of(limits.confirmation()));
            case PENDING_DISPATCH -> Optional.of(Limit.of(dispatchLimit(theCase.urgency(), facts)));
            case PENDING_CHECK -> Optional.of(Limit.of(limits.check()));
            case PENDING_DECISION -> Optional.of(Limit.of(limits.decision()));
            case PENDING_CALLBACK ->
                Optional.of(Limit.of(
                        theCase.roundId() == null
                                ? facts.policy().criticismLimits().revisitAfter()
                                : limits.callback()));
            default -> Optional.empty();
        };
    }

    private static LimitItem dispatchLimit(Urgency urgency, Facts facts) {
        return urgency == Urgency.EMERGENCY
                ? facts.policy().limits().dispatchEmergency()
                : facts.policy().limits().dispatchOther();
    }

    private static Instant due(LimitItem limit, Facts facts) {
        return facts.calendar().due(facts.now(), Limit.of(limit)).at();
    }
}
