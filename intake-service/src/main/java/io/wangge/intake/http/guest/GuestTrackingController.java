package io.wangge.intake.http.guest;

import io.wangge.contracts.casefile.CaseState;
import io.wangge.intake.attachment.ReleasedPhotos;
import io.wangge.intake.desk.AskReopening;
import io.wangge.intake.desk.GuestReports;
import io.wangge.intake.http.guest.TrackingAnswer.Photo;
import io.wangge.intake.report.Report;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 居民查询进度、要求重办: by number, with the receipt or the session of whoever reported it. */
@RestController
@RequestMapping("/api/v1/public")
class GuestTrackingController {
    private static final int MOST_OWN = 50;
    private static final int LONGEST_REASON = 500;

    private final GuestDoor door;
    private final GuestReports reports;
    private final AskReopening reopening;
    private final ReleasedPhotos released;
    private final Receipts receipts;
    private final DirectoryCopy directory;

    GuestTrackingController(
            GuestDoor door,
            GuestReports reports,
            AskReopening reopening,
            ReleasedPhotos released,
            Receipts receipts,
            DirectoryCopy directory) {
        this.door = door;
        this.reports = reports;
        this.reopening = reopening;
        this.released = released;
        this.receipts = receipts;
        this.directory = directory;
    }

    record OwnAnswer(List<TrackingAnswer> items) {}

    @GetMapping("/reports")
    OwnAnswer own(@RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        String person = door.mustBeKnown(authorization);
        return new OwnAnswer(reports.of(person, MOST_OWN).stream()
                .map(report -> tracked(report, true))
                .toList());
    }

    @GetMapping("/tracking/{number}")
    TrackingAnswer tracking(
            @PathVariable String number,
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestHeader(name = "X-Receipt", required = false) @Nullable String receipt) {
        Report report = found(number);
        return tracked(report, isOwn(report, authorization, receipt));
    }

    private Report found(String number) {
        door.mustBeOpen();
        return reports.byTrackingNumber(number.strip())
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private boolean isOwn(Report report, @Nullable String authorization, @Nullable String receipt) {
        String resident = report.received().residentId();
        return receipts.isGood(report.id(), receipt)
                || (resident != null
                        && door.personOf(authorization).filter(resident::equals).isPresent());
    }

    private TrackingAnswer tracked(Report report, boolean own) {
        List<Photo> photos = released.of(report.id()).stream()
                .map(photo -> new Photo(
                        "/api/v1/public/photos/" + photo.attachmentId(),
                        "/api/v1/public/photos/" + photo.attachmentId() + "?part=THUMBNAIL",
                        photo.moment().name()))
                .toList();
        boolean closed = report.caseStanding()
                .filter(standing -> standing.state() == CaseState.CLOSED)
                .isPresent();
        return TrackingAnswer.of(
                report,
                reports.carrying(report),
                own,
                directory.ifReady(),
                own && closed && reopening.isInTime(report),
                photos);
    }

    /** @param reason in the resident's words */
    record ReopeningRequest(@Nullable String reason) {}

    /** 要求重办: within the term an inspector is asked to open it again. 202: a person decides. */
    @PostMapping("/tracking/{number}/reopening")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TrackingAnswer askReopening(
            @PathVariable String number,
            @RequestBody ReopeningRequest request,
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestHeader(name = "X-Receipt", required = false) @Nullable String receipt) {
        Report report = found(number);
        if (!isOwn(report, authorization, receipt)) {
            throw new ProblemException(401, "guest-session-needed");
        }
        String reason = request.reason() == null ? "" : request.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw ProblemException.invalid("reason", reason.isEmpty() ? "required" : "not-well-formed");
        }
        reopening.ask(report, reason).ifPresent(refused -> {
            throw new ProblemException(409, refused);
        });
        return tracked(report, true);
    }
}
