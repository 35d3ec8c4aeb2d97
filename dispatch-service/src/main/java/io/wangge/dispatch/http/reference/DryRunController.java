package io.wangge.dispatch.http.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.desk.DryRun;
import io.wangge.dispatch.desk.FewAtOnce;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.Draft;
import io.wangge.dispatch.reference.DraftDesk;
import io.wangge.dispatch.reference.DraftShelf;
import io.wangge.dispatch.reference.ReferenceKind;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tries the draft of the rule book on what was reported lately. */
@RestController
class DryRunController {
    private static final int MOST_REPORTS = 5_000;

    private final DryRun dryRun;
    private final DraftShelf shelf;
    private final DraftDesk desk;
    private final ReferenceDoor door;

    DryRunController(DryRun dryRun, DraftShelf shelf, DraftDesk desk, ReferenceDoor door) {
        this.dryRun = dryRun;
        this.shelf = shelf;
        this.desk = desk;
        this.door = door;
    }

    @Operation(summary = "What the draft of the rule book would do with the last reports / 规则试运行")
    @PostMapping("/api/v1/reference/rule-book/draft/dry-run")
    DryRun.Outcome run(
            Caller caller, @Parameter(description = "1 to 5000") @RequestParam(defaultValue = "1000") int reports) {
        door.requireAdmin(caller);
        if (reports < 1 || reports > MOST_REPORTS) {
            throw ProblemException.invalid(
                    List.of(new FieldFault("reports", "out-of-range", Map.of("min", 1, "max", MOST_REPORTS))));
        }
        Draft draft = shelf.find(ReferenceKind.RULE_BOOK)
                .orElseThrow(() -> ReferenceDoor.stale(ReferenceKind.RULE_BOOK, DraftShelf.NONE));
        List<Finding> findings = desk.check(List.of(draft));
        if (!findings.isEmpty()) {
            throw ReferenceDoor.broken(findings);
        }
        try (FewAtOnce.Place place = door.heavyWork()) {
            return dryRun.run(((Content.Rules) draft.content()).rules(), reports);
        }
    }
}
