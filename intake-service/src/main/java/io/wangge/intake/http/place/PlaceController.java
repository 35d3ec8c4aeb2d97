package io.wangge.intake.http.place;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.Caller;
import io.wangge.intake.desk.FindPlaces;
import io.wangge.intake.desk.FindPlaces.Found;
import io.wangge.intake.http.Faults;
import io.wangge.intake.place.Fix;
import io.wangge.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 地名. */
@RestController
class PlaceController {
    private static final int MOST = 50;
    private static final int LONGEST_QUESTION = 60;
    private final FindPlaces places;

    PlaceController(FindPlaces places) {
        this.places = places;
    }

    record Answer(List<Item> items) {}

    /** @param metres from {@code near}; absent without one */
    record Item(
            String id,
            String name,
            @Nullable String kind,
            @Nullable String address,
            GeoPoint location,
            @Nullable Long metres) {
        static Item of(Found found) {
            var place = found.place();
            return new Item(place.id(), place.name(), place.kind(), place.address(), place.location(), found.metres());
        }
    }

    /**
     * @param q the beginning of a name, its pinyin or initials, or words within name and address
     * @param near longitude,latitude in WGS-84
     */
    @Operation(summary = "Places by name, pinyin or initials, the nearest first / 地名搜索")
    @GetMapping("/api/v1/places")
    Answer find(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String near,
            @RequestParam(defaultValue = "10") int limit,
            Caller caller) {
        if (q != null && q.length() > LONGEST_QUESTION) {
            throw Faults.problem(
                    List.of(new io.wangge.intake.report.FieldFault("q", "too-long", Map.of("max", LONGEST_QUESTION))));
        }
        GeoPoint place = near == null || near.isBlank() ? null : point(near);
        return new Answer(places.find(q, place, Math.clamp(limit, 1, MOST)).stream()
                .map(Item::of)
                .toList());
    }

    private static GeoPoint point(String near) {
        String[] pair = near.split(",", -1);
        try {
            double longitude = Double.parseDouble(pair[0]);
            double latitude = Double.parseDouble(pair[1]);
            if (pair.length == 2
                    && Math.abs(longitude) <= 180
                    && Math.abs(latitude) <= 90
                    && Fix.doubt(longitude, latitude).isEmpty()) {
                return GeoPoint.of(longitude, latitude);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Told below.
        }
        throw ProblemException.invalid("near", "not-on-earth");
    }

    /** @param edition absent for a trial */
    record EditionAnswer(int rows, int places, @Nullable Long edition) {}

    @Operation(summary = "A new gazetteer instead of the present one, for ADMIN / 导入地名")
    @PostMapping(path = "/api/v1/places/imports", consumes = "text/csv")
    EditionAnswer importFile(
            @RequestBody byte[] file, @RequestParam(defaultValue = "false") boolean dryRun, Caller caller) {
        FindPlaces.mayImport(caller).ifPresent(refused -> {
            throw new ProblemException(403, refused);
        });
        PlacesFile read = PlacesFile.read(file);
        if (!read.faults().isEmpty()) {
            throw Faults.problem(read.faults());
        }
        return new EditionAnswer(read.rows(), read.places().size(), dryRun ? null : places.replace(read.places()));
    }
}
