package io.wangge.dispatch.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV as RFC 4180 has it, in UTF-8 with the mark by which office programs know it. A cell that a spreadsheet would take
 * for a formula gets an apostrophe before it: what residents write must not run on a clerk's machine (OWASP, CSV
 * injection).
 */
public final class CsvSheet implements Sheet {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private final Writer out;

    public CsvSheet(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        this.out.write(BYTE_ORDER_MARK);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(harmless(cells.get(i))));
        }
        out.write("\r\n");
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_BEGINNINGS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
