package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.TableVersions;
import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.directory.DutySpan;
import io.wangge.dispatch.escalation.Climb;
import io.wangge.dispatch.escalation.EscalationPolicies;
import io.wangge.dispatch.escalation.EscalationPolicy;
import io.wangge.dispatch.routing.Router;
import java.time.Instant;
import java.util.List;

/**
 * What a decision may know besides the case and the command.
 *
 * @param now by the service's clock
 * @param duties who is on duty when
 * @param versions of all the tables that stand here
 */
public record Facts(
        Instant now,
        Directory directory,
        BusinessCalendar calendar,
        Router router,
        CasePolicy policy,
        EscalationPolicies escalation,
        List<DutySpan> duties,
        TableVersions versions) {

    /** The same at another moment. */
    Facts at(Instant moment) {
        return new Facts(moment, directory, calendar, router, policy, escalation, duties, versions);
    }

    Climb climb() {
        return new Climb(directory);
    }

    /** The escalation policy that clocks of this case are started by. */
    EscalationPolicy escalationOf(Case theCase) {
        return escalation.of(theCase.category(), theCase.urgency());
    }
}
