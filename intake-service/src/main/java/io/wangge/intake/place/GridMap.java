package io.wangge.intake.place;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
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

    /** About ten metres: outlines drawn by hand do not meet exactly. */
    private static final double TOUCHING_DEGREES = 1e-4;

    private final STRtree index = new STRtree();
    private final Map<String, Ground> byCode = new HashMap<>();
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

    /** How many outlines a look-up has to be compared with; to be few however many grids there are. */
    int candidatesAt(GeoPoint position) {
        return index.query(new Envelope(new Coordinate(position.longitude(), position.latitude())))
                .size();
    }

    /** Codes of the grids that touch one of these, without themselves; in the order of their codes. */
    public List<String> neighboursOf(Set<String> own) {
        List<Ground> grounds = grounds(own);
        return grounds.stream()
                .flatMap(ground -> touching(ground))
                .filter(code -> !own.contains(code))
                .distinct()
                .sorted()
                .toList();
    }

    private List<Ground> grounds(Set<String> own) {
        List<Ground> found = new ArrayList<>();
        own.forEach(code -> {
            Ground ground = byCode.get(code);
            if (ground != null) {
                found.add(ground);
            }
        });
        return found;
    }

    private Stream<String> touching(Ground ground) {
        Envelope around = new Envelope(ground.shape().getGeometry().getEnvelopeInternal());
        around.expandBy(TOUCHING_DEGREES);
        List<?> near = index.query(around);
        return near.stream()
                .map(Ground.class::cast)
                .filter(other -> other.shape()
                        .getGeometry()
                        .isWithinDistance(ground.shape().getGeometry(), TOUCHING_DEGREES))
                .map(Ground::code);
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
            Ground ground = new Ground(grid.code(), PreparedGeometryFactory.prepare(polygon));
            index.insert(polygon.getEnvelopeInternal(), ground);
            byCode.put(grid.code(), ground);
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
