package io.wangge.intake.http.guest;

import io.wangge.contracts.Actor;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.intake.attachment.ReleasedPhotos;
import io.wangge.intake.desk.AskReopening;
import io.wangge.intake.desk.GuestReports;
import io.wangge.intake.desk.TakeInReport;
import io.wangge.intake.desk.TakenIn;
import io.wangge.intake.http.Faults;
import io.wangge.intake.http.guest.TrackingAnswer.Photo;
import io.wangge.intake.report.Report;
import io.wangge.intake.report.ReportDraft;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportForm.Position;
import io.wangge.intake.report.ReportForm.Resident;
import io.wangge.intake.report.ReportReading;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 居民自助上报、查询、要求重办: without an account. */
@RestController
@RequestMapping("/api/v1/public")
class GuestReportController {
    private static final Logger LOG = LoggerFactory.getLogger(GuestReportController.class);
    /** Who takes it in: the page itself; no member of staff is its first receiver. */
    private static final Actor PAGE = Actor.system("web");

    private static final int MOST_OWN = 50;
    private static final int LONGEST_REASON = 500;

    private final GuestDoor door;
    private final TakeInReport takeIn;
    private final GuestReports reports;
    private final AskReopening reopening;
    private final ReleasedPhotos released;
    private final Receipts receipts;
    private final ProofOfWork proof;
    private final PublicSettings settings;
    private final DirectoryCopy directory;
    private final InstantSource clock;

    GuestReportController(
            GuestDoor door,
            TakeInReport takeIn,
            GuestReports reports,
            AskReopening reopening,
            ReleasedPhotos released,
            Receipts receipts,
            ProofOfWork proof,
            PublicSettings settings,
            DirectoryCopy directory,
            InstantSource clock) {
        this.door = door;
        this.takeIn = takeIn;
        this.reports = reports;
        this.reopening = reopening;
        this.released = released;
        this.receipts = receipts;
        this.proof = proof;
        this.settings = settings;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param rewardedCriticism true for 有奖批评 */
    record Kind(String id, String classZh, String classEn, String zh, String en, boolean rewardedCriticism) {}

    record FormAnswer(List<Kind> categories, boolean anonymous, boolean proofNeeded, int photos) {}

    /** What the page needs before somebody reports. */
    @GetMapping("/form")
    FormAnswer form() {
        door.mustBeOpen();
        List<Kind> kinds = directory.ifReady().map(Directory::categories).orElse(List.of()).stream()
                .filter(category -> !category.retired())
                .sorted(Comparator.comparing(CategoryItem::id))
                .map(category -> new Kind(
                        category.id(),
                        category.classZh(),
                        category.classEn(),
                        category.subclassZh(),
                        category.subclassEn(),
                        category.rewardsCritics()))
                .toList();
        return new FormAnswer(kinds, settings.anonymous(), proof.isNeeded(), settings.photos());
    }

    /** @param proof needed without a session, where this deployment asks for it */
    record ReportRequest(
            @Nullable String id,
            @Nullable String category,
            @Nullable String text,
            @Nullable Position location,
            @Nullable String coordinateSystem,
            @Nullable String address,
            @Nullable String nature,
            @Nullable String observedAt,
            @Nullable String name,
            @Nullable String proof) {
        @Override
        public String toString() {
            return "ReportRequest[id=" + id + "]";
        }
    }

    /** @param receipt keeps the way to add photos and to ask for it to be done again */
    record Receipt(String id, String trackingNumber, String receipt) {}

    @PostMapping("/reports")
    ResponseEntity<Receipt> report(
            @RequestBody ReportRequest request,
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        door.mustBeOpen();
        Optional<String> person = door.personOf(authorization);
        if (person.isEmpty()) {
            if (authorization != null || !settings.anonymous()) {
                throw new ProblemException(401, "guest-session-needed");
            }
            door.mustHaveWorked(request.proof());
        }
        return switch (ReportReading.of(form(request, person), clock.instant())) {
            case ReportReading.Faulty faulty -> throw Faults.problem(faulty.faults());
            case ReportReading.Readable readable ->
                switch (takeIn.takeFromOutside(PAGE, readable.report(), Traces.current())) {
                    case TakenIn.New(Report taken) -> {
                        LOG.atInfo().addKeyValue("reportId", taken.id()).log("Report taken in from the public page");
                        yield ResponseEntity.status(HttpStatus.CREATED).body(receipt(taken));
                    }
                    case TakenIn.Repeated(Report earlier) -> ResponseEntity.ok(receipt(earlier));
                    case TakenIn.NotAllowed(var refused) -> throw Faults.refused(refused);
                    case TakenIn.Faulty(var faults) -> throw Faults.problem(faults);
                    case TakenIn.Unknown() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
                };
        };
    }

    private Receipt receipt(Report report) {
        return new Receipt(report.id(), report.received().trackingNumber(), receipts.of(report.id()));
    }

    /** Nothing that a member of staff decides can be said from outside: urgency, grid, settling, agents. */
    private static ReportForm form(ReportRequest request, Optional<String> person) {
        return new ReportDraft(request.id())
                .category(request.category())
                .text(request.text())
                .location(request.location())
                .channel("WEB")
                .nature(request.nature())
                .observedAt(request.observedAt())
                .resident(
                        person.map(id -> new Resident(request.name(), null, id)).orElse(null))
                .coordinateSystem(request.coordinateSystem())
                .address(request.address())
                .anonymous(person.isEmpty() ? true : null)
                .form();
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
