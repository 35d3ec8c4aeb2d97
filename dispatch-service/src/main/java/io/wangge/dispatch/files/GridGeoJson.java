package io.wangge.dispatch.files;

import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.wire.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Grids as a GeoJSON FeatureCollection (RFC 7946); the feature's id is the id of the grid's unit. */
final class GridGeoJson {
    private GridGeoJson() {}

    private record Features(String type, @Nullable List<@Nullable Feature> features) {}

    private record Feature(
            String type,
            @Nullable String id,
            @Nullable Geometry geometry,
            @Nullable Properties properties) {}

    private record Geometry(@Nullable String type, @Nullable List<List<List<Double>>> coordinates) {}

    private record Properties(@Nullable String code) {}

    /** The line of a fault is the number of the feature, from 1. */
    static List<GridItem> read(String file, byte[] json, Consumer<BadFile> faults) {
        List<GridItem> grids = new ArrayList<>();
        try {
            List<@Nullable Feature> features =
                    EventJson.MAPPER.readValue(json, Features.class).features();
            if (features == null) {
                faults.accept(new BadFile(file, 0, "it is no FeatureCollection", "不是 FeatureCollection"));
                return grids;
            }
            for (int i = 0; i < features.size(); i++) {
                try {
                    grids.add(grid(file, i + 1, features.get(i)));
                } catch (BadFile e) {
                    faults.accept(e);
                }
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            faults.accept(new BadFile(file, line, e.getOriginalMessage(), "不是有效的 GeoJSON"));
        }
        return grids;
    }

    private static GridItem grid(String file, int number, @Nullable Feature feature) {
        if (feature == null || feature.id() == null || feature.id().isBlank()) {
            throw new BadFile(file, number, "the feature has no id", "要素没有 id");
        }
        Properties properties = feature.properties();
        if (properties == null || properties.code() == null) {
            throw new BadFile(file, number, "grid " + feature.id() + " has no code", "网格 " + feature.id() + " 没有 code");
        }
        Geometry geometry = feature.geometry();
        List<List<List<Double>>> rings = geometry == null ? null : geometry.coordinates();
        if (geometry == null || rings == null || !"Polygon".equals(geometry.type()) || hasHoles(rings)) {
            throw new BadFile(
                    file,
                    number,
                    "grid " + feature.id() + " is no Polygon",
                    "网格 " + feature.id() + " 不是 Polygon（多块请合并为一块）");
        }
        return new GridItem(feature.id(), 0, properties.code(), rings);
    }

    /** A null somewhere in the lists. */
    private static boolean hasHoles(List<List<List<Double>>> rings) {
        return rings.stream()
                .anyMatch(ring -> ring == null
                        || ring.stream()
                                .anyMatch(position ->
                                        position == null || position.stream().anyMatch(Objects::isNull)));
    }

    static byte[] write(List<GridItem> grids) {
        return EventJson.MAPPER.writeValueAsBytes(new Features(
                "FeatureCollection",
                grids.stream()
                        .map(grid -> new Feature(
                                "Feature",
                                grid.id(),
                                new Geometry("Polygon", grid.rings()),
                                new Properties(grid.code())))
                        .toList()));
    }
}
