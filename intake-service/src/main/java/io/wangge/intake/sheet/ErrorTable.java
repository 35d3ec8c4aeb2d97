package io.wangge.intake.sheet;

import io.wangge.intake.imports.ImportJob.Format;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The rows that became no report, in the form in which they came, so that they can be mended and sent again. What a
 * spreadsheet would take for a formula gets an apostrophe before it: the words are a stranger's.
 */
public interface ErrorTable extends Closeable {
    void row(List<String> cells) throws IOException;

    static ErrorTable to(OutputStream out, Format format) throws IOException {
        return format == Format.XLSX ? new Xlsx(out) : new Csv(out);
    }

    /** As it may stand in a table that others open. */
    static String neutral(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !isNumber(cell) ? "'" + cell : cell;
    }

    /** A longitude in the west is no formula. */
    private static boolean isNumber(String cell) {
        return cell.matches("[+-]?\\d+(\\.\\d+)?");
    }

    /** UTF-8 with a mark, which tells spreadsheets so. */
    final class Csv implements ErrorTable {
        private final CSVPrinter csv;

        Csv(OutputStream out) throws IOException {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\uFEFF');
            csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        }

        @Override
        public void row(List<String> cells) throws IOException {
            csv.printRecord(cells.stream().map(ErrorTable::neutral).toList());
        }

        @Override
        public void close() throws IOException {
            csv.close(true);
        }
    }

    /** Every cell is text. */
    final class Xlsx implements ErrorTable {
        /** Written out from time to time, so that it is never held whole. */
        private static final int FLUSHED_EVERY = 500;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int row;

        Xlsx(OutputStream out) {
            workbook = new Workbook(out, "wangge", "1.0");
            sheet = workbook.newWorksheet("错误行 errors");
        }

        @Override
        public void row(List<String> cells) throws IOException {
            List<String> all = new ArrayList<>(cells);
            for (int column = 0; column < all.size(); column++) {
                sheet.inlineString(row, column, neutral(all.get(column)));
            }
            row++;
            if (row % FLUSHED_EVERY == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            workbook.finish();
        }
    }
}
