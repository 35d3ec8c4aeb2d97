package io.wangge.intake.http.guest;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.GeoPoint;
import io.wangge.intake.desk.FindPlaces;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FieldFault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 地名, for whoever reports without an account: what stands on every map of the town anyway. */
@RestController
@RequestMapping("/api/v1/public")
class GuestPlaceController {
    private static final int MOST = 8;
    private static final int LONGEST_QUESTION = 60;

    private final GuestDoor door;
    private final FindPlaces places;

    GuestPlaceController(GuestDoor door, FindPlaces places) {
        this.door = door;
        this.places = places;
    }

    /** @param location WGS-84 */
    record Named(String id, String name, @Nullable String address, GeoPoint location) {}

    record Answer(List<Named> items) {}

    /** @param q the beginning of a name, its pinyin or initials, or words within name and address; blank finds nothing */
    @Operation(summary = "Places by name for residents, at most eight / 居民地名搜索")
    @GetMapping("/places")
    Answer find(@RequestParam(defaultValue = "") String q) {
        door.mustBeOpen();
        if (q.length() > LONGEST_QUESTION) {
            throw Faults.problem(List.of(new FieldFault("q", "too-long", Map.of("max", LONGEST_QUESTION))));
        }
        return new Answer(places.find(q, null, MOST).stream()
                .map(FindPlaces.Found::place)
                .map(place -> new Named(place.id(), place.name(), place.address(), place.location()))
                .toList());
    }
}
