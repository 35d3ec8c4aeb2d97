package io.wangge.ledger.score;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Directory;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.FigureValue;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.figures.Tally;
import io.wangge.ledger.score.Scoring.Unit;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 考核 for a month: works out sheets, publishes them, and says what would be different today. */
public final class ScoreDesk {
    private final FormulaDesk formulae;
    private final ExpressionCompiler compiler;
    private final FigureDesk figures;
    private final Appeals appeals;
    private final Function<String, Optional<CaseFacts>> cases;
    private final ScoreShelf shelf;
    private final InstantSource clock;
    private final Supplier<String> runs;

    /** @param cases by id @param runs a new name for each computation */
    public ScoreDesk(
            FormulaDesk formulae,
            ExpressionCompiler compiler,
            FigureDesk figures,
            Appeals appeals,
            Function<String, Optional<CaseFacts>> cases,
            ScoreShelf shelf,
            InstantSource clock,
            Supplier<String> runs) {
        this.formulae = formulae;
        this.compiler = compiler;
        this.figures = figures;
        this.appeals = appeals;
        this.cases = cases;
        this.shelf = shelf;
        this.clock = clock;
        this.runs = runs;
    }

    /** Why a month has no sheet yet; empty when it is over. */
    public Optional<Refused> refusal(YearMonth month) {
        return Days.dayOf(clock.instant()).isAfter(month.atEndOfMonth())
                ? Optional.empty()
                : Optional.of(new Refused("month-not-over", Map.of("month", month.toString())));
    }

    /** All units, or all people, that the formula scores today, ranked. */
    public List<UnitScore> compute(Edition edition, YearMonth month, Directory directory) {
        return compute(edition, month, scored(edition.formula(), directory), directory);
    }

    private static List<Unit> scored(Formula formula, Directory directory) {
        Stream<Unit> all = formula.role() == null
                ? directory.units().stream()
                        .filter(formula::scores)
                        .map(unit -> new Unit(unit.id(), unit.nameZh(), unit.nameEn(), unit.path()))
                : directory.staff().stream()
                        .map(person ->
                                new Unit(person.id(), person.name(), person.name(), formula.pathOf(person, directory)))
                        .filter(person -> !person.path().isEmpty());
        return all.sorted(Comparator.comparing(Unit::id)).toList();
    }

    private List<UnitScore> compute(Edition edition, YearMonth month, List<Unit> units, Directory directory) {
        Instant now = clock.instant();
        Period period = new Period(month.atDay(1), month.atEndOfMonth());
        Scoring scoring = new Scoring(edition.formula(), compiler);
        Map<String, Tally> corrections = new HashMap<>();
        Map<String, List<String>> excused = new HashMap<>();
        List<String> ids = units.stream().map(Unit::id).toList();
        Map<String, List<FigureValue>> values;
        if (edition.formula().role() == null) {
            excuse(units, month, period, now, corrections, excused);
            values = figures.figures(ids, period, corrections, directory, now);
        } else {
            values = figures.workers(ids, period, directory, now);
        }
        return Scoring.ranked(units.stream()
                .map(unit -> scoring.score(
                        unit,
                        FigureNames.values(values.getOrDefault(unit.id(), List.of())),
                        excused.getOrDefault(unit.id(), List.of())))
                .toList());
    }

    /** What was granted counts for the unit that appealed and for those above it, as the overdue did. */
    private void excuse(
            List<Unit> units,
            YearMonth month,
            Period period,
            Instant now,
            Map<String, Tally> corrections,
            Map<String, List<String>> excused) {
        Set<String> ids = units.stream().map(Unit::id).collect(Collectors.toSet());
        for (Appeal appeal : appeals.granted(ids, month)) {
            Optional<CaseFacts> facts = cases.apply(appeal.caseId());
            for (String unit : appeal.unitPath()) {
                List<String> already = excused.computeIfAbsent(unit, none -> new ArrayList<>());
                // Two units below may have appealed the same overdue.
                if (ids.contains(unit) && !already.contains(appeal.caseId())) {
                    already.add(appeal.caseId());
                    facts.map(CaseFacts::figures)
                            .ifPresent(known -> Overdue.excuse(
                                    known, unit, period, now, corrections.computeIfAbsent(unit, none -> new Tally())));
                }
            }
        }
    }

