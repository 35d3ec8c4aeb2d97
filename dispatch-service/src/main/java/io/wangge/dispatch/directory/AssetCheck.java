package io.wangge.dispatch.directory;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Each asset once, of a category of assets, of a unit that is there, and somewhere in the district. */
public final class AssetCheck {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final String ASSET = "ASSET";

    private AssetCheck() {}

    /** @param directory that has passed its own checks */
    public static List<Finding> check(List<Asset> assets, Directory directory) {
        List<Finding> findings = new ArrayList<>();
        STRtree grounds = assets.isEmpty() ? new STRtree() : grounds(directory);
        Set<String> ids = new HashSet<>();
        for (Asset asset : assets) {
            String where = "asset " + asset.id();
            if (!ids.add(asset.id())) {
                findings.add(new Finding(where, "the id stands twice", "编号重复"));
            }
            if (directory.unit(asset.ownerId()).isEmpty()) {
                findings.add(new Finding(where, "no unit " + asset.ownerId(), "没有权属单位 " + asset.ownerId()));
            }
            boolean ofAssets = directory
                    .category(asset.category())
                    .filter(category -> category.itemKind().equals(ASSET))
                    .isPresent();
            if (!ofAssets) {
                findings.add(new Finding(
                        where,
                        "category " + asset.category() + " is none of assets",
                        "类别 " + asset.category() + " 不是部件类"));
            }
            if (!isPosition(asset.point())) {
                findings.add(new Finding(
                        where,
                        "its place is not [longitude, latitude]: "
                                + asset.point().coordinates(),
                        "坐标应为 [经度, 纬度]：" + asset.point().coordinates()));
            } else if (!grounds.isEmpty() && !lies(asset, grounds)) {
                findings.add(new Finding(
                        where,
                        "it lies in no grid of the district: " + asset.point().coordinates(),
                        "位置不在本区任何网格内：" + asset.point().coordinates()));
            }
        }
        return findings;
    }

    private static boolean isPosition(GeoPoint point) {
        return point.coordinates().size() == 2
                && Math.abs(point.longitude()) <= 180
                && Math.abs(point.latitude()) <= 90;
    }

    private static boolean lies(Asset asset, STRtree grounds) {
        Coordinate at = new Coordinate(asset.point().longitude(), asset.point().latitude());
        for (Object ground : grounds.query(new Envelope(at))) {
            if (ground instanceof Polygon polygon && polygon.covers(SHAPES.createPoint(at))) {
                return true;
            }
        }
        return false;
    }

    /** Grids without a polygon say nothing about where the district ends. */
    private static STRtree grounds(Directory directory) {
        STRtree grounds = new STRtree();
        for (GridItem grid : directory.grids()) {
            if (!grid.rings().isEmpty()) {
                List<LinearRing> rings =
                        grid.rings().stream().map(AssetCheck::ring).toList();
                Polygon polygon = SHAPES.createPolygon(
                        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
                grounds.insert(polygon.getEnvelopeInternal(), polygon);
            }
        }
        return grounds;
    }

    private static LinearRing ring(List<List<Double>> positions) {
        return SHAPES.createLinearRing(positions.stream()
                .map(position -> new Coordinate(position.get(0), position.get(1)))
                .toArray(Coordinate[]::new));
    }
}
