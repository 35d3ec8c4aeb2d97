package io.wangge.dispatch.http.casefile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.desk.CaseDesk;
import io.wangge.dispatch.desk.CommandOutcome;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.IfMatch;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.store.Stored;
import io.wangge.kit.trace.Traces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases over HTTP, limited to the caller's scope: what lies outside does not exist. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseController {
    private static final int LONGEST_WAIT_MS = 10_000;

    private final CaseDesk desk;
    private final CaseViews views;
    private final ActionViews actions;
    private final Refusals refusals;
    private final RandomIds ids;

    CaseController(CaseDesk desk, CaseViews views, ActionViews actions, Refusals refusals, RandomIds ids) {
        this.desk = desk;
        this.views = views;
        this.actions = actions;
        this.refusals = refusals;
        this.ids = ids;
    }

    @Operation(summary = "One case; waits for an event of it, also before it exists / 案卷详情")
    @GetMapping("/{id}")
    ResponseEntity<CaseView> one(
            Caller caller,
            @PathVariable String id,
            @Parameter(description = "wait until the case has this many events")
                    @RequestParam(required = false)
                    @Nullable
                    Long atLeastSeq,
            @Parameter(description = "at most 10000") @RequestParam(defaultValue = "0") int waitMs) {
        if (waitMs < 0 || waitMs > LONGEST_WAIT_MS) {
            throw outOfRange("waitMs", 0, LONGEST_WAIT_MS);
        }
        Optional<Stored<Case>> found = waitMs == 0
                ? desk.find(id, caller)
                : desk.findAtLeast(id, atLeastSeq == null ? 1 : atLeastSeq, Duration.ofMillis(waitMs), caller);
        return answer(found.map(stored -> views.of(stored, caller)).orElseThrow(CaseController::notFound));
    }

    @Operation(summary = "What the caller may do now, and for what not, why / 可以办理的操作")
    @GetMapping("/{id}/actions")
    ActionViews.Actions actions(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Stored<Case> stored = desk.find(id, caller).orElseThrow(CaseController::notFound);
        return actions.of(stored, desk.actions(stored.value(), caller), language);
    }

    @Operation(summary = "Does something with a case, once, however often it is sent / 办理")
    @PostMapping("/{id}/commands")
    ResponseEntity<CaseView> command(
            Caller caller,
            @PathVariable String id,
            @Parameter(description = "the version that the caller has seen, such as \"3\"")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody CommandRequest request) {
        long version = IfMatch.version(ifMatch);
        String commandId = request.commandId();
        CommandOutcome outcome =
                desk.command(id, commandId, version, caller, request.command(ids::newSalt), Traces.current());
        if (outcome instanceof CommandOutcome.Done(Stored<Case> now)) {
            return answer(views.of(now, caller, commandId));
        }
        throw refusals.problemOf(outcome);
    }

    private static ResponseEntity<CaseView> answer(CaseView view) {
        return ResponseEntity.ok()
                .eTag("\"" + view.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(view);
    }

    private static ProblemException outOfRange(String field, int min, int max) {
        return ProblemException.invalid(List.of(new FieldFault(field, "out-of-range", Map.of("min", min, "max", max))));
    }

    private static ProblemException notFound() {
        return new ProblemException(404, ProblemCodes.NOT_FOUND);
    }
}
