package io.wangge.dispatch.directory;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** In which grid a place lies. */
final class GridPlaces {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final STRtree grounds = new STRtree();

    private record Ground(String unitId, Polygon polygon) {}

    /** @param directory that has passed its own checks; grids without a polygon say nothing about where they are */
    GridPlaces(Directory directory) {
        for (GridItem grid : directory.grids()) {
            if (!grid.rings().isEmpty()) {
                List<LinearRing> rings =
                        grid.rings().stream().map(GridPlaces::ring).toList();
                Polygon polygon = SHAPES.createPolygon(
                        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
                grounds.insert(polygon.getEnvelopeInternal(), new Ground(grid.id(), polygon));
            }
        }
    }

    /** Whether no grid has a polygon. */
    boolean isEmpty() {
        return grounds.isEmpty();
    }

    /** Unit id of the grid; of two that share a border, the one whose id comes first. */
    Optional<String> gridAt(GeoPoint place) {
        Coordinate at = new Coordinate(place.longitude(), place.latitude());
        List<?> near = grounds.query(new Envelope(at));
        return near.stream()
                .map(Ground.class::cast)
                .filter(ground -> ground.polygon().covers(SHAPES.createPoint(at)))
                .map(Ground::unitId)
                .sorted()
                .findFirst();
    }

    private static LinearRing ring(List<List<Double>> positions) {
        return SHAPES.createLinearRing(positions.stream()
                .map(position -> new Coordinate(position.get(0), position.get(1)))
                .toArray(Coordinate[]::new));
    }
}
