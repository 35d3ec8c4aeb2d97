package io.wangge.ledger.bulletin;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a bulletin: page, workbook and PDF are all made from it.
 *
 * @param chart null for none
 * @param note null for none
 */
public record Table(
        String code,
        Words title,
        List<Column> columns,
        List<List<Cell>> rows,
        @Nullable Chart chart,
        @Nullable Words note) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Chinese first, English beside it. */
    public record Words(String zh, String en) {}

    public record Column(String code, Words title, Measure measure) {}

    /** What stands in a column. */
    public enum Measure {
        TEXT,
        COUNT,
        /** Shares: 0.7582 is 75.82 %. */
        PERCENT,
        /** Differences of shares: 0.0100 is one point of a hundred more. */
        CHANGE,
        POINTS,
        HOURS,
        /** A case's number, with its id to open it. */
        CASE
    }

    /** @param words of TEXT and CASE @param number of the others; null where there is none @param caseId of CASE */
    public record Cell(
            @Nullable Words words,
            @Nullable BigDecimal number,
            @Nullable String caseId) {
        static Cell text(String zh, String en) {
            return new Cell(new Words(zh, en), null, null);
        }

        static Cell text(Words words) {
            return new Cell(words, null, null);
        }

        static Cell number(@Nullable BigDecimal number) {
            return new Cell(null, number, null);
        }

        static Cell number(long number) {
            return number(BigDecimal.valueOf(number));
        }

        static Cell theCase(String number, String id) {
            return new Cell(new Words(number, number), null, id);
        }
    }

    /** Bars. @param labels column that names them @param bars columns with their lengths, of one measure */
    public record Chart(int labels, List<Integer> bars) {
        public Chart {
            bars = List.copyOf(bars);
        }
    }

    static Column column(String code, String zh, String en, Measure measure) {
        return new Column(code, new Words(zh, en), measure);
    }
}
