package io.wangge.ledger.bulletin;

import io.wangge.ledger.bulletin.Table.Cell;
import io.wangge.ledger.bulletin.Table.Chart;
import io.wangge.ledger.bulletin.Table.Column;
import io.wangge.ledger.bulletin.Table.Measure;
import io.wangge.ledger.bulletin.Table.Words;
import io.wangge.ledger.figures.Figure;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.FigureDesk.Line;
import io.wangge.ledger.figures.Grouping;
import io.wangge.ledger.rating.Ranking;
import io.wangge.ledger.rating.RatingTotals;
import io.wangge.ledger.rating.RatingTotals.By;
import io.wangge.ledger.rating.Standing;
import io.wangge.ledger.score.Appeal;
import io.wangge.ledger.score.Appeals;
import io.wangge.ledger.score.LineScore;
import io.wangge.ledger.score.ScoreDesk;
import io.wangge.ledger.score.ScoreDesk.Standings;
import io.wangge.ledger.score.UnitScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 月考核 (systems.md S7, S24): score sheets and ranking, the three rates, times by level, windows, appeals. */
final class MonthlyAssessment implements BulletinWriter {
    private static final List<Figure> TIMES = List.of(Figure.RESPONSE_TIME, Figure.HOLD_TIME, Figure.CLOSING_TIME);
    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);
    private static final int MOST = 200;

    private final FigureDesk desk;
    private final ScoreDesk scores;
    private final RatingTotals ratings;
    private final Appeals appeals;

    MonthlyAssessment(FigureDesk desk, ScoreDesk scores, RatingTotals ratings, Appeals appeals) {
        this.desk = desk;
        this.scores = scores;
        this.ratings = ratings;
        this.appeals = appeals;
    }

    @Override
    public List<Table> tables(Making making) {
        YearMonth month = YearMonth.from(making.span().from());
        List<Table> tables = new ArrayList<>();
        for (Standings standings : scores.standings(month, making.unit().id(), making.directory())) {
            if (!standings.scores().isEmpty()) {
                tables.add(sheet(standings));
            }
        }
        tables.add(threeRates(making));
        tables.add(times(making));
        tables.add(windows(making));
        tables.add(appeals(making, month));
        return tables;
    }

    private static Table sheet(Standings sheet) {
        List<UnitScore> ranked = sheet.scores();
        List<Column> columns = new ArrayList<>(List.of(
                Table.column("rank", "名次", "Rank", Measure.COUNT),
                Table.column("unit", "对象", "Who", Measure.TEXT),
                Table.column("total", "总分", "Total", Measure.POINTS)));
        ranked.getFirst()
                .lines()
                .forEach(line -> columns.add(Table.column(line.code(), line.zh(), line.en(), Measure.POINTS)));
        return new Table(
                "score-" + sheet.formula().id(),
                new Words(
                        "考核得分排名：" + sheet.formula().zh() + "（第" + sheet.version() + "版）",
                        "Scores and ranking: " + sheet.formula().en() + " (v" + sheet.version() + ")"),
                columns,
                ranked.stream().limit(MOST).map(MonthlyAssessment::row).toList(),
                new Chart(1, List.of(2)),
                new Words(
                        "全区共" + sheet.of() + "个参加排名，最多列" + MOST + "个；“—”为无法计算。",
                        sheet.of() + " are ranked in all, " + MOST + " listed at most; “—” cannot be computed."));
    }

    private static List<Cell> row(UnitScore score) {
        List<Cell> cells = new ArrayList<>(List.of(
                score.rank() == 0 ? Cell.number(null) : Cell.number(score.rank()),
                Cell.text(score.zh(), score.en()),
                Cell.number(score.total())));
        for (LineScore line : score.lines()) {
            cells.add(Cell.number(line.computed() ? line.points() : null));
        }
        return cells;
    }

    private Table threeRates(Making making) {
        return new Table(
                "three-rates",
                new Words("接诉即办三率", "The three rates"),
                UnitFigures.columns(Figure.THREE_RATES),
                making.figures(desk).rows(Figure.THREE_RATES),
                new Chart(0, List.of(1, 2, 3)),
                null);
    }

    private Table times(Making making) {
        List<Column> columns = new ArrayList<>(List.of(Table.column("level", "层级", "Level", Measure.TEXT)));
        for (Figure figure : TIMES) {
            columns.add(Table.column(
                    figure.code() + "-median", figure.zh() + "中位", figure.en() + ", median", Measure.HOURS));
            columns.add(
                    Table.column(figure.code() + "-p90", figure.zh() + "九成位", figure.en() + ", 90 %", Measure.HOURS));
        }
        List<List<Cell>> rows = new ArrayList<>();
        UnitFigures figures = making.figures(desk);
        rows.add(times(Names.TOTAL, figures.total(TIMES)));
        figures.lines(Grouping.LEVEL, TIMES)
                .forEach(line -> rows.add(times(Names.level(line.key(), making.directory()), line)));
        return new Table("times", new Words("各层级办理时长（小时）", "Times by level (hours)"), columns, rows, null, null);
    }

    private static List<Cell> times(Words name, Line line) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(name)));
        line.figures().forEach(value -> {
            cells.add(Cell.number(hours(value.medianSeconds())));
            cells.add(Cell.number(hours(value.percentile90Seconds())));
        });
        return cells;
    }

    private static @Nullable BigDecimal hours(@Nullable Long seconds) {
        return seconds == null ? null : BigDecimal.valueOf(seconds).divide(SECONDS_OF_AN_HOUR, 1, RoundingMode.HALF_UP);
    }

    private Table windows(Making making) {
        RatingTotals.Span span = new RatingTotals.Span(
                Set.of(making.unit().id()), making.span().from(), making.span().to());
        List<List<Cell>> rows = new ArrayList<>();
        for (Standing standing :
                Ranking.of(ratings.standings(By.DEPARTMENT, span)).standings()) {
            rows.add(List.of(
                    Cell.number(rows.size() + 1L),
                    Cell.text(Names.unit(standing.id(), making.directory())),
                    Cell.number(standing.count()),
                    Cell.number(BigDecimal.valueOf(standing.hundredths(), 2))));
        }
        return new Table(
                "windows",
                new Words("窗口评价", "Window ratings"),
                List.of(
                        Table.column("rank", "名次", "Rank", Measure.COUNT),
                        Table.column("unit", "单位", "Unit", Measure.TEXT),
                        Table.column("ratings", "评价数", "Ratings", Measure.COUNT),
                        Table.column("points", "平均分", "Mean points", Measure.POINTS)),
                rows,
                null,
                null);
    }

    private Table appeals(Making making, YearMonth month) {
        List<Appeal> all = appeals.of(Set.of(making.unit().id()), month, null);
        long granted = all.stream().filter(MonthlyAssessment::granted).count();
        long open = all.stream().filter(appeal -> appeal.ruling() == null).count();
        return new Table(
                "appeals",
                new Words("超期申诉", "Appeals of overdues"),
                List.of(
                        Table.column("case", "案号", "Case", Measure.CASE),
                        Table.column("unit", "申诉单位", "Unit", Measure.TEXT),
                        Table.column("state", "裁定", "Ruling", Measure.TEXT)),
                all.stream()
                        .limit(MOST)
                        .map(appeal -> List.of(
                                Cell.theCase(appeal.caseNumber(), appeal.caseId()),
                                Cell.text(Names.unit(appeal.unitId(), making.directory())),
                                Cell.text(ruling(appeal))))
                        .toList(),
                null,
                new Words(
                        "申诉" + all.size() + "件，成立" + granted + "件，不成立" + (all.size() - granted - open) + "件，待裁定" + open
                                + "件。",
                        all.size() + " filed, " + granted + " granted, " + (all.size() - granted - open) + " declined, "
                                + open + " open."));
    }

    private static boolean granted(Appeal appeal) {
        return appeal.ruling() != null && appeal.ruling().granted();
    }

    private static Words ruling(Appeal appeal) {
        if (appeal.ruling() == null) {
            return new Words("待裁定", "Open");
        }
        return granted(appeal) ? new Words("成立", "Granted") : new Words("不成立", "Declined");
    }
}
