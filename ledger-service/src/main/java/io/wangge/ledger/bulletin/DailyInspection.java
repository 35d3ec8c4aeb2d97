package io.wangge.ledger.bulletin;

import io.wangge.ledger.bulletin.Table.Cell;
import io.wangge.ledger.bulletin.Table.Chart;
import io.wangge.ledger.bulletin.Table.Measure;
import io.wangge.ledger.bulletin.Table.Words;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.Figure;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.FigureDesk.Term;
import io.wangge.ledger.figures.FigureShelf.Counted;
import io.wangge.ledger.figures.Grouping;
import io.wangge.ledger.figures.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** 日督查 (systems.md S7): the day's cases by unit, what is overdue by its number, and what is under supervision. */
final class DailyInspection implements BulletinWriter {
    private static final List<Figure> FIGURES = List.of(
            Figure.REPORTED_COUNT,
            Figure.FILED_COUNT,
            Figure.ON_SPOT_COUNT,
            Figure.DUE_COUNT,
            Figure.CLOSED_COUNT,
            Figure.OVERDUE_COUNT);
    private static final int MOST_CASES = 100;
    private static final int A_YEAR = 366;
    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final FigureDesk desk;
    private final Supervisions supervisions;

    DailyInspection(FigureDesk desk, Supervisions supervisions) {
        this.desk = desk;
        this.supervisions = supervisions;
    }

    @Override
    public List<Table> tables(Making making) {
        return List.of(units(making), overdue(making), supervised(making));
    }

    private Table units(Making making) {
        return new Table(
                "units",
                new Words("各单位办理情况", "By unit"),
                UnitFigures.columns(FIGURES),
                making.figures(desk).rows(FIGURES),
                new Chart(0, List.of(1, 5)),
                new Words(
                        "应结案、结案按应结案与结案日期中较早的一天计入；超期未结为当日到期的。",
                        "Due and closed count on the earlier of due and closing day; overdue are those due that day."));
    }

    /** What was due in the last year, up to that day, and is open. */
    private Table overdue(Making making) {
        Period year =
                new Period(making.span().to().minusDays(A_YEAR), making.span().to());
        UnitFigures figures = making.figures(desk).in(year);
        List<Counted> cases = desk.cases(
                        figures.ask(Grouping.TOTAL, List.of(Figure.OVERDUE_COUNT)),
                        Term.COUNTED,
                        making.directory(),
                        making.now(),
                        null,
                        MOST_CASES)
                .cases();
        boolean more = cases.size() == MOST_CASES;
        return new Table(
                "overdue",
                new Words("超期未结案卷", "Overdue and open"),
                List.of(
                        Table.column("case", "案号", "Case", Measure.CASE),
                        Table.column("category", "类别", "Category", Measure.TEXT),
                        Table.column("holder", "主办单位", "Holder", Measure.TEXT),
                        Table.column("due", "应结时间", "Due", Measure.TEXT),
                        Table.column("late", "已超时（小时）", "Late (hours)", Measure.HOURS)),
                cases.stream().map(found -> row(found, making)).toList(),
                null,
                more ? new Words("只列前" + MOST_CASES + "件。", "The first " + MOST_CASES + " only.") : null);
    }

    private static List<Cell> row(Counted counted, Making making) {
        Instant due = counted.facts().standing().dueAt();
        Words at = due == null ? new Words("—", "—") : time(due);
        BigDecimal late = due == null
                ? null
                : BigDecimal.valueOf(
                                Math.max(0, Duration.between(due, making.now()).toMinutes()))
                        .divide(MINUTES_OF_AN_HOUR, 1, RoundingMode.HALF_UP);
        return List.of(
                Cell.theCase(counted.summary().caseNumber(), counted.summary().caseId()),
                Cell.text(Names.category(counted.facts().standing().category(), making.directory())),
                Cell.text(Names.last(counted.summary().holderPath(), making.directory())),
                Cell.text(at),
                Cell.number(late));
    }

    private static Words time(Instant at) {
        String text = MINUTE.format(at.atZone(Days.ZONE));
        return new Words(text, text);
    }

    private Table supervised(Making making) {
        return new Table(
                "supervision",
                new Words("督办情况", "Supervision"),
                List.of(
                        Table.column("case", "案号", "Case", Measure.CASE),
                        Table.column("level", "督办等级", "Level", Measure.TEXT),
                        Table.column("cause", "原因", "Cause", Measure.TEXT),
                        Table.column("holder", "主办单位", "Holder", Measure.TEXT),
                        Table.column("at", "时间", "At", Measure.TEXT)),
                supervisions.of(making.unit().id(), making.start(), making.end()).stream()
                        .map(found -> List.of(
                                Cell.theCase(found.caseNumber(), found.caseId()),
                                Cell.text(level(found.level())),
                                Cell.text(cause(found.cause())),
                                Cell.text(Names.last(found.holderPath(), making.directory())),
                                Cell.text(time(found.at()))))
                        .toList(),
                null,
                null);
    }

    private static Words level(String level) {
        return switch (level) {
            case "NORMAL" -> new Words("普通督办", "Normal");
            case "YELLOW" -> new Words("黄牌", "Yellow");
            case "RED" -> new Words("红牌", "Red");
            default -> new Words(level, level);
        };
    }

    private static Words cause(String cause) {
        return switch (cause) {
            case "person" -> new Words("人工督办", "By a person");
            case "overdue" -> new Words("超期", "Overdue");
            case "second-return" -> new Words("二次不当回退", "Second unjustified return");
            case "second-fault" -> new Words("二次责任返工", "Second fault");
            default -> new Words(cause, cause);
        };
    }
}
