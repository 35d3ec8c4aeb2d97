package io.wangge.dispatch.directory;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.Directory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each asset once, of a category of assets, of a unit that is there, and somewhere in the district. */
public final class AssetCheck {
    private static final String ASSET = "ASSET";

    private AssetCheck() {}

    /** @param directory that has passed its own checks */
    public static List<Finding> check(List<Asset> assets, Directory directory) {
        List<Finding> findings = new ArrayList<>();
        GridPlaces grids = new GridPlaces(directory);
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
            } else if (!grids.isEmpty() && grids.gridAt(asset.point()).isEmpty()) {
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
}
