package io.wangge.intake.http.report;

import io.wangge.contracts.directory.Caller;
import io.wangge.intake.desk.PagePlace;
import io.wangge.intake.desk.ReadReports;
import io.wangge.intake.desk.TakeInReport;
import io.wangge.intake.desk.TakenIn;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.NewReport;
import io.wangge.intake.report.Report;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportReading;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP. Everybody here is signed in; who sees what is decided at the desk. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {
    private static final Logger LOG = LoggerFactory.getLogger(ReportController.class);
    /** Below the read timeout of the gateway and of usual clients. */
    private static final long LONGEST_WAIT_MILLIS = 20_000;

    /** The year 9999. */
    private static final long MOST_SECONDS = 253_370_764_800L;

    private static final String MINE = "mine";

    private final TakeInReport takeIn;
    private final ReadReports read;
    private final InstantSource clock;

    ReportController(TakeInReport takeIn, ReadReports read, InstantSource clock) {
        this.takeIn = takeIn;
        this.read = read;
        this.clock = clock;
    }

    /**
     * 上报. 201 for a new report, 200 with the same answer when it comes again, 409 for another one under the same id, 503
     * when nobody knows: then the same once more.
     */
    @PostMapping
    ResponseEntity<ReceiptAnswer> takeIn(@RequestBody ReportForm form, Caller caller) {
        NewReport report = switch (ReportReading.of(form, clock.instant())) {
            case ReportReading.Readable readable -> readable.report();
            case ReportReading.Faulty faulty -> throw Faults.problem(faulty.faults());
        };
        return switch (takeIn.take(caller, report, Traces.current())) {
            case TakenIn.New(Report taken) -> {
                LOG.atInfo()
                        .addKeyValue("reportId", taken.id())
                        .addKeyValue("trackingNumber", taken.received().trackingNumber())
                        .log("Report taken in");
                yield ResponseEntity.created(URI.create("/api/v1/reports/" + taken.id()))
                        .body(ReceiptAnswer.of(taken));
            }
            case TakenIn.Repeated(Report earlier) -> ResponseEntity.ok(ReceiptAnswer.of(earlier));
            case TakenIn.NotAllowed(var refused) -> throw Faults.refused(refused);
            case TakenIn.Faulty(var faults) -> throw Faults.problem(faults);
            case TakenIn.Unknown() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        };
    }

    /** @param waitMs how long to wait for the report's case to be known, in milliseconds, at most 20 s */
    @GetMapping("/{id}")
    ReportAnswer one(@PathVariable String id, @RequestParam(defaultValue = "0") long waitMs, Caller caller) {
        Duration wait = Duration.ofMillis(Math.clamp(waitMs, 0, LONGEST_WAIT_MILLIS));
        return read.find(caller, id.toLowerCase(Locale.ROOT), wait)
                .map(report -> ReportAnswer.of(report, read.knowsReporter(caller, report)))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    /**
     * What the caller has reported, newest first.
     *
     * @param changedSince RFC 3339: only what is new, or whose case moved, since; the answer's {@code serverTime} is what to
     *     ask with the next time
     */
    @GetMapping
    ReportListAnswer list(
            @RequestParam(defaultValue = MINE) String tab,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String changedSince,
            Caller caller) {
        if (!MINE.equals(tab)) {
            throw Faults.unknownValue("tab", MINE);
        }
        PagePlace after = cursor == null || cursor.isEmpty() ? null : placeOf(cursor);
        Instant now = clock.instant();
        return ReportListAnswer.of(
                changedSince == null
                        ? read.reportedBy(caller, after)
                        : read.changedSince(caller, momentOf(changedSince), after),
                changedSince == null ? null : now);
    }

    private static Instant momentOf(String said) {
        try {
            // A plus that nobody encoded arrives as a blank.
            Instant moment =
                    OffsetDateTime.parse(said.strip().replace(' ', '+')).toInstant();
            // A moment that no date of the store can hold is as good as the nearest one that it can.
            return Instant.ofEpochMilli(Math.clamp(moment.getEpochSecond(), 0, MOST_SECONDS) * 1000);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid("changedSince", "not-a-time");
        }
    }

    private static PagePlace placeOf(String cursor) {
        return PagePlace.ofCursor(cursor).orElseThrow(() -> ProblemException.invalid("cursor", "not-a-cursor"));
    }
}
