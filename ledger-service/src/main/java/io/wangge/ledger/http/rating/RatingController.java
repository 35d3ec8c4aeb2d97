package io.wangge.ledger.http.rating;

import io.wangge.contracts.Actor;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.rating.RatingEvent.Kind;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import io.wangge.ledger.desk.Tokens;
import io.wangge.ledger.http.BodyFields;
import io.wangge.ledger.rating.Rating;
import io.wangge.ledger.rating.RatingDesk;
import io.wangge.ledger.rating.ServiceWindow;
import io.wangge.ledger.rating.Windows;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 四级评价 without a case: from a window's device, by its token, or on the telephone of somebody who is signed in. */
@RestController
@RequestMapping("/api/v1/ratings")
class RatingController {
    private final RatingDesk desk;
    private final Windows windows;
    private final DirectoryCopy directory;
    private final InstantSource clock;
    private final ZoneId zone;
    private final RandomIds ids;

    RatingController(
            RatingDesk desk,
            Windows windows,
            DirectoryCopy directory,
            InstantSource clock,
            ZoneId zone,
            RandomIds ids) {
        this.desk = desk;
        this.windows = windows;
        this.directory = directory;
        this.clock = clock;
        this.zone = zone;
        this.ids = ids;
    }

    /** What the device shows: name, window, staff number. */
    record DeviceView(
            String windowId,
            String nameZh,
            String nameEn,
            @Nullable String unitZh,
            @Nullable String staffName,
            String staffNumber) {}

    record Kept(String id) {}

    @GetMapping("/by-device/{token}")
    DeviceView shown(@PathVariable String token) {
        ServiceWindow window = ofDevice(token);
        Directory now = directory.current();
        return new DeviceView(
                window.id(),
                window.nameZh(),
                window.nameEn(),
                now.unit(window.unitId()).map(UnitItem::nameZh).orElse(null),
                now.caller(window.staffId()).map(Caller::name).orElse(null),
                window.staffNumber());
    }

    @PostMapping("/by-device/{token}")
    Kept rateAtWindow(@PathVariable String token, @RequestBody WindowRatingBody body) {
        ServiceWindow window = ofDevice(token);
        return keep(body, Kind.WINDOW, window, Actor.system("window:" + window.id()));
    }

    /** At a window that is named, else of the caller's own visit. */
    @PostMapping
    Kept rate(Caller caller, @RequestBody WindowRatingBody body) {
        String windowId = body.windowId();
        if (windowId == null) {
            String unit = caller.units().stream().sorted().findFirst().orElseThrow();
            ServiceWindow visit = new ServiceWindow("", "", "", unit, caller.staffId(), "");
            return keep(body, Kind.VISIT, visit, Actor.staff(caller.staffId(), unit));
        }
        ServiceWindow window = windows.find(windowId)
                .filter(known -> caller.coversAny(pathOf(known.unitId())))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        return keep(body, Kind.WINDOW, window, Actor.staff(caller.staffId(), window.unitId()));
    }

    private Kept keep(WindowRatingBody body, Kind kind, ServiceWindow window, Actor by) {
        WindowRatingBody.Given given = body.checked();
        Instant now = clock.instant();
        Rating rating = new Rating(
                given.id(),
                kind,
                kind == Kind.WINDOW ? window.id() : null,
                pathOf(window.unitId()),
                window.staffId(),
                given.grade(),
                given.breaches(),
                now,
                LocalDate.ofInstant(now, zone),
                body.fingerprint(window.staffId()));
        return switch (desk.take(
                rating, rating.event(by, BodyFields.erasable(body.comment(), ids::newSalt)), Traces.current())) {
            case STANDING -> new Kept(given.id());
            case SAME_ID_OTHER_CONTENT -> throw new ProblemException(409, ProblemCodes.SAME_ID_OTHER_CONTENT);
            case UNKNOWN -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        };
    }

    private ServiceWindow ofDevice(String token) {
        return windows.ofDevice(Tokens.hash(token)).orElseThrow(() -> new ProblemException(404, "device-unknown"));
    }

    private List<String> pathOf(String unitId) {
        return directory.current().unit(unitId).map(UnitItem::path).orElse(List.of(unitId));
    }
}
