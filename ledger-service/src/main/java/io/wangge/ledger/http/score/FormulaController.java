package io.wangge.ledger.http.score;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.IfMatch;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.score.Draft;
import io.wangge.ledger.score.Edition;
import io.wangge.ledger.score.FigureNames;
import io.wangge.ledger.score.Formula;
import io.wangge.ledger.score.FormulaDesk;
import io.wangge.ledger.score.FormulaDesk.Activation;
import io.wangge.ledger.score.FormulaFault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 考核办法 as data: read by everybody, written by administrators of the top unit. */
@RestController
@RequestMapping("/api/v1/score-formulae")
class FormulaController {
    private final FormulaDesk desk;
    private final DirectoryCopy directory;

    FormulaController(FormulaDesk desk, DirectoryCopy directory) {
        this.desk = desk;
        this.directory = directory;
    }

    /** @param figures what expressions may ask for */
    record FormulaeView(List<Edition> editions, List<Draft> drafts, List<String> figures) {}

    record DraftView(long revision, Formula formula, List<FormulaFault> faults) {}

    record FaultsView(List<FormulaFault> faults) {}

    record ActivationBody(@Nullable String from) {}

    @GetMapping
    FormulaeView all() {
        return new FormulaeView(
                desk.editions(),
                desk.drafts(),
                FigureNames.known().stream().sorted().toList());
    }

    @GetMapping("/{id}/draft")
    ResponseEntity<DraftView> draft(@PathVariable String id) {
        return view(found(id));
    }

    /** Kept right or wrong: a half-written one is no shame. */
    @PutMapping("/{id}/draft")
    ResponseEntity<DraftView> keep(
            Caller caller,
            @PathVariable String id,
            @RequestBody FormulaBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        mayWrite(caller);
        Formula formula = body.formula(id);
        long revision = seen == null && desk.draft(id).isEmpty() ? 0 : IfMatch.version(seen);
        return view(desk.keep(formula, revision, caller.staffId())
                .orElseThrow(() -> new ProblemException(412, "formula-draft-changed")));
    }

    /** 放弃草稿: what is in force stays as it is. Nothing of it was in force, so nothing of it stands in the ledger. */
    @DeleteMapping("/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        mayWrite(caller);
        Draft draft = found(id);
        if (!desk.discard(draft.formula().id(), IfMatch.version(seen))) {
            throw new ProblemException(412, "formula-draft-changed");
        }
    }

    @PostMapping("/{id}/draft/check")
    FaultsView check(@PathVariable String id) {
        return new FaultsView(desk.check(found(id).formula(), directory.current()));
    }

    @PostMapping("/{id}/draft/activation")
    Edition activate(
            Caller caller,
            @PathVariable String id,
            @RequestBody ActivationBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        mayWrite(caller);
        return switch (desk.activate(
                id,
                IfMatch.version(seen),
                ScoreQuery.month("from", body.from()),
                caller.staffId(),
                directory.current())) {
            case Activation.Done(Edition edition) -> edition;
            case Activation.Broken(List<FormulaFault> faults) ->
                throw new ProblemException(
                        422,
                        "formula-broken",
                        Map.of(
                                "count",
                                faults.size(),
                                "where",
                                faults.getFirst().place(),
                                "zh",
                                faults.getFirst().zh(),
                                "en",
                                faults.getFirst().en(),
                                "faults",
                                faults));
            case Activation.No(var refused) ->
                throw new ProblemException(refused.code().equals("formula-draft-changed") ? 412 : 409, refused);
        };
    }

    private Draft found(String id) {
        return desk.draft(id).orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private ResponseEntity<DraftView> view(Draft draft) {
        return ResponseEntity.ok()
                .eTag("\"" + draft.revision() + "\"")
                .body(new DraftView(
                        draft.revision(), draft.formula(), desk.check(draft.formula(), directory.current())));
    }

    private void mayWrite(Caller caller) {
        if (!caller.covers(Role.ADMIN, List.of(directory.current().top().id()))) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
    }
}
