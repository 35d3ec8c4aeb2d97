package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.routing.Matter;
import io.wangge.dispatch.routing.Route;
import java.util.ArrayList;
import java.util.List;

/** 案卷建立 → 派遣: where the router sends a matter that is filed. */
final class Filing {
    private Filing() {}

    static List<CaseEvent> routed(Matter matter, Facts facts) {
        return switch (facts.router().route(matter)) {
            case Route.ToDesk desk -> List.of(Waiting.atDesk(matter.urgency(), desk.deskPath(), desk.reason(), facts));
            case Route.ToUnit to -> {
                Hold hold = Holds.given(1, to.unit(), to.category(), facts.now(), facts.calendar());
                List<CaseEvent> events = new ArrayList<>();
                events.add(new CaseEvent.Dispatched(
                        hold, to.reason(), to.category().id(), hold.handlingDueAt(), hold.provisional()));
                for (UnitItem helper : to.helpers()) {
                    // The rule names the kind; the lead says what exactly, in a comment or a conference.
                    events.add(new CaseEvent.HelperNamed(
                            events.size(), helper.id(), helper.path(), "协办", hold.handlingDueAt()));
                }
                yield List.copyOf(events);
            }
        };
    }
}
