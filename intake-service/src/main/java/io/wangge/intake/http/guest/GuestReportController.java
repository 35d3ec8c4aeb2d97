package io.wangge.intake.http.guest;

import io.wangge.contracts.Actor;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.intake.desk.TakeInReport;
import io.wangge.intake.desk.TakenIn;
import io.wangge.intake.http.Faults;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 居民自助上报: without an account. */
@RestController
@RequestMapping("/api/v1/public")
class GuestReportController {
    private static final Logger LOG = LoggerFactory.getLogger(GuestReportController.class);
    /** Who takes it in: the page itself; no member of staff is its first receiver. */
    private static final Actor PAGE = Actor.system("web");

    private final GuestDoor door;
    private final TakeInReport takeIn;
    private final Receipts receipts;
    private final ProofOfWork proof;
    private final PublicSettings settings;
    private final DirectoryCopy directory;
    private final InstantSource clock;

    GuestReportController(
            GuestDoor door,
            TakeInReport takeIn,
            Receipts receipts,
            ProofOfWork proof,
            PublicSettings settings,
            DirectoryCopy directory,
            InstantSource clock) {
        this.door = door;
        this.takeIn = takeIn;
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
}
