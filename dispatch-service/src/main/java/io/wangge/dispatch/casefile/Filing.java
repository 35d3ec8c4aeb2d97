package io.wangge.dispatch.casefile;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RuleOrders;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.routing.Matter;
import io.wangge.dispatch.routing.Route;
import io.wangge.dispatch.routing.RouteOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 案卷建立 → 派遣: where the router sends a matter that is filed, and what the rule orders for it. */
final class Filing {
    private Filing() {}

    static List<CaseEvent> routed(Matter matter, SuperiorLimit superior, Facts facts) {
        return follow(facts.router().route(matter), matter, superior, facts);
    }

    static List<CaseEvent> follow(Route route, Matter matter, SuperiorLimit superior, Facts facts) {
        RuleOrders orders = orders(route.orders());
        return switch (route) {
            case Route.ToDesk desk -> {
                Urgency urgency = Objects.requireNonNullElse(desk.orders().urgency(), matter.urgency());
                yield List.of(Waiting.atDesk(urgency, desk.deskPath(), desk.reason(), orders, facts));
            }
            case Route.ToUnit to -> {
                CategoryItem category = orders == null ? to.category() : Basis.with(orders, to.category());
                Hold hold = Holds.given(1, to.unit(), category, facts.now(), facts.calendar(), superior);
                List<CaseEvent> events = new ArrayList<>();
                events.add(new CaseEvent.Dispatched(
                        hold,
                        to.reason(),
                        to.category().id(),
                        superior.wholeDue(hold),
                        hold.provisional(),
                        orders,
                        facts.versions()));
                for (UnitItem helper : to.helpers()) {
                    // The rule names the kind; the lead says what exactly, in a comment or a conference.
                    events.add(new CaseEvent.HelperNamed(
                            events.size(), helper.id(), helper.path(), "协办", hold.handlingDueAt()));
                }
                yield List.copyOf(events);
            }
        };
    }

    /** What the case has to carry on with; helpers and the look before filing are settled by then. */
    private static @Nullable RuleOrders orders(RouteOrders said) {
        RuleOrders orders = new RuleOrders(said.urgency(), said.acceptance(), said.handling(), said.fieldCheck());
        return orders.equals(NOTHING) ? null : orders;
    }

    private static final RuleOrders NOTHING = new RuleOrders(null, null, null, null);
}
