package io.wangge.intake.http.alike;

import static io.wangge.intake.http.alike.AlikeAnswers.FollowerAnswer;
import static io.wangge.intake.http.alike.AlikeAnswers.FollowersAnswer;
import static io.wangge.intake.http.alike.AlikeAnswers.SimilarAnswer;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.directory.Caller;
import io.wangge.intake.alike.Matter;
import io.wangge.intake.desk.AttendCall;
import io.wangge.intake.desk.FindAlike;
import io.wangge.intake.desk.FollowReport;
import io.wangge.intake.desk.FollowReport.Outcome;
import io.wangge.intake.desk.ReadReports;
import io.wangge.intake.hotline.Call;
import io.wangge.intake.hotline.CallRules;
import io.wangge.intake.hotline.Calls;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.NewReport;
import io.wangge.intake.report.ReportDraft;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportReading;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 疑似重复 before filing, and those who follow what is there already. */
@RestController
class AlikeController {
    private static final int SHOWN = 50;
    private final FindAlike alike;
    private final FollowReport follow;
    private final ReadReports reading;
    private final AttendCall attend;
    private final Calls calls;
    private final InstantSource clock;

    AlikeController(
            FindAlike alike,
            FollowReport follow,
            ReadReports reading,
            AttendCall attend,
            Calls calls,
            InstantSource clock) {
        this.alike = alike;
        this.follow = follow;
        this.reading = reading;
        this.attend = attend;
        this.calls = calls;
        this.clock = clock;
    }

    /** Takes the form of a report as it stands: id and text may still be missing. */
    @Operation(summary = "What was reported already, before it is reported again / 查重")
    @PostMapping("/api/v1/reports/similar")
    SimilarAnswer similar(@RequestBody ReportForm form, Caller caller) {
        mustHaveRole(caller);
        NewReport draft = read(drafted(form));
        var details = draft.details();
        return answer(
                caller,
                new Matter(
                        draft.id(),
                        draft.category(),
                        draft.text(),
                        draft.location() == null ? null : details.system().toWgs84(draft.location()),
                        draft.gridCode(),
                        clock.instant()));
    }

    @Operation(summary = "What is like a report that was taken in / 疑似重复")
    @GetMapping("/api/v1/reports/{id}/similar")
    SimilarAnswer similarTo(@PathVariable String id, Caller caller) {
        return reading.find(caller, lower(id), Duration.ZERO)
                .map(report -> answer(caller, Matter.of(report.received())))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private SimilarAnswer answer(Caller caller, Matter matter) {
        return SimilarAnswer.of(alike.rule(), alike.to(caller, matter));
    }

    /** @param reportId the caller's own, filed or still being written */
    record Dismissal(@Nullable String reportId) {}

    @Operation(summary = "Another matter: not proposed to the caller again / 不是同一件")
    @PostMapping("/api/v1/reports/{id}/dismissals")
    ResponseEntity<Void> dismiss(@PathVariable String id, @RequestBody Dismissal dismissal, Caller caller) {
        alike.dismiss(caller, uuid("reportId", dismissal.reportId()), uuid("id", id))
                .ifPresent(refused -> {
                    throw new ProblemException(403, refused);
                });
        return ResponseEntity.noContent().build();
    }

    /**
     * @param id UUID made by the client
     * @param text what there is to add
     * @param callId the call in which it was said: who rang is told the outcome, unless somebody else is named
     */
    record FollowForm(
            @Nullable String id,
            @Nullable String text,
            ReportForm.@Nullable Resident resident,
            @Nullable String callId) {}

    /** 201 for a new follower, 200 when it comes again, 409 {@code followed-over} when the matter is over. */
    @Operation(summary = "Follow this one instead of reporting it again / 关注已有上报")
    @PostMapping("/api/v1/reports/{id}/followers")
    ResponseEntity<FollowerAnswer> follow(@PathVariable String id, @RequestBody FollowForm form, Caller caller) {
        String text = form.text() == null || form.text().isBlank() ? null : form.text();
        NewReport instead = read(formOf(form, text == null ? "-" : text, residentOf(form, caller)));
        return switch (follow.follow(caller, lower(id), instead, text == null ? null : instead.text())) {
            case Outcome.New(var follower) ->
                ResponseEntity.created(URI.create("/api/v1/followers/" + follower.id()))
                        .body(FollowerAnswer.of(follower, null));
            case Outcome.Repeated(var follower) -> ResponseEntity.ok(FollowerAnswer.of(follower, null));
            case Outcome.NotAllowed(var refused) -> throw Faults.refused(refused);
            case Outcome.Faulty(var faults) -> throw Faults.problem(faults);
            case Outcome.Unknown() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        };
    }

    @Operation(summary = "Who follows a report: the first 50, and how many, counted up to 1000 / 关注者")
    @GetMapping("/api/v1/reports/{id}/followers")
    FollowersAnswer followers(@PathVariable String id, Caller caller) {
        return follow.of(caller, lower(id), SHOWN)
                .map(FollowersAnswer::of)
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    @Operation(summary = "How the followed matter stands / 关注的进展")
    @GetMapping("/api/v1/followers/{id}")
    FollowerAnswer follower(@PathVariable String id, Caller caller) {
        return follow.find(caller, lower(id))
                .map(follower ->
                        FollowerAnswer.of(follower, follow.followed(follower).orElse(null)))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private static void mustHaveRole(Caller caller) {
        if (caller.grants().isEmpty()) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
    }

    private NewReport read(ReportForm form) {
        return switch (ReportReading.of(form, clock.instant())) {
            case ReportReading.Readable readable -> readable.report();
            case ReportReading.Faulty faulty -> throw Faults.problem(faulty.faults());
        };
    }

    /** Nothing of a draft is judged but what it is looked up by. */
    private static ReportForm drafted(ReportForm form) {
        return new ReportDraft(form.id() == null ? new UUID(0, 0).toString() : form.id())
                .text(form.text() == null || form.text().isBlank() ? "-" : form.text())
                .category(form.category())
                .location(form.location())
                .gridCode(form.gridCode())
                .coordinateSystem(form.coordinateSystem())
                .form();
    }

    private static ReportForm formOf(FollowForm form, String text, ReportForm.@Nullable Resident resident) {
        return new ReportDraft(form.id()).text(text).resident(resident).form();
    }

    private ReportForm.@Nullable Resident residentOf(FollowForm form, Caller caller) {
        if (form.callId() == null) {
            return form.resident();
        }
        Call call = calls.find(form.callId()).orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        attend.mayWorkOn(call, caller).ifPresent(refused -> {
            throw new ProblemException(refused.code().equals(CallRules.OVER) ? 409 : 403, refused);
        });
        return attend.whoCalls(call, form.resident());
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private static String uuid(String field, @Nullable String value) {
        if (value == null) {
            throw Faults.problem(List.of(io.wangge.intake.report.FieldFault.of(field, "required")));
        }
        try {
            return UUID.fromString(value.strip()).toString();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(field, "not-a-uuid");
        }
    }
}
