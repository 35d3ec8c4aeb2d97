package io.wangge.intake.place;

import io.wangge.contracts.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Where a report lies.
 *
 * @param gridCode the grid that was found; null when there is none: the matter then belongs to the top unit
 * @param claimedGridCode what the reporter named, where it was not taken over
 */
public record Placement(@Nullable String gridCode, @Nullable String claimedGridCode) {

    /**
     * The position wins over a named grid: a worker walks on, the list on the phone stays. A matter is never refused for
     * geography: outside every grid and with an unknown code it is taken in without a grid, and what was named is kept
     * for the dispatcher.
     */
    public static Placement of(@Nullable GeoPoint position, @Nullable String namedGrid, GridMap map) {
        if (position != null) {
            return map.gridAt(position)
                    .map(found -> new Placement(found, null))
                    .orElseGet(() -> new Placement(null, namedGrid));
        }
        if (namedGrid != null && map.knows(namedGrid)) {
            return new Placement(namedGrid, null);
        }
        return new Placement(null, namedGrid);
    }
}
