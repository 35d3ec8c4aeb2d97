package io.wangge.dispatch.directory;

import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** The polygons of the grids, all of one level: each is sound, they touch, and none lies on another. */
final class Grounds {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    /** Metres of one degree of latitude, to a tenth of a percent. */
    private static final double METRES = 111_320;

    private final double tolerance;
    private final List<Ground> grounds = new ArrayList<>();

    private record Ground(GridItem grid, Polygon polygon) {}

    /** @param tolerance square metres that two may have in common */
    Grounds(double tolerance) {
        this.tolerance = tolerance;
    }

    /** RFC 7946: closed rings of at least four positions, longitude first; no ring crosses itself or another. */
    Optional<Finding> add(GridItem grid, String where) {
        if (grid.rings().isEmpty()) {
            return Optional.of(new Finding(where, "it has no ring", "没有边界"));
        }
        List<LinearRing> rings = new ArrayList<>();
        for (List<List<Double>> ring : grid.rings()) {
            for (List<Double> position : ring) {
                if (!isPosition(position)) {
                    return Optional.of(new Finding(
                            where,
                            "a position is not [longitude, latitude]: " + position,
                            "坐标应为 [经度, 纬度]：" + position));
                }
            }
            if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) {
                return Optional.of(new Finding(where, "a ring is not closed", "边界没有闭合"));
            }
            rings.add(SHAPES.createLinearRing(ring.stream()
                    .map(position -> new Coordinate(position.get(0), position.get(1)))
                    .toArray(Coordinate[]::new)));
        }
        Polygon polygon = SHAPES.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
        TopologyValidationError broken = new IsValidOp(polygon).getValidationError();
        if (broken != null) {
            return Optional.of(new Finding(
                    where, "its polygon is broken: " + broken, "边界自相交或无效，位置 " + at(broken.getCoordinate())));
        }
        grounds.add(new Ground(grid, polygon));
        return Optional.empty();
    }

    private static boolean isPosition(List<Double> position) {
        return position.size() == 2 && Math.abs(position.get(0)) <= 180 && Math.abs(position.get(1)) <= 90;
    }

    /** Each pair once, under the grid whose code comes first. */
    List<Finding> overlaps() {
        STRtree near = new STRtree();
        for (int i = 0; i < grounds.size(); i++) {
            near.insert(grounds.get(i).polygon().getEnvelopeInternal(), i);
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < grounds.size(); i++) {
            Ground one = grounds.get(i);
            List<Integer> others = new ArrayList<>();
            for (Object found : near.query(one.polygon().getEnvelopeInternal())) {
                if (found instanceof Integer other && other > i) {
                    others.add(other);
                }
            }
            others.stream()
                    .sorted()
                    .forEach(other -> overlap(one, grounds.get(other)).ifPresent(findings::add));
        }
        return findings;
    }

    private Optional<Finding> overlap(Ground one, Ground other) {
        Geometry common = OverlayNGRobust.overlay(one.polygon(), other.polygon(), OverlayNG.INTERSECTION);
        double area = squareMetres(common);
        if (area <= tolerance) {
            return Optional.empty();
        }
        String size = String.format(Locale.ROOT, "%.0f", Math.max(1, area));
        String place = at(common.getInteriorPoint().getCoordinate());
        String code = other.grid().code();
        return Optional.of(new Finding(
                "grid " + one.grid().code(),
                "it overlaps grid " + code + " by " + size + " m² at " + place,
                "与网格 " + code + " 重叠 " + size + " 平方米，位置 " + place));
    }

    /** On the plane that touches the earth there: exact enough for what a district is. */
    private static double squareMetres(Geometry shape) {
        if (shape.isEmpty()) {
            return 0;
        }
        double latitude = Math.toRadians(shape.getEnvelopeInternal().centre().y);
        return shape.getArea() * METRES * METRES * Math.cos(latitude);
    }

    private static String at(Coordinate place) {
        return String.format(Locale.ROOT, "[%.6f, %.6f]", place.x, place.y);
    }
}
