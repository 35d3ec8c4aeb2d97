package io.wangge.ledger.figures;

import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.ledger.figures.FigureShelf.Group;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers what was asked of the figures: reads the sums, groups them, divides. */
public final class FigureDesk {
    private final FigureShelf shelf;
    private final Map<String, BigDecimal> weights;

    /** @param weights what each grade counts in the satisfaction rate, 0 to 1 */
    public FigureDesk(FigureShelf shelf, Map<String, BigDecimal> weights) {
        this.shelf = shelf;
        this.weights = Map.copyOf(weights);
    }

    /** @param level only units of this one; null for those directly below, when asked by unit */
    public record Ask(UnitItem unit, Grouping by, @Nullable String level, Period period, List<Figure> figures) {}

    /**
     * Which of a figure's cases.
     *
     * @param of which group: the key of a line, null for the total
     * @param byClosingDay those that closed within the period, whatever day they count for: as boards have them
     */
    public record Term(boolean numerator, @Nullable String of, boolean byClosingDay) {
        public static final Term COUNTED = new Term(true, null, false);
    }

    /** @param key of the group: unit id, level code, staff id, category, kind, channel; {@code *} for the total */
    public record Line(String key, List<FigureValue> figures) {
        public @Nullable BigDecimal rankedBy() {
            return figures.getFirst().rankedBy();
        }
    }

    public Map<String, BigDecimal> weights() {
        return weights;
    }

    /** @return in the order of the keys, levels from below; units and levels without a case too */
    public List<Line> lines(Ask ask, Directory directory, Instant now) {
        Period counted = ask.period().until(Days.dayOf(now));
        Map<String, Tally> groups = groups(ask, counted, directory, now);
        Map<String, FigureValue> settled = ask.figures().contains(Figure.SELF_SETTLEMENT_RATE)
                ? SelfSettlement.of(ask, groups, directory, units -> shelf.read(units, Dimension.LEVEL, counted, now))
                : Map.of();
        List<Line> lines = new ArrayList<>();
        groups.forEach((key, tally) -> {
            List<FigureValue> values = new ArrayList<>();
            for (Figure figure : ask.figures()) {
                if (figure.kind() == Figure.Kind.TIME && !timed(ask.by())) {
                    continue;
                }
                if (figure != Figure.SELF_SETTLEMENT_RATE) {
                    values.add(FigureValue.of(figure, tally, weights));
                } else if (settled.containsKey(key)) {
                    values.add(settled.get(key));
                }
            }
            if (!values.isEmpty()) {
                lines.add(new Line(key, values));
            }
        });
        return lines;
    }

    /**
     * All figures of these units, wherever they stand.
     *
     * @param period of whole days, those to come are not counted
     * @param corrections by unit, added to what was counted; empty for the plain figures
     */
    public Map<String, List<FigureValue>> figures(
            Collection<String> units, Period period, Map<String, Tally> corrections, Directory directory, Instant now) {
        Period counted = period.until(Days.dayOf(now));
        Map<String, Tally> groups = new LinkedHashMap<>();
        units.forEach(unit -> groups.put(unit, new Tally()));
        shelf.read(units, Dimension.ALL, counted, now)
                .forEach((group, tally) -> of(groups, group.unit()).addAll(tally));
        corrections.forEach((unit, tally) -> of(groups, unit).addAll(tally));
        Ask ask = new Ask(directory.top(), Grouping.UNIT, null, period, List.of(Figure.values()));
        Map<String, FigureValue> settled =
                SelfSettlement.of(ask, groups, directory, all -> shelf.read(all, Dimension.LEVEL, counted, now));
        Map<String, List<FigureValue>> figures = new LinkedHashMap<>();
        groups.forEach((unit, tally) -> {
            List<FigureValue> values = new ArrayList<>();
            for (Figure figure : Figure.values()) {
                if (figure != Figure.SELF_SETTLEMENT_RATE) {
                    values.add(FigureValue.of(figure, tally, weights));
                } else if (settled.containsKey(unit)) {
                    values.add(settled.get(unit));
                }
            }
            figures.put(unit, values);
        });
        return figures;
    }

    /** Of what these people took in (首问责任人); times, and what is split by level, are not kept by worker. */
    public Map<String, List<FigureValue>> workers(
            Collection<String> staff, Period period, Directory directory, Instant now) {
        Map<String, Tally> groups = new LinkedHashMap<>();
        staff.forEach(person -> groups.put(person, new Tally()));
        shelf.read(List.of(directory.top().id()), Dimension.WORKER, period.until(Days.dayOf(now)), now)
                .forEach((group, tally) -> {
                    Tally known = groups.get(group.value());
                    if (known != null) {
                        known.addAll(tally);
                    }
                });
        Map<String, List<FigureValue>> figures = new LinkedHashMap<>();
        groups.forEach((person, tally) -> figures.put(
                person,
                Arrays.stream(Figure.values())
                        .filter(FigureDesk::isKeptByWorker)
                        .map(figure -> FigureValue.of(figure, tally, weights))
                        .toList()));
        return figures;
    }

    public static boolean isKeptByWorker(Figure figure) {
        return figure.kind() != Figure.Kind.TIME && figure != Figure.SELF_SETTLEMENT_RATE;
    }

