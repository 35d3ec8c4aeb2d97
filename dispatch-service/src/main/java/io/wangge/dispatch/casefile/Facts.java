package io.wangge.dispatch.casefile;

import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.directory.DutySpan;
import io.wangge.dispatch.escalation.Climb;
import io.wangge.dispatch.routing.Router;
import java.time.Instant;
import java.util.List;

/**
 * What a decision may know besides the case and the command.
 *
 * @param now by the service's clock
 * @param duties who is on duty when
 */
public record Facts(
        Instant now,
        Directory directory,
        BusinessCalendar calendar,
        Router router,
        CasePolicy policy,
        List<DutySpan> duties) {
    /** The same at another moment. */
    Facts at(Instant moment) {
        return new Facts(moment, directory, calendar, router, policy, duties);
    }

    Climb climb() {
        return new Climb(directory);
    }
}
