package io.wangge.dispatch.routing;

import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.List;

/** Where a new matter goes, and why. */
public sealed interface Route {
    RouteReason reason();

    /** What the rule that decided asks for beside the unit. */
    RouteOrders orders();

    /** 派遣 by rule. @param helpers units that help (协办), each once, never the lead */
    record ToUnit(UnitItem unit, List<UnitItem> helpers, CategoryItem category, RouteReason reason, RouteOrders orders)
            implements Route {}

    /** 待派遣: a person decides. @param deskPath ids from the top down to the desk that is asked */
    record ToDesk(List<String> deskPath, RouteReason reason, RouteOrders orders) implements Route {}
}
