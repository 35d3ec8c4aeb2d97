package io.wangge.ledger.bulletin;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.ledger.bulletin.Table.Cell;
import io.wangge.ledger.bulletin.Table.Column;
import io.wangge.ledger.bulletin.Table.Measure;
import io.wangge.ledger.bulletin.Table.Words;
import io.wangge.ledger.figures.Figure;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.FigureDesk.Ask;
import io.wangge.ledger.figures.FigureDesk.Line;
import io.wangge.ledger.figures.FigureValue;
import io.wangge.ledger.figures.Grouping;
import io.wangge.ledger.figures.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables of figures of a unit: in total, of the units directly below, or by something else. */
final class UnitFigures {
    private final FigureDesk desk;
    private final UnitItem unit;
    private final Period period;
    private final Directory directory;
    private final Instant now;

    UnitFigures(FigureDesk desk, UnitItem unit, Period period, Directory directory, Instant now) {
        this.desk = desk;
        this.unit = unit;
        this.period = period;
        this.directory = directory;
        this.now = now;
    }

    UnitFigures in(Period other) {
        return new UnitFigures(desk, unit, other, directory, now);
    }

    Line total(List<Figure> figures) {
        return lines(Grouping.TOTAL, figures).getFirst();
    }

    List<Line> lines(Grouping by, List<Figure> figures) {
        return desk.lines(ask(by, figures), directory, now);
    }

    Ask ask(Grouping by, List<Figure> figures) {
        return new Ask(unit, by, null, period, figures);
    }

    /** Units below with anything to show, best first by the first figure; those without a value last. */
    List<Line> below(List<Figure> figures) {
        return lines(Grouping.UNIT, figures).stream()
                .filter(line -> Names.territorial(line.key(), directory) || hasNumbers(line))
                .toList();
    }

    private static boolean hasNumbers(Line line) {
        return line.figures().stream()
                .anyMatch(value -> value.numerator().signum() != 0
                        || value.denominator() != null && value.denominator().signum() != 0);
    }

    /** Total first, then those below; a column for each figure. */
    List<List<Cell>> rows(List<Figure> figures) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row(Names.TOTAL, total(figures)));
        below(figures).forEach(line -> rows.add(row(Names.unit(line.key(), directory), line)));
        return rows;
    }

    static List<Cell> row(Words name, Line line) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(name)));
        line.figures().forEach(value -> cells.add(Cell.number(number(value))));
        return cells;
    }

    static @Nullable BigDecimal number(FigureValue value) {
        return value.figure().kind() == Figure.Kind.RATE ? value.value() : plain(value.numerator());
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static Column column(Figure figure) {
        return new Column(
                figure.code(),
                new Words(figure.zh(), figure.en()),
                figure.kind() == Figure.Kind.RATE ? Measure.PERCENT : Measure.COUNT);
    }

    static List<Column> columns(List<Figure> figures) {
        List<Column> columns = new ArrayList<>(List.of(Table.column("unit", "单位", "Unit", Measure.TEXT)));
        figures.forEach(figure -> columns.add(column(figure)));
        return columns;
    }
}
