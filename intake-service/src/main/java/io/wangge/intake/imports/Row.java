package io.wangge.intake.imports;

import java.util.List;

/**
 * One row of a table, below its heading.
 *
 * @param line as the clerk's program counts them, from 1; the heading is one of them
 * @param cells as text; may be fewer than there are columns
 */
public record Row(int line, List<String> cells) {
    public Row {
        cells = List.copyOf(cells);
    }

    /** Empty where the row has ended. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** Personal data may stand in it. */
    @Override
    public String toString() {
        return "Row[line=" + line + "]";
    }
}
