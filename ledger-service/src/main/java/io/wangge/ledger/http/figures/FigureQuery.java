package io.wangge.ledger.http.figures;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.Figure;
import io.wangge.ledger.figures.FigureDesk.Ask;
import io.wangge.ledger.figures.Grouping;
import io.wangge.ledger.figures.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asked of the figures, as it was sent.
 *
 * @param unitId whose figures; the caller's own unit when it is missing
 * @param from first day, such as 2016-12-01; the first of this month when it is missing
 * @param to last day; today when it is missing
 * @param by {@code total}, {@code unit}, {@code level}, {@code worker}, {@code category}, {@code kind}, {@code grid} or
 *     {@code channel}
 * @param level of the units, with {@code by=unit}
 * @param figures codes with commas; {@code three-rates} for those of 接诉即办; all when it is missing
 */
record FigureQuery(
        @Nullable String unitId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String by,
        @Nullable String level,
        @Nullable String figures) {

    /** @throws ProblemException 400 for what cannot be read, 404 for a unit outside of the caller's scope */
    Ask ask(Caller caller, Directory directory, Instant now) {
        return new Ask(unit(caller, directory), grouping(), level(directory), period(now), asked());
    }

    /** A line of this figure: one of a unit or grid is that unit's total. */
    FigureQuery opening(Figure figure, @Nullable String of) {
        boolean unitsLine = of != null && ("unit".equals(by) || "grid".equals(by));
        return new FigureQuery(unitsLine ? of : unitId, from, to, unitsLine ? "total" : by, level, figure.code());
    }

    private UnitItem unit(Caller caller, Directory directory) {
        Optional<UnitItem> unit = unitId == null
                ? caller.units().stream().sorted().findFirst().flatMap(directory::unit)
                : directory.unit(unitId);
        return unit.filter(found -> caller.coversAny(found.path()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private Grouping grouping() {
        return oneOf("by", by == null ? "total" : by, Grouping.values());
    }

    private @Nullable String level(Directory directory) {
        List<String> allowed =
                directory.ladder().levels().stream().map(known -> known.code()).toList();
        if (level != null && !allowed.contains(level)) {
            throw unknown("level", allowed);
        }
        return level;
    }

    private Period period(Instant now) {
        LocalDate today = Days.dayOf(now);
        LocalDate last = to == null ? today : day("to", to);
        LocalDate first = from == null ? last.withDayOfMonth(1) : day("from", from);
        Optional<Refused> refusal = Period.refusal(first, last);
        if (refusal.isPresent()) {
            throw new ProblemException(400, refusal.get());
        }
        return new Period(first, last);
    }

    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw ProblemException.invalid(field, "bad-format");
    }

    private List<Figure> asked() {
        if (figures == null || figures.isEmpty()) {
            return List.of(Figure.values());
        }
        if (figures.equals("three-rates")) {
            return Figure.THREE_RATES;
        }
        return Arrays.stream(figures.split(",", -1))
                .map(FigureQuery::figure)
                .distinct()
                .toList();
    }

    static Figure figure(String code) {
        return Figure.byCode(code)
                .orElseThrow(() -> unknown(
                        "figures",
                        Arrays.stream(Figure.values()).map(Figure::code).toList()));
    }

    private static <E extends Enum<E>> E oneOf(String field, String text, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findAny()
                .orElseThrow(() -> unknown(
                        field,
                        Arrays.stream(values)
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    static ProblemException unknown(String field, List<String> allowed) {
        return ProblemException.invalid(List.of(new FieldFault(field, "unknown-value", Map.of("allowed", allowed))));
    }
}
