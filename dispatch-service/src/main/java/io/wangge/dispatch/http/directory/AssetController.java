package io.wangge.dispatch.http.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.directory.Asset;
import io.wangge.dispatch.directory.Assets.Near;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 部件: which things stand where, and whose they are. */
@RestController
@RequestMapping("/api/v1/assets")
class AssetController {
    private static final int MOST = 50;
    private static final int FARTHEST = 2000;

    private final ReferenceData referenceData;

    AssetController(ReferenceData referenceData) {
        this.referenceData = referenceData;
    }

    record AssetList(List<AssetView> items) {}

    /** @param metres from the place that was asked about; absent when none was */
    record AssetView(
            String id,
            String category,
            String nameZh,
            GeoPoint point,
            String ownerId,
            String ownerZh,
            @Nullable Long metres) {}

    @Operation(summary = "The assets nearest to a place / 附近的部件")
    @GetMapping
    AssetList near(
            Caller caller,
            @Parameter(description = "longitude,latitude") @RequestParam String near,
            @Parameter(description = "class or subclass; any without") @RequestParam(required = false) @Nullable
                    String category,
            @Parameter(description = "metres, at most 2000") @RequestParam(defaultValue = "200") int within,
            @Parameter(description = "at most 50") @RequestParam(defaultValue = "10") int limit) {
        inRange("within", within, FARTHEST);
        inRange("limit", limit, MOST);
        Reference reference = referenceData.current();
        return new AssetList(reference.assets().near(place(near), category, within, limit).stream()
                .map(found -> view(found, reference))
                .toList());
    }

    @Operation(summary = "One asset with its owner / 部件")
    @GetMapping("/{id}")
    AssetView one(Caller caller, @PathVariable String id) {
        Reference reference = referenceData.current();
        return reference
                .assets()
                .find(id)
                .map(asset -> view(asset, null, reference))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private static AssetView view(Near near, Reference reference) {
        return view(near.asset(), Math.round(near.metres()), reference);
    }

    private static AssetView view(Asset asset, @Nullable Long metres, Reference reference) {
        String ownerZh = reference
                .directory()
                .unit(asset.ownerId())
                .map(unit -> unit.nameZh())
                .orElse(asset.ownerId());
        return new AssetView(
                asset.id(), asset.category(), asset.nameZh(), asset.point(), asset.ownerId(), ownerZh, metres);
    }

    private static GeoPoint place(String near) {
        String[] parts = near.split(",", -1);
        try {
            double longitude = Double.parseDouble(parts[0].strip());
            double latitude = Double.parseDouble(parts[parts.length - 1].strip());
            if (parts.length == 2 && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) {
                return GeoPoint.of(longitude, latitude);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw ProblemException.invalid("near", "bad-format");
    }

    private static void inRange(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw ProblemException.invalid(
                    List.of(new FieldFault(field, "out-of-range", Map.of("min", 1, "max", most))));
        }
    }
}
