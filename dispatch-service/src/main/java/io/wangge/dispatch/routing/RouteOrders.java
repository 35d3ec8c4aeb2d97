package io.wangge.dispatch.routing;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks for beside the unit that leads; null where the category and the report decide.
 *
 * @param helpers kinds of departments that help (协办)
 */
public record RouteOrders(
        List<String> helpers,
        @Nullable Urgency urgency,
        @Nullable LimitItem acceptance,
        @Nullable LimitItem handling,
        @Nullable Boolean confirmFirst,
        @Nullable Boolean fieldCheck) {
    /** Everything as the category and the report say. */
    public static final RouteOrders NONE = new RouteOrders(List.of(), null, null, null, null, null);

    public RouteOrders {
        helpers = List.copyOf(helpers);
    }
}
