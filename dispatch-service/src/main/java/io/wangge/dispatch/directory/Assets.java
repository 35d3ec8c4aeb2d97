package io.wangge.dispatch.directory;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.Directory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The assets of the district, found by id and by place. */
public final class Assets {
    public static final Assets NONE = new Assets(List.of(), Map.of());

    private final Map<String, Asset> byId = new LinkedHashMap<>();
    private final Map<String, String> gridById;

    private Assets(List<Asset> assets, Map<String, String> gridById) {
        assets.forEach(asset -> byId.putIfAbsent(asset.id(), asset));
        this.gridById = gridById;
    }

    /** Assets that have passed {@link AssetCheck}. */
    public static Assets of(List<Asset> assets, Directory directory) {
        GridPlaces grids = new GridPlaces(directory);
        Map<String, String> gridById = new HashMap<>();
        assets.forEach(asset -> grids.gridAt(asset.point()).ifPresent(grid -> gridById.put(asset.id(), grid)));
        return new Assets(assets, gridById);
    }

    /** Unit id of the grid that the asset stands in: the place of a report that names nothing else. */
    public Optional<String> gridOf(@Nullable String id) {
        return Optional.ofNullable(id).map(gridById::get);
    }

    /** @param id as a report gave it; null for none */
    public Optional<Asset> find(@Nullable String id) {
        return Optional.ofNullable(id).map(byId::get);
    }

    /** @param metres from the place that was asked about */
    public record Near(Asset asset, double metres) {}

    /**
     * The nearest first.
     *
     * @param category subclass or class that they are of; null for any
     * @param within metres
     */
    public List<Near> near(GeoPoint place, @Nullable String category, double within, int atMost) {
        Distances from = Distances.from(place);
        return byId.values().stream()
                .filter(asset -> category == null || asset.category().startsWith(category))
                .map(asset -> new Near(asset, from.metresTo(asset.point())))
                .filter(near -> near.metres() <= within)
                .sorted(Comparator.comparingDouble(Near::metres)
                        .thenComparing(near -> near.asset().id()))
                .limit(atMost)
                .toList();
    }
}
