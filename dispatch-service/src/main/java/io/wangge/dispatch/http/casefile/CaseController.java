package io.wangge.dispatch.http.casefile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.desk.CaseDesk;
import io.wangge.dispatch.desk.CaseLists;
import io.wangge.dispatch.desk.CaseLists.Page;
import io.wangge.dispatch.desk.CaseLists.Tab;
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
    private static final int MOST_ITEMS = 100;
    private static final int LONGEST_WAIT_MS = 10_000;

    private final CaseDesk desk;
    private final CaseLists lists;
    private final CaseViews views;
    private final ActionViews actions;
    private final Refusals refusals;
    private final RandomIds ids;

    CaseController(
            CaseDesk desk, CaseLists lists, CaseViews views, ActionViews actions, Refusals refusals, RandomIds ids) {
        this.desk = desk;
        this.lists = lists;
        this.views = views;
        this.actions = actions;
        this.refusals = refusals;
        this.ids = ids;
    }

    /** @param nextCursor absent on the last page */
    record CaseList(List<CaseView> items, @Nullable String nextCursor) {}

    @Operation(summary = "Cases within the caller's scope, open ones first, by what is due next / 案卷列表")
    @GetMapping
    CaseList list(
            Caller caller,
            @Parameter(description = "inbox, all or reported") @RequestParam(defaultValue = "inbox") String tab,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST_ITEMS) {
            throw outOfRange("limit", 1, MOST_ITEMS);
        }
        Page page = page(tab(tab), caller, cursor, limit);
        return new CaseList(
                page.cases().stream().map(views::of).toList(), page.next().orElse(null));
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
        return answer(found.map(views::of).orElseThrow(CaseController::notFound));
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
        return switch (outcome) {
            case CommandOutcome.Done(Stored<Case> now) -> answer(views.of(now, commandId));
            case CommandOutcome.Rejected rejected -> throw refusals.problemOf(rejected.refused());
            case CommandOutcome.Stale stale ->
                throw new ProblemException(412, ProblemCodes.STALE_VERSION, Map.of("current", stale.current()));
            case CommandOutcome.OutboxFull full -> throw new ProblemException(503, ProblemCodes.OUTBOX_FULL);
            case CommandOutcome.Unknown unknown -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        };
    }

    private static ResponseEntity<CaseView> answer(CaseView view) {
        return ResponseEntity.ok()
                .eTag("\"" + view.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(view);
    }

    private Page page(Tab tab, Caller caller, @Nullable String cursor, int limit) {
        try {
            return lists.page(tab, caller, cursor, limit);
        } catch (CaseLists.BadCursor e) {
            throw ProblemException.invalid("cursor", "bad-format");
        }
    }

    private static Tab tab(String name) {
        return switch (name) {
            case "inbox" -> Tab.INBOX;
            case "all" -> Tab.ALL;
            case "reported" -> Tab.REPORTED;
            default ->
                throw ProblemException.invalid(List.of(new FieldFault(
                        "tab", "unknown-value", Map.of("allowed", List.of("inbox", "all", "reported")))));
        };
    }

    private static ProblemException outOfRange(String field, int min, int max) {
        return ProblemException.invalid(List.of(new FieldFault(field, "out-of-range", Map.of("min", min, "max", max))));
    }

    private static ProblemException notFound() {
        return new ProblemException(404, ProblemCodes.NOT_FOUND);
    }
}
