package io.wangge.intake.place;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The grids of one version of the directory, ready to be asked which of them covers a position. Immutable; safe for any
 * number of threads.
 */
public final class GridMap {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final STRtree index = new STRtree();
    private final Set<String> codes = new HashSet<>();
    private final List<String> unusable = new ArrayList<>();

    private record Ground(String code, PreparedGeometry shape) {}

    private GridMap() {}

    public static GridMap of(Collection<GridItem> grids) {
        GridMap map = new GridMap();
        grids.stream().sorted(Comparator.comparing(GridItem::code)).forEach(map::add);
        // Built here, in one thread: JTS would build it at the first query, when many threads ask.
        map.index.build();
        return map;
    }

    /**
     * @return code of the grid that covers {@code position}; of several that share a border or corner there always the
     *     lowest code; empty when it lies in none
     */
    public Optional<String> gridAt(GeoPoint position) {
        Point point = GEOMETRY.createPoint(new Coordinate(position.longitude(), position.latitude()));
        List<?> near = index.query(point.getEnvelopeInternal());
        return near.stream()
                .map(Ground.class::cast)
                .filter(ground -> ground.shape().covers(point))
                .map(Ground::code)
                .min(Comparator.naturalOrder());
    }

    public boolean knows(String code) {
        return codes.contains(code);
    }

    /** Codes of grids whose outline is no polygon: they can be named, but no position is found in them. */
    public List<String> unusable() {
        return List.copyOf(unusable);
    }

    private void add(GridItem grid) {
        codes.add(grid.code());
        try {
            Polygon polygon = polygonOf(grid.rings());
            index.insert(
                    polygon.getEnvelopeInternal(), new Ground(grid.code(), PreparedGeometryFactory.prepare(polygon)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NoSuchElementException e) {
            unusable.add(grid.code());
        }
    }

    private static Polygon polygonOf(List<List<List<Double>>> rings) {
        LinearRing shell = ringOf(rings.getFirst());
        LinearRing[] holes = rings.stream().skip(1).map(GridMap::ringOf).toArray(LinearRing[]::new);
        Polygon polygon = GEOMETRY.createPolygon(shell, holes);
        if (polygon.isEmpty() || !polygon.isValid()) {
            throw new IllegalArgumentException("Not a polygon");
        }
        return polygon;
    }

    private static LinearRing ringOf(List<List<Double>> ring) {
        return GEOMETRY.createLinearRing(ring.stream()
                .map(pair -> new Coordinate(pair.get(0), pair.get(1)))
                .toArray(Coordinate[]::new));
    }
}
