package io.wangge.ledger.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wangge.ledger.bulletin.Bulletin;
import io.wangge.ledger.bulletin.BulletinKind;
import io.wangge.ledger.bulletin.Table;
import io.wangge.ledger.bulletin.Table.Cell;
import io.wangge.ledger.bulletin.Table.Chart;
import io.wangge.ledger.bulletin.Table.Column;
import io.wangge.ledger.bulletin.Table.Measure;
import io.wangge.ledger.bulletin.Table.Words;
import io.wangge.ledger.print.PdfPrinter.Printed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintedBulletinTest {
    private static final Bulletin BULLETIN = new Bulletin(
            new Bulletin.Head(
                    "daily.990100001.2026-11-22",
                    BulletinKind.DAILY,
                    "990100001",
                    new Words("望江街道", "Wangjiang Street"),
                    List.of("990100", "990100001"),
                    "2026-11-22",
                    LocalDate.of(2026, 11, 22),
                    LocalDate.of(2026, 11, 22),
                    Instant.parse("2026-11-22T17:00:00Z"),
                    false),
            List.of(
                    new Table(
                            "units",
                            new Words("各单位办理情况", "By unit"),
                            List.of(
                                    new Column("unit", new Words("单位", "Unit"), Measure.TEXT),
                                    new Column("due", new Words("应结案数", "Due"), Measure.COUNT),
                                    new Column("rate", new Words("按期结案率", "On time"), Measure.PERCENT)),
                            List.of(
                                    row("合计", "Total", "972", "0.7582"),
                                    row("春晓社区", "Chunxiao", "500", "0.8000"),
                                    row("柳浦 <社区> & \"码头\"", "Liupu", "472", null)),
                            new Chart(0, List.of(1)),
                            new Words("=SUM(A1) 只是文字", "just a text")),
                    new Table(
                            "overdue",
                            new Words("超期未结案卷", "Overdue and open"),
                            List.of(new Column("case", new Words("案号", "Case"), Measure.CASE)),
                            List.of(),
                            null,
                            null)));

    private static List<Cell> row(String zh, String en, String due, @org.jspecify.annotations.Nullable String rate) {
        return List.of(
                new Cell(new Words(zh, en), null, null),
                new Cell(null, new BigDecimal(due), null),
                new Cell(null, rate == null ? null : new BigDecimal(rate), null));
    }

    @TempDir
    Path folder;

    @Test
    void theWorkbookHasASheetForEachTableWithNumbersAndAChart() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BulletinBook.write(BULLETIN, out);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            XSSFSheet units = book.getSheet("各单位办理情况");
            assertThat(units.getRow(0).getCell(0).getStringCellValue()).startsWith("望江街道日督查 2026-11-22");
            assertThat(units.getRow(BulletinBook.HEADER_ROW).getCell(1).getStringCellValue())
                    .contains("应结案数", "Due");
            var total = units.getRow(BulletinBook.HEADER_ROW + 1);
            assertThat(total.getCell(1).getNumericCellValue()).isEqualTo(972);
            assertThat(total.getCell(2).getNumericCellValue()).isEqualTo(0.7582);
            assertThat(total.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("0.00%");
            assertThat(units.getRow(BulletinBook.HEADER_ROW + 3).getCell(2).getStringCellValue())
                    .isEqualTo("—");
            assertThat(units.getDrawingPatriarch().getCharts()).hasSize(1);
            units.forEach(
                    row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
        }
        assertThat(out.size()).isLessThan(60_000);
    }

    @Test
    void thePdfCanBeReadInChineseAndShowsItsBars() throws IOException {
        assumeThat(ChineseFont.find(null)).as("a Chinese font on this machine").isPresent();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(new PdfPrinter(null).print(BULLETIN, out)).isEqualTo(Printed.DONE);

        assertThat(out.size()).isLessThan(400_000);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("望江街道日督查", "972", "75.82 %", "春晓社区", "柳浦 <社区> & \"码头\"", "无 None", "2026-11-23 01:00");
            File image = new File("target/daily-inspection.png");
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 80), "png", image);
            assertThat(image).isNotEmpty();
        }
    }

    @Test
    void withoutAChineseFontNothingIsPrintedAndItIsSaid() throws IOException {
        Path none = folder.resolve("none.ttf");
        Files.writeString(none, "no font");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(new PdfPrinter(none).print(BULLETIN, out)).isEqualTo(Printed.NO_FONT);
        assertThat(out.size()).isZero();
    }
}
