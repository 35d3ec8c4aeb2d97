package io.wangge.ledger.score;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.ledger.figures.Days;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formulae as data: draft → check → in force from a month on. What is in force is never changed. */
public final class FormulaDesk {
    private final FormulaShelf shelf;
    private final ExpressionCompiler compiler;
    private final InstantSource clock;

    public FormulaDesk(FormulaShelf shelf, ExpressionCompiler compiler, InstantSource clock) {
        this.shelf = shelf;
        this.compiler = compiler;
        this.clock = clock;
    }

    /** What came of a wish to bring a draft into force. */
    public sealed interface Activation {
        record Done(Edition edition) implements Activation {}

        /** @param faults at least one */
        record Broken(List<FormulaFault> faults) implements Activation {}

        record No(Refused refused) implements Activation {}
    }

    public List<Edition> editions() {
        return shelf.editions();
    }

    public List<Draft> drafts() {
        return shelf.drafts();
    }

    public Optional<Draft> draft(String formulaId) {
        return shelf.draft(formulaId);
    }

    /** The one by which a month is scored, of each formula that has one. */
    public List<Edition> inForce(YearMonth month) {
        return shelf.editions().stream()
                .collect(Collectors.groupingBy(edition -> edition.formula().id()))
                .values()
                .stream()
                .flatMap(editions -> Edition.of(editions, month).stream())
                .sorted(Comparator.comparing(edition -> edition.formula().id()))
                .toList();
    }

    public Optional<Edition> inForce(String formulaId, YearMonth month) {
        return inForce(month).stream()
                .filter(edition -> edition.formula().id().equals(formulaId))
                .findAny();
    }

    public List<FormulaFault> check(Formula formula, Directory directory) {
        return FormulaCheck.faults(
                formula,
                directory.ladder().levels().stream().map(level -> level.code()).collect(Collectors.toSet()),
                directory.units().stream()
                        .map(UnitItem::departmentKind)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                compiler);
    }

    /** Keeps a draft, right or wrong. @param revision that the caller saw; 0 for none @return empty when it was changed meanwhile */
    public Optional<Draft> keep(Formula formula, long revision, String by) {
        Draft draft = new Draft(formula, revision + 1, clock.instant(), by);
        return shelf.put(draft) ? Optional.of(draft) : Optional.empty();
    }

    /** @param revision that the caller saw @return false when it was changed, or gone, meanwhile */
    public boolean discard(String formulaId, long revision) {
        return shelf.dropDraft(formulaId, revision);
    }

    /**
     * @param from the first month that it scores: this one or one to come, since what was done under the old rules is not
     *     judged by new ones
     */
    public Activation activate(String formulaId, long revision, YearMonth from, String by, Directory directory) {
        @Nullable Draft draft = shelf.draft(formulaId).orElse(null);
        if (draft == null || draft.revision() != revision) {
            return new Activation.No(Refused.of("formula-draft-changed"));
        }
        Instant now = clock.instant();
        YearMonth thisMonth = YearMonth.from(Days.dayOf(now));
        if (from.isBefore(thisMonth)) {
            return new Activation.No(
                    new Refused("formula-backdated", Map.of("from", from.toString(), "first", thisMonth.toString())));
        }
        List<FormulaFault> faults = check(draft.formula(), directory);
        if (!faults.isEmpty()) {
            return new Activation.Broken(faults);
        }
        long last = shelf.editions().stream()
                .filter(edition -> edition.formula().id().equals(formulaId))
                .mapToLong(Edition::version)
                .max()
                .orElse(0);
        Edition edition = new Edition(draft.formula(), last + 1, from, now, by);
        if (!shelf.add(edition)) {
            return new Activation.No(Refused.of("formula-draft-changed"));
        }
        shelf.dropDraft(formulaId, revision);
        return new Activation.Done(edition);
    }

    /** Where nobody has a formula of this id, it begins with the one that is built in. */
    public void begin(List<Formula> builtIn) {
        List<Edition> known = shelf.editions();
        for (Formula formula : builtIn) {
            if (known.stream().noneMatch(edition -> edition.formula().id().equals(formula.id()))) {
                shelf.add(new Edition(formula, 1, YearMonth.of(2000, 1), clock.instant(), "system"));
            }
        }
    }
}
