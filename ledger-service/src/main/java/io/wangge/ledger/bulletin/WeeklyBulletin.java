package io.wangge.ledger.bulletin;

import io.wangge.ledger.bulletin.Table.Cell;
import io.wangge.ledger.bulletin.Table.Chart;
import io.wangge.ledger.bulletin.Table.Column;
import io.wangge.ledger.bulletin.Table.Measure;
import io.wangge.ledger.bulletin.Table.Words;
import io.wangge.ledger.figures.Figure;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.FigureDesk.Line;
import io.wangge.ledger.figures.FigureValue;
import io.wangge.ledger.figures.Grouping;
import io.wangge.ledger.figures.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 周通报 (systems.md S7): rates and ranking of the units, what is seen most and where, and the week before beside it. */
final class WeeklyBulletin implements BulletinWriter {
    private static final List<Figure> FIGURES = List.of(
            Figure.REPORTED_COUNT,
            Figure.DUE_COUNT,
            Figure.CLOSED_COUNT,
            Figure.CLOSING_RATE,
            Figure.ON_TIME_RATE,
            Figure.SATISFACTION_RATE,
            Figure.REWORK_RATE,
            Figure.OVERDUE_COUNT);
    private static final int MOST = 10;

    private final FigureDesk desk;

    WeeklyBulletin(FigureDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Table> tables(Making making) {
        UnitFigures week = making.figures(desk);
        return List.of(
                new Table(
                        "units",
                        new Words("各单位指标", "Rates by unit"),
                        UnitFigures.columns(FIGURES),
                        week.rows(FIGURES),
                        new Chart(0, List.of(4, 5)),
                        null),
                ranking(week, making),
                comparison(week, making),
                most("categories", new Words("高发类别", "Categories most seen"), Grouping.CATEGORY, week, making),
                most("places", new Words("热点网格", "Hot spots"), Grouping.GRID, week, making));
    }

    private Table ranking(UnitFigures week, Making making) {
        List<List<Cell>> rows = new ArrayList<>();
        BigDecimal before = null;
        int rank = 0;
        for (Line line : ranked(week.below(List.of(Figure.ON_TIME_RATE, Figure.SATISFACTION_RATE)))) {
            BigDecimal rate = line.rankedBy();
            rank = before == null || rate == null || rate.compareTo(before) != 0 ? rows.size() + 1 : rank;
            before = rate;
            List<Cell> cells = new ArrayList<>(List.of(Cell.number(rank)));
            cells.addAll(UnitFigures.row(Names.unit(line.key(), making.directory()), line));
            rows.add(cells);
        }
        List<Column> columns = new ArrayList<>(List.of(Table.column("rank", "名次", "Rank", Measure.COUNT)));
        columns.addAll(UnitFigures.columns(List.of(Figure.ON_TIME_RATE, Figure.SATISFACTION_RATE)));
        return new Table(
                "ranking",
                new Words("按期结案率排名", "Ranking by on-time closing"),
                columns,
                rows,
                null,
                new Words("没有应结案卷的单位不参加排名。", "Units without a case due are not ranked."));
    }

    private static List<Line> ranked(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.rankedBy() != null)
                .sorted((a, b) -> {
                    int order = orZero(b).compareTo(orZero(a));
                    return order != 0 ? order : a.key().compareTo(b.key());
                })
                .toList();
    }

    private static BigDecimal orZero(Line line) {
        BigDecimal rate = line.rankedBy();
        return rate == null ? BigDecimal.ZERO : rate;
    }

    private Table comparison(UnitFigures week, Making making) {
        BulletinKind.Span earlier = BulletinKind.WEEKLY.before(making.span());
        Line now = week.total(FIGURES);
        Line before = week.in(new Period(earlier.from(), earlier.to())).total(FIGURES);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < FIGURES.size(); i++) {
            FigureValue current = now.figures().get(i);
            FigureValue past = before.figures().get(i);
            rows.add(List.of(
                    Cell.text(current.figure().zh(), current.figure().en()),
                    Cell.text(shown(current)),
                    Cell.text(shown(past)),
                    Cell.text(change(current, past))));
        }
        return new Table(
                "comparison",
                new Words("与上周比较", "Against the week before"),
                List.of(
                        Table.column("figure", "指标", "Figure", Measure.TEXT),
                        Table.column("this", "本周", "This week", Measure.TEXT),
                        Table.column("last", "上周（" + earlier.text() + "）", "Week before", Measure.TEXT),
                        Table.column("change", "增减", "Change", Measure.TEXT)),
                rows,
                null,
                null);
    }

    private static Words shown(FigureValue value) {
        return same(Shown.number(UnitFigures.number(value), measure(value)));
    }

    private static Words change(FigureValue now, FigureValue before) {
        @Nullable BigDecimal a = UnitFigures.number(now);
        @Nullable BigDecimal b = UnitFigures.number(before);
        if (a == null || b == null) {
            return same("—");
        }
        BigDecimal difference = a.subtract(b);
        return same((difference.signum() > 0 ? "+" : "")
                + Shown.number(difference, measure(now) == Measure.PERCENT ? Measure.CHANGE : Measure.COUNT));
    }

    private static Measure measure(FigureValue value) {
        return value.figure().kind() == Figure.Kind.RATE ? Measure.PERCENT : Measure.COUNT;
    }

    private static Words same(String text) {
        return new Words(text, text);
    }

    private Table most(String code, Words title, Grouping by, UnitFigures week, Making making) {
        List<List<Cell>> rows =
                desk
                        .ranking(week.ask(by, List.of(Figure.REPORTED_COUNT)), false, making.directory(), making.now())
                        .stream()
                        .filter(line -> line.figures().getFirst().numerator().signum() > 0)
                        .limit(MOST)
                        .map(line -> UnitFigures.row(
                                by == Grouping.CATEGORY
                                        ? Names.category(line.key(), making.directory())
                                        : Names.unit(line.key(), making.directory()),
                                line))
                        .toList();
        return new Table(
                code,
                title,
                List.of(
                        by == Grouping.CATEGORY
                                ? Table.column("category", "类别", "Category", Measure.TEXT)
                                : Table.column("grid", "网格", "Grid", Measure.TEXT),
                        UnitFigures.column(Figure.REPORTED_COUNT)),
                rows,
                new Chart(0, List.of(1)),
                null);
    }
}
