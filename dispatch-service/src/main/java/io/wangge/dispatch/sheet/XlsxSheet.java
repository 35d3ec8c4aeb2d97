package io.wangge.dispatch.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of one sheet. All cells are inline texts: none of them is ever a formula, and the table of shared texts,
 * which stays in memory to the end, stays empty.
 */
public final class XlsxSheet implements Sheet {
    /** Rows kept before they leave. */
    static final int ROWS_IN_MEMORY = 200;
    /** What a cell of the format can hold. */
    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    /** @param name of the sheet, at most 31 characters */
    public XlsxSheet(OutputStream out, String name) {
        this.workbook = new Workbook(out, "Wangge", "1.0");
        this.sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (!cell.isEmpty()) {
                sheet.inlineString(rows, column, cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell);
            }
        }
        rows++;
        if (rows % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
