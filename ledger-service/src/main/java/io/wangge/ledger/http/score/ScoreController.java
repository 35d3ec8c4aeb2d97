package io.wangge.ledger.http.score;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.score.Edition;
import io.wangge.ledger.score.FormulaDesk;
import io.wangge.ledger.score.ScoreDesk;
import io.wangge.ledger.score.ScoreDesk.Correction;
import io.wangge.ledger.score.ScoreSheet;
import io.wangge.ledger.score.ScoreShelf;
import io.wangge.ledger.score.UnitScore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 考核表: published sheets, what would be different today, and how a month stands while it runs. */
@RestController
@RequestMapping("/api/v1")
class ScoreController {
    private final ScoreDesk desk;
    private final ScoreShelf shelf;
    private final FormulaDesk formulae;
    private final DirectoryCopy directory;
    private final InstantSource clock;

    ScoreController(
            ScoreDesk desk, ScoreShelf shelf, FormulaDesk formulae, DirectoryCopy directory, InstantSource clock) {
        this.desk = desk;
        this.shelf = shelf;
        this.formulae = formulae;
        this.directory = directory;
        this.clock = clock;
    }

    record SheetsView(List<ScoreSheet> items) {}

    record SheetBody(@Nullable String formulaId, @Nullable String period) {}

    /** @param scores of the units in the caller's scope, by rank among all */
    record SheetView(ScoreSheet sheet, Edition formula, List<UnitScore> scores) {}

    record CorrectionsView(ScoreSheet sheet, Instant computedAt, boolean equal, List<Correction> corrections) {}

    /** @param published false while the month runs, or before its sheet is made */
    record ScoreView(
            boolean published,
            Instant computedAt,
            String formulaId,
            long version,
            YearMonth period,
            int units,
            UnitScore score) {}

    @GetMapping("/score-sheets")
    SheetsView sheets(@RequestParam(required = false) @Nullable String period) {
        return new SheetsView(shelf.sheets(ScoreQuery.monthOrAny("period", period)));
    }

    /** Makes a month's sheet before the schedule does; the same again answers the same. */
    @PostMapping("/score-sheets")
    SheetView publish(Caller caller, @RequestBody SheetBody body) {
        List<String> top = List.of(directory.current().top().id());
        if (Stream.of(Role.INSPECTOR, Role.LEADER, Role.ADMIN).noneMatch(role -> caller.covers(role, top))) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        YearMonth month = ScoreQuery.month("period", body.period());
        Edition edition = formulae.inForce(String.valueOf(body.formulaId()), month)
                .orElseThrow(() -> ProblemException.invalid("formulaId", "unknown-value"));
        Optional<Refused> refusal = desk.refusal(month);
        if (refusal.isPresent()) {
            throw new ProblemException(409, refusal.get());
        }
        return view(caller, desk.publish(edition, month, directory.current()));
    }

    @GetMapping("/score-sheets/{id}")
    SheetView sheet(Caller caller, @PathVariable String id) {
        return view(caller, found(id));
    }

    private SheetView view(Caller caller, ScoreSheet sheet) {
        Edition edition = formulae.editions().stream()
                .filter(known -> known.formula().id().equals(sheet.formulaId()) && known.version() == sheet.version())
                .findAny()
                .orElseThrow();
        return new SheetView(sheet, edition, shelf.scores(sheet, caller.units()));
    }

    /** 更正: the sheet worked out again, from what is known today. */
    @GetMapping("/score-sheets/{id}/corrections")
    CorrectionsView corrections(Caller caller, @PathVariable String id) {
        ScoreSheet sheet = found(id);
        List<Correction> all = desk.corrections(sheet, directory.current()).stream()
                .filter(correction -> caller.coversAny(correction.published().path()))
                .toList();
        return new CorrectionsView(sheet, clock.instant(), all.isEmpty(), all);
    }

    private ScoreSheet found(String id) {
        return shelf.find(id).orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    /** Of a unit: as published, else as it stands now. */
    @GetMapping("/scores")
    ScoreView score(Caller caller, @RequestParam String unitId, @RequestParam String period) {
        YearMonth month = ScoreQuery.month("period", period);
        Directory now = directory.current();
        UnitItem unit = now.unit(unitId)
                .filter(known -> caller.coversAny(known.path()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        Edition edition = formulae.inForce(month).stream()
                .filter(known -> known.formula().scores(unit))
                .findFirst()
                .orElseThrow(() -> new ProblemException(409, "unit-not-scored"));
        ScoreSheet sheet =
                shelf.find(ScoreSheet.idOf(edition.formula().id(), month)).orElse(null);
        if (sheet != null) {
            Optional<UnitScore> published = shelf.score(sheet, unitId);
            if (published.isPresent()) {
                return new ScoreView(
                        true,
                        sheet.computedAt(),
                        sheet.formulaId(),
                        sheet.version(),
                        month,
                        sheet.units(),
                        published.get());
            }
        }
        List<UnitScore> all = desk.compute(edition, month, now);
        return new ScoreView(
                false,
                clock.instant(),
                edition.formula().id(),
                edition.version(),
                month,
                all.size(),
                all.stream()
                        .filter(score -> score.unitId().equals(unitId))
                        .findAny()
                        .orElseThrow());
    }
}
