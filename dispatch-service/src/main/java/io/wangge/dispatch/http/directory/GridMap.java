package io.wangge.dispatch.http.directory;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import java.util.Comparator;
import java.util.List;

/**
 * The grids as GeoJSON (RFC 7946), so that any map can draw them.
 *
 * @param type always {@code FeatureCollection}
 */
record GridMap(String type, List<Feature> features) {

    /** @param type always {@code Feature} @param id of the grid's unit */
    record Feature(String type, String id, Geometry geometry, Properties properties) {}

    /** @param type always {@code Polygon} */
    record Geometry(String type, List<List<List<Double>>> coordinates) {}

    /** @param path ids from the top unit down to the grid */
    record Properties(String code, String nameZh, String nameEn, List<String> path) {}

    static GridMap of(Directory directory) {
        return new GridMap(
                "FeatureCollection",
                directory.grids().stream()
                        .sorted(Comparator.comparing(GridItem::code))
                        .flatMap(grid -> directory.unit(grid.id()).stream()
                                .map(unit -> new Feature(
                                        "Feature",
                                        grid.id(),
                                        new Geometry("Polygon", grid.rings()),
                                        new Properties(grid.code(), unit.nameZh(), unit.nameEn(), unit.path()))))
                        .toList());
    }
}
