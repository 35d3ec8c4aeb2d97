package io.wangge.intake.place;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The grids that somebody carries along into the field: those within the own units, and those that touch them.
 *
 * @param own codes, in their order
 * @param neighbours codes, in their order
 */
public record Neighbourhood(List<String> own, List<String> neighbours) {
    /** A street; who has more ground than that sits in an office with a network. */
    public static final int MOST_GRIDS = 500;

    public static Neighbourhood of(Caller caller, Directory directory, GridMap map) {
        Set<String> units = caller.units();
        List<String> own = directory.grids().stream()
                .filter(grid -> directory.unit(grid.id()).map(UnitItem::path).stream()
                        .flatMap(List::stream)
                        .anyMatch(units::contains))
                .map(GridItem::code)
                .sorted()
                .limit(MOST_GRIDS)
                .toList();
        List<String> neighbours = map.neighboursOf(own.stream().collect(Collectors.toSet()));
        return new Neighbourhood(
                own, neighbours.stream().limit(MOST_GRIDS - own.size()).toList());
    }
}
