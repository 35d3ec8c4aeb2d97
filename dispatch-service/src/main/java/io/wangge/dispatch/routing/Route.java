package io.wangge.dispatch.routing;

import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.List;

/** Where a new matter goes, and why. */
public sealed interface Route {
    RouteReason reason();

    /** 派遣 by rule. */
    record ToUnit(UnitItem unit, CategoryItem category, RouteReason reason) implements Route {}

    /** 待派遣: a person decides. @param deskPath ids from the top down to the desk that is asked */
    record ToDesk(List<String> deskPath, RouteReason reason) implements Route {}
}
