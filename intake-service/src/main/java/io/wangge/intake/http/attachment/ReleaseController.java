package io.wangge.intake.http.attachment;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.intake.attachment.ReleasedPhoto;
import io.wangge.intake.attachment.ReleasedPhoto.Area;
import io.wangge.intake.desk.ReleasePhoto;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FieldFault;
import io.wangge.kit.problem.ProblemException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 照片公开, by hand: what is hidden is drawn by a clerk. */
@RestController
@RequestMapping("/api/v1/attachments/{id}/release")
class ReleaseController {
    private static final int MOST_AREAS = 50;

    private final ReleasePhoto release;

    ReleaseController(ReleasePhoto release) {
        this.release = release;
    }

    record AreaBody(
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Double width,
            @Nullable Double height) {}

    /** @param nothingToHide said in so many words when there are no areas */
    record ReleaseBody(
            @Nullable List<@Nullable AreaBody> areas,
            @Nullable Boolean nothingToHide) {}

    record ReleaseAnswer(String attachmentId, String url, String thumbnailUrl, int areas, String by, Instant at) {}

    @PutMapping
    ReleaseAnswer release(@PathVariable String id, @RequestBody ReleaseBody body, Caller caller) throws IOException {
        List<Area> areas = areas(body);
        if (areas.isEmpty() && !Boolean.TRUE.equals(body.nothingToHide())) {
            throw Faults.problem(List.of(FieldFault.of("areas", "areas-or-nothing")));
        }
        return switch (release.release(caller, id.toLowerCase(Locale.ROOT), areas)) {
            case ReleasePhoto.Outcome.NotAllowed(Refused refused) -> throw Faults.refused(refused);
            case ReleasePhoto.Outcome.Released(ReleasedPhoto photo) ->
                new ReleaseAnswer(
                        photo.attachmentId(),
                        "/api/v1/public/photos/" + photo.attachmentId(),
                        "/api/v1/public/photos/" + photo.attachmentId() + "?part=THUMBNAIL",
                        photo.areas().size(),
                        photo.by(),
                        photo.at());
        };
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Caller caller) {
        release.withdraw(caller, id.toLowerCase(Locale.ROOT)).ifPresent(refused -> {
            throw Faults.refused(refused);
        });
    }

    private static List<Area> areas(ReleaseBody body) {
        List<@Nullable AreaBody> given = Objects.requireNonNullElse(body.areas(), List.<@Nullable AreaBody>of());
        if (given.size() > MOST_AREAS) {
            throw Faults.problem(List.of(new FieldFault("areas", "too-many", Map.of("max", MOST_AREAS))));
        }
        List<Area> areas = new ArrayList<>();
        for (AreaBody area : given) {
            if (area == null || area.x() == null || area.y() == null || area.width() == null || area.height() == null) {
                throw notInside();
            }
            Area read = new Area(area.x(), area.y(), area.width(), area.height());
            if (!read.isInside()) {
                throw notInside();
            }
            areas.add(read);
        }
        return areas;
    }

    private static ProblemException notInside() {
        return Faults.problem(List.of(FieldFault.of("areas", "not-inside")));
    }
}
