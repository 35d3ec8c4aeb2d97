package io.wangge.intake.desk;

import io.wangge.contracts.Actor;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 首问责任人: the person who takes the matter in stays answerable until closing. */
final class FirstReceiver {
    private FirstReceiver() {}

    /** Most who report walk a grid; the hotline is the other big door; everyone else meets people at a counter. */
    static Channel channelOf(Caller caller) {
        if (caller.has(Role.GRID_WORKER)) {
            return Channel.GRID_WORKER;
        }
        return caller.has(Role.HOTLINE_AGENT) ? Channel.HOTLINE : Channel.RECEPTION;
    }

    /** Whether those who report this way walk a grid. */
    static boolean walks(Channel channel) {
        return channel == Channel.GRID_WORKER || channel == Channel.PATROL || channel == Channel.VISIT;
    }

    /** The one grid that the caller walks; null for nobody's and for several, which the dispatcher then sorts out. */
    static @Nullable String ownGrid(Caller caller, Directory directory) {
        Set<String> units = caller.unitsOf(Role.GRID_WORKER);
        return units.size() != 1
                ? null
                : directory.grids().stream()
                        .filter(grid -> units.contains(grid.id()))
                        .map(GridItem::code)
                        .findAny()
                        .orElse(null);
    }

    /**
     * Somebody seconded to two units acts for the one nearest to the place of the report, and for the first by id when
     * none of them lies above it: a worker may report outside the own grid.
     */
    static Actor actor(Caller caller, List<String> territoryPath) {
        return Actor.staff(caller.staffId(), unitOf(caller, territoryPath));
    }

    private static @Nullable String unitOf(Caller caller, List<String> territoryPath) {
        return caller.units().stream()
                .max(Comparator.<String>comparingInt(territoryPath::indexOf).thenComparing(Comparator.reverseOrder()))
                .orElse(null);
    }
}