    /** Works the sheet out and keeps it, unless there is one. */
    public ScoreSheet publish(Edition edition, YearMonth month, Directory directory) {
        String id = ScoreSheet.idOf(edition.formula().id(), month);
        return shelf.find(id).orElseGet(() -> {
            List<UnitScore> scores = compute(edition, month, directory);
            ScoreSheet sheet = new ScoreSheet(
                    id, edition.formula().id(), edition.version(), month, clock.instant(), runs.get(), scores.size());
            return shelf.publish(sheet, scores);
        });
    }

    /** Of every formula that scores the month. */
    public List<ScoreSheet> publishAll(YearMonth month, Directory directory) {
        return formulae.inForce(month).stream()
                .filter(edition -> edition.formula().scoresAnyone(directory))
                .map(edition -> publish(edition, month, directory))
                .toList();
    }

    /**
     * How a month stands by one formula.
     *
     * @param published false for what is only worked out
     * @param of how many are ranked in all
     */
    public record Standings(Formula formula, long version, boolean published, int of, List<UnitScore> scores) {}

    /** Of each formula: as published, else as it stands now. @param unit it and all below */
    public List<Standings> standings(YearMonth month, String unit, Directory directory) {
        return formulae.inForce(month).stream()
                .filter(edition -> edition.formula().scoresAnyone(directory))
                .map(edition -> shelf.find(ScoreSheet.idOf(edition.formula().id(), month))
                        .map(sheet -> new Standings(
                                edition.formula(),
                                sheet.version(),
                                true,
                                sheet.units(),
                                shelf.scores(sheet, List.of(unit))))
                        .orElseGet(() -> running(edition, month, unit, directory)))
                .toList();
    }

    private Standings running(Edition edition, YearMonth month, String unit, Directory directory) {
        List<UnitScore> all = compute(edition, month, directory);
        return new Standings(
                edition.formula(),
                edition.version(),
                false,
                all.size(),
                all.stream().filter(score -> score.path().contains(unit)).toList());
    }

    /** @param now what the unit would get today; the published sheet stays */
    public record Correction(
            UnitScore published, UnitScore now, List<UnitScore.Difference> figures, List<String> newlyExcused) {}

    /**
     * Works a published sheet out again, by the same version of the formula and for the same units.
     *
     * @return units whose figures, excuses or total are not what was published, by published rank; none when all is equal
     */
    public List<Correction> corrections(ScoreSheet sheet, Directory directory) {
        Edition edition = formulae.editions().stream()
                .filter(known -> known.formula().id().equals(sheet.formulaId()) && known.version() == sheet.version())
                .findAny()
                .orElseThrow(() -> new IllegalStateException("Formula of " + sheet.id() + " is missing"));
        List<UnitScore> published = shelf.scores(sheet, null);
        Map<String, UnitScore> now = compute(
                        edition,
                        sheet.month(),
                        published.stream()
                                .map(score -> new Unit(score.unitId(), score.zh(), score.en(), score.path()))
                                .toList(),
                        directory)
                .stream()
                .collect(Collectors.toMap(UnitScore::unitId, score -> score));
        return published.stream()
                .flatMap(before -> Optional.ofNullable(correction(before, now.get(before.unitId()))).stream())
                .toList();
    }

    private static @Nullable Correction correction(UnitScore before, @Nullable UnitScore now) {
        if (now == null) {
            return null;
        }
        List<UnitScore.Difference> differences = now.differences(before);
        List<String> excused = now.excused().stream()
                .filter(caseId -> !before.excused().contains(caseId))
                .toList();
        boolean same = differences.isEmpty() && excused.isEmpty() && UnitScore.same(before.total(), now.total());
        return same ? null : new Correction(before, now, differences, excused);
    }
}
