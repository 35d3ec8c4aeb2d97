package io.wangge.dispatch.http.casefile;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.desk.CaseDesk;
import io.wangge.dispatch.desk.DuplicatesDesk;
import io.wangge.dispatch.desk.DuplicatesDesk.Proposal;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.store.Stored;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which cases may be about the same matter: for dispatchers, who may merge them. */
@RestController
class DuplicatesController {
    private final CaseDesk cases;
    private final DuplicatesDesk desk;

    DuplicatesController(CaseDesk cases, DuplicatesDesk desk) {
        this.cases = cases;
        this.desk = desk;
    }

    /** @param metres and withinMinutes what counts as near */
    record Duplicates(String caseId, int metres, long withinMinutes, List<DuplicateView> items) {}

    /** @param metres between the two places @param minutesApart between the two receipts @param wording per cent of common words */
    record DuplicateView(
            String caseId,
            String caseNumber,
            CaseState state,
            String stateZh,
            String text,
            Instant receivedAt,
            String holderUnitId,
            long metres,
            long minutesApart,
            long wording) {}

    @Operation(summary = "Open cases that may be the same matter, the nearest first / 疑似重复")
    @GetMapping("/api/v1/cases/{id}/duplicates")
    Duplicates duplicates(Caller caller, @PathVariable String id) {
        Case theCase = cases.find(id, caller)
                .map(Stored::value)
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        if (!caller.covers(Role.DISPATCHER, theCase.scopeUnits())) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        return new Duplicates(
                id,
                desk.rule().metres(),
                desk.rule().within().toMinutes(),
                desk.of(theCase, caller).stream()
                        .map(DuplicatesController::view)
                        .toList());
    }

    private static DuplicateView view(Proposal proposal) {
        Case other = proposal.other().value();
        return new DuplicateView(
                other.id(),
                other.opened().caseNumber(),
                other.state(),
                StateNames.zh(other.state()),
                other.opened().text().value(),
                other.opened().receivedAt(),
                other.holderPath().getLast(),
                proposal.likeness().metres(),
                proposal.likeness().apart().toMinutes(),
                Math.round(proposal.wording() * 100));
    }
}
