package io.wangge.dispatch.directory;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.valid.IsValidOp;

/** A grid is a unit of the lowest level with ground that a map can draw and a store can search. */
final class GridCheck {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private GridCheck() {}

    static List<Finding> check(Directory directory) {
        List<Finding> findings = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        directory.grids().forEach(grid -> {
            String where = "grid " + grid.code();
            if (!codes.add(grid.id())) {
                findings.add(new Finding(where, "another grid has the same unit " + grid.id()));
            }
            checkUnit(grid, directory).ifPresent(words -> findings.add(new Finding(where, words)));
            checkRings(grid).ifPresent(words -> findings.add(new Finding(where, words)));
        });
        return findings;
    }

    private static Optional<String> checkUnit(GridItem grid, Directory directory) {
        Optional<UnitItem> unit = directory.unit(grid.id());
        String lowest = directory.ladder().levels().getFirst().code();
        if (unit.isEmpty()) {
            return Optional.of("no unit " + grid.id());
        }
        return unit.get().territorial() && unit.get().level().equals(lowest)
                ? Optional.empty()
                : Optional.of("unit " + grid.id() + " is no territorial unit of level " + lowest);
    }

    /** RFC 7946: closed rings of at least four positions, longitude first; no ring crosses itself or another. */
    private static Optional<String> checkRings(GridItem grid) {
        if (grid.rings().isEmpty()) {
            return Optional.of("it has no ring");
        }
        List<LinearRing> rings = new ArrayList<>();
        for (List<List<Double>> ring : grid.rings()) {
            for (List<Double> position : ring) {
                if (position.size() != 2 || Math.abs(position.get(0)) > 180 || Math.abs(position.get(1)) > 90) {
                    return Optional.of("a position is not [longitude, latitude]: " + position);
                }
            }
            if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) {
                return Optional.of("a ring is not closed");
            }
            rings.add(SHAPES.createLinearRing(ring.stream()
                    .map(position -> new Coordinate(position.get(0), position.get(1)))
                    .toArray(Coordinate[]::new)));
        }
        IsValidOp validity = new IsValidOp(SHAPES.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
        return validity.isValid()
                ? Optional.empty()
                : Optional.of("its polygon is broken: " + validity.getValidationError());
    }
}
