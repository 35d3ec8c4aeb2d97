package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.Hold;
import io.wangge.dispatch.routing.Matter;
import io.wangge.dispatch.routing.Route;

/** 案卷建立 → 派遣: where the router sends a matter that is filed. */
final class Filing {
    private Filing() {}

    static CaseEvent routed(Matter matter, Facts facts) {
        return switch (facts.router().route(matter)) {
            case Route.ToDesk desk -> Waiting.atDesk(matter.urgency(), desk.deskPath(), desk.reason(), facts);
            case Route.ToUnit to -> {
                Hold hold = Holds.given(1, to.unit(), to.category(), facts.now(), facts.calendar());
                yield new CaseEvent.Dispatched(
                        hold, to.reason(), to.category().id(), hold.handlingDueAt(), hold.provisional());
            }
        };
    }
}
