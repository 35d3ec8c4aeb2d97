package io.wangge.dispatch.casefile;

import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.escalation.Climb;
import io.wangge.dispatch.routing.Router;
import java.time.Instant;

/** What a decision may know besides the case and the command. @param now by the service's clock */
public record Facts(Instant now, Directory directory, BusinessCalendar calendar, Router router, CasePolicy policy) {
    Climb climb() {
        return new Climb(directory);
    }
}