    private static Tally of(Map<String, Tally> groups, String unit) {
        return groups.computeIfAbsent(unit, none -> new Tally());
    }

    /** As {@link Dimension#kept}. */
    private static boolean timed(Grouping by) {
        return by.dimension() == Dimension.ALL || by.dimension() == Dimension.LEVEL;
    }

    /** Best first by its first figure; groups that have none are left out. */
    public List<Line> ranking(Ask ask, boolean leastFirst, Directory directory, Instant now) {
        Comparator<Line> order =
                Comparator.comparing(line -> java.util.Objects.requireNonNullElse(line.rankedBy(), BigDecimal.ZERO));
        return lines(ask, directory, now).stream()
                .filter(line -> line.rankedBy() != null)
                .sorted((leastFirst ? order : order.reversed()).thenComparing(Line::key))
                .toList();
    }

    private Map<String, Tally> groups(Ask ask, Period counted, Directory directory, Instant now) {
        Map<String, Tally> groups = new LinkedHashMap<>();
        List<String> units = unitsOf(ask, directory);
        boolean byUnit = ask.by() == Grouping.UNIT || ask.by() == Grouping.GRID;
        if (byUnit) {
            units.forEach(unit -> groups.put(unit, new Tally()));
        } else if (ask.by() == Grouping.LEVEL) {
            directory.ladder().levels().forEach(level -> groups.put(level.code(), new Tally()));
        } else if (ask.by() == Grouping.TOTAL) {
            groups.put("*", new Tally());
        }
        Map<String, Tally> found = new HashMap<>();
        shelf.read(units, ask.by().dimension(), counted, now)
                .forEach((group, tally) -> found.computeIfAbsent(
                                byUnit ? group.unit() : keyOf(ask.by(), group, directory), none -> new Tally())
                        .addAll(tally));
        found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> groups.put(entry.getKey(), entry.getValue()));
        return groups;
    }

    private static String keyOf(Grouping by, Group group, Directory directory) {
        return by == Grouping.KIND
                ? directory.category(group.value()).map(CategoryItem::itemKind).orElse(Contribution.NO_CATEGORY)
                : group.value();
    }

    private static List<String> unitsOf(Ask ask, Directory directory) {
        String id = ask.unit().id();
        Collection<UnitItem> units = switch (ask.by()) {
            case UNIT ->
                ask.level() == null
                        ? directory.childrenOf(id)
                        : directory.units().stream()
                                .filter(unit ->
                                        unit.territorial() && unit.level().equals(ask.level()) && below(unit, id))
                                .toList();
            case GRID ->
                directory.grids().stream()
                        .flatMap(grid -> directory.unit(grid.id()).stream())
                        .filter(unit -> below(unit, id) || unit.id().equals(id))
                        .toList();
            default -> List.of(ask.unit());
        };
        return units.stream().map(UnitItem::id).sorted().toList();
    }

    private static boolean below(UnitItem unit, String above) {
        return !unit.id().equals(above) && unit.path().contains(above);
    }

    /** Codes of the levels up to this one. */
    static List<String> upTo(String level, Directory directory) {
        List<String> levels = new ArrayList<>();
        for (Level each : directory.ladder().levels()) {
            levels.add(each.code());
            if (each.code().equals(level)) {
                return levels;
            }
        }
        return List.of(level);
    }

    /** A term of a figure opened down to its cases. */
    public FigureShelf.Page cases(
            Ask ask, Term term, Directory directory, Instant now, @Nullable String after, int limit) {
        Figure figure = ask.figures().getFirst();
        String of = term.of();
        boolean numerator = term.numerator();
        List<Measure> measures =
                numerator || figure.denominator().isEmpty() ? figure.numerator() : figure.denominator();
        Map<Dimension, List<String>> splits = new HashMap<>();
        if (of != null) {
            switch (ask.by()) {
                case TOTAL, UNIT, GRID -> {}
                case KIND ->
                    splits.put(
                            Dimension.CATEGORY,
                            directory.categories().stream()
                                    .filter(category -> category.itemKind().equals(of))
                                    .map(CategoryItem::id)
                                    .toList());
                case LEVEL -> {
                    boolean self = figure == Figure.SELF_SETTLEMENT_RATE;
                    if (!self || numerator) {
                        splits.put(Dimension.LEVEL, self ? upTo(of, directory) : List.of(of));
                    }
                }
                default -> splits.put(ask.by().dimension(), List.of(of));
            }
        }
        if (figure == Figure.SELF_SETTLEMENT_RATE && ask.by() != Grouping.LEVEL && numerator) {
            splits.put(Dimension.LEVEL, upTo(ask.unit().level(), directory));
        }
        List<String> grades = weights.entrySet().stream()
                .filter(grade -> grade.getValue().signum() > 0)
                .map(Map.Entry::getKey)
                .toList();
        FigureShelf.Question question = new FigureShelf.Question(
                measures,
                ask.unit().id(),
                ask.period().until(Days.dayOf(now)),
                term.byClosingDay(),
                splits,
                grades,
                now);
        return shelf.cases(question, after, limit);
    }
}
