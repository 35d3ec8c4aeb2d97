package io.wangge.ledger.print;

import io.wangge.ledger.bulletin.Bulletin;
import io.wangge.ledger.bulletin.Table;
import io.wangge.ledger.bulletin.Table.Cell;
import io.wangge.ledger.bulletin.Table.Column;
import io.wangge.ledger.bulletin.Table.Measure;
import io.wangge.ledger.bulletin.Table.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A bulletin as a workbook: a sheet for each table, numbers as numbers, with a chart where the table has one. A bulletin
 * has some hundred rows (units, and cases up to a limit), so it is held in memory; lists of cases leave by streaming.
 */
public final class BulletinBook {
    private static final int TITLE_ROW = 0;
    private static final int SUBTITLE_ROW = 1;
    static final int HEADER_ROW = 3;
    private static final int WIDE = 28 * 256;
    private static final int NARROW = 16 * 256;

    private final XSSFWorkbook book;
    private final CellStyle title;
    private final CellStyle header;
    private final Map<Measure, CellStyle> styles = new EnumMap<>(Measure.class);

    private BulletinBook(XSSFWorkbook book) {
        this.book = book;
        this.title = bold((short) 14);
        this.header = bold((short) 11);
        header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        header.setBorderBottom(BorderStyle.THIN);
        header.setWrapText(true);
        format(Measure.COUNT, "#,##0");
        format(Measure.PERCENT, "0.00%");
        format(Measure.POINTS, "0.00");
        format(Measure.HOURS, "0.0");
    }

    private CellStyle bold(short points) {
        Font font = book.createFont();
        font.setBold(true);
        font.setFontHeightInPoints(points);
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        return style;
    }

    private void format(Measure measure, String pattern) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(pattern));
        styles.put(measure, style);
    }

    public static void write(Bulletin bulletin, OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            BulletinBook pages = new BulletinBook(book);
            for (Table table : bulletin.tables()) {
                pages.add(bulletin.head(), table);
            }
            book.write(out);
        }
    }

    private void add(Bulletin.Head head, Table table) {
        XSSFSheet sheet = book.createSheet(
                free(WorkbookUtil.createSafeSheetName(table.title().zh())));
        text(sheet.createRow(TITLE_ROW), 0, Headline.of(head), title);
        text(sheet.createRow(SUBTITLE_ROW), 0, both(table.title()) + "　" + Headline.made(head), null);
        XSSFRow names = sheet.createRow(HEADER_ROW);
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            text(
                    names,
                    i,
                    columns.get(i).title().zh() + "\n" + columns.get(i).title().en(),
                    header);
            sheet.setColumnWidth(i, columns.get(i).measure() == Measure.TEXT ? WIDE : NARROW);
        }
        int at = HEADER_ROW + 1;
        for (List<Cell> cells : table.rows()) {
            XSSFRow row = sheet.createRow(at);
            for (int i = 0; i < cells.size(); i++) {
                put(row, i, cells.get(i), columns.get(i).measure());
            }
            at++;
        }
        if (table.note() != null) {
            text(sheet.createRow(at + 1), 0, both(table.note()), null);
        }
        sheet.createFreezePane(0, HEADER_ROW + 1);
        BookChart.add(sheet, table, HEADER_ROW + 1);
    }

    /** Two tables may be called the same. */
    private String free(String name) {
        String free = name;
        for (int i = 2; book.getSheet(free) != null; i++) {
            free = WorkbookUtil.createSafeSheetName(name.substring(0, Math.min(name.length(), 27)) + " " + i);
        }
        return free;
    }

    private void put(XSSFRow row, int column, Cell cell, Measure measure) {
        Words words = cell.words();
        BigDecimal number = cell.number();
        if (words != null) {
            text(row, column, words.zh().equals(words.en()) ? words.zh() : both(words), null);
        } else if (number != null) {
            XSSFCell target = row.createCell(column);
            target.setCellValue(number.doubleValue());
            target.setCellStyle(styles.get(measure));
        } else {
            text(row, column, "—", null);
        }
    }

    /** Always a text: nothing that somebody wrote is ever a formula. */
    private static void text(XSSFRow row, int column, String text, @org.jspecify.annotations.Nullable CellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(text);
        if (style != null) {
            cell.setCellStyle(style);
        }
    }

    private static String both(Words words) {
        return words.zh() + " " + words.en();
    }
}
