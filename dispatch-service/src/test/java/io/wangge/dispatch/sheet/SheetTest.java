package io.wangge.dispatch.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SheetTest {

    @Test
    void csv_begins_with_the_mark_that_office_programs_know_and_quotes_what_it_must() throws IOException {
        assertThat(csv(List.of("案号", "内容"), List.of("1", "他说：\"来了\",\n第二行")))
                .isEqualTo("\uFEFF案号,内容\r\n1,\"他说：\"\"来了\"\",\n第二行\"\r\n");
    }

    @Test
    void what_a_spreadsheet_would_run_is_text() throws IOException {
        for (String formula : new String[] {"=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "＝cmd|' /C calc'!A0"}) {
            assertThat(csv(List.of(formula))).as(formula).startsWith("\uFEFF'");
        }
        assertThat(csv(List.of("=HYPERLINK(\"http://x\",\"y\")")))
                .isEqualTo("\uFEFF\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
        assertThat(csv(List.of("a=b"))).isEqualTo("\uFEFFa=b\r\n");
    }

    @Test
    void a_workbook_holds_texts_and_no_formula_and_no_shared_text(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("cases.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Sheet workbook = new XlsxSheet(out, "案卷")) {
            workbook.row(List.of("案号", "内容"));
            workbook.row(List.of("=1+1", "垃圾 <b>&\u0001 堆放"));
        }

        Document sheet = part(file, "xl/worksheets/sheet1.xml");
        assertThat(sheet.getDocumentElement().getTextContent()).contains("案号", "=1+1", "垃圾 <b>&");
        assertThat(sheet.getElementsByTagName("f").getLength()).as("formulas").isZero();
        assertThat(sheet.getElementsByTagName("is").getLength())
                .as("inline texts")
                .isEqualTo(4);
        Element tab = (Element)
                part(file, "xl/workbook.xml").getElementsByTagName("sheet").item(0);
        assertThat(tab.getAttribute("name")).isEqualTo("案卷");
    }

    @Test
    void rows_leave_while_more_are_written() throws IOException {
        Counted csvOut = new Counted();
        Counted xlsxOut = new Counted();
        try (Sheet csv = new CsvSheet(csvOut);
                Sheet xlsx = new XlsxSheet(xlsxOut, "案卷")) {
            Random random = new Random(7);
            byte[] noise = new byte[128];
            for (int row = 1; row <= 50_000; row++) {
                random.nextBytes(noise);
                List<String> cells = List.of(HexFormat.of().formatHex(noise));
                csv.row(cells);
                xlsx.row(cells);
                // 128 random bytes of a row cannot be packed into less: what has not come out is in memory.
                assertThat(row * 256L - csvOut.bytes).isLessThan(100_000);
                assertThat(row * 128L - xlsxOut.bytes).as("row %d", row).isLessThan(500_000);
            }
        }
    }

    @SafeVarargs
    private static String csv(List<String>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheet sheet = new CsvSheet(out)) {
            for (List<String> row : rows) {
                sheet.row(row);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** As office programs read it: by the directory at its end. */
    private static Document part(Path workbook, String name) throws Exception {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(zip.getInputStream(zip.getEntry(name)));
        }
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }
    }
}
