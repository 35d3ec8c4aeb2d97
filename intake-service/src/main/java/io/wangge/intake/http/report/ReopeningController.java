package io.wangge.intake.http.report;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.intake.desk.AnswerReopenings;
import io.wangge.intake.desk.GuestReports.Asked;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 居民要求重办, as work of the inspector. Opening the case again is dispatch's {@code reopen}; with it the request is gone. */
@RestController
@RequestMapping("/api/v1/reports")
class ReopeningController {
    private static final int LONGEST_REASON = 500;

    private final AnswerReopenings reopenings;

    ReopeningController(AnswerReopenings reopenings) {
        this.reopenings = reopenings;
    }

    record ListAnswer(List<AskedAnswer> items) {}

    /**
     * @param reason in the resident's words
     * @param report its case is closed; {@code POST /api/v1/cases/ID/commands} with {@code reopen} opens it again
     */
    record AskedAnswer(Instant askedAt, String reason, ReportAnswer report) {
        static AskedAnswer of(Asked asked) {
            return new AskedAnswer(asked.at(), asked.reason(), ReportAnswer.listed(asked.report(), true));
        }
    }

    /** Those on the caller's ground, the oldest first, at most 200. For INSPECTOR. */
    @GetMapping("/reopenings")
    ListAnswer waiting(Caller caller) {
        guard(caller);
        return new ListAnswer(
                reopenings.waiting(caller).stream().map(AskedAnswer::of).toList());
    }

    /** @param reason for the resident */
    record RefusalForm(@Nullable String reason) {}

    /** It stays closed, and the resident hears why. 409 {@code no-reopening-asked} when nobody waits for it. */
    @PostMapping("/{id}/reopening/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable String id, @RequestBody RefusalForm form, Caller caller) {
        guard(caller);
        String reason = form.reason() == null ? "" : form.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw ProblemException.invalid("reason", reason.isEmpty() ? "required" : "not-well-formed");
        }
        reopenings.refuse(caller, id, reason).ifPresent(refused -> {
            throw new ProblemException(409, refused);
        });
    }

    private static void guard(Caller caller) {
        if (!caller.has(Role.INSPECTOR)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
    }
}
