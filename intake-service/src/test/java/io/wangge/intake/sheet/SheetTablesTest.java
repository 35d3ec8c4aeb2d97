package io.wangge.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.intake.imports.BadTable;
import io.wangge.intake.imports.ImportJob.Format;
import io.wangge.intake.imports.Row;
import io.wangge.intake.imports.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTablesTest {
    private static final String TABLE = "诉求内容,类别,备注\r\n路灯不亮,0602,\"两行\n备注\"\r\n\r\n垃圾成堆,暴露垃圾,\r\n";

    @TempDir
    private Path folder;

    private final SheetTables tables = new SheetTables();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "UTF-16LE", "UTF-16BE"})
    void the_encoding_is_found_and_lines_are_counted_as_in_the_file(String encoding) throws Exception {
        String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";

        Tables.Look look = stage((mark + TABLE).getBytes(Charset.forName(encoding)));

        assertThat(look.format()).isEqualTo(Format.CSV);
        assertThat(look.encoding()).isEqualTo(encoding);
        assertThat(look.columns()).containsExactly("诉求内容", "类别", "备注");
        assertThat(look.rows()).isEqualTo(2);
        assertThat(rowsAfter(0)).extracting(Row::line).containsExactly(2, 5);
        assertThat(rowsAfter(0).getFirst().cells()).containsExactly("路灯不亮", "0602", "两行\n备注");
        assertThat(rowsAfter(2)).extracting(Row::line).containsExactly(5);
    }

    @Test
    void a_workbook_is_read_with_its_dates_and_numbers() throws Exception {
        Path file = folder.resolve("table.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("诉求");
            sheet.value(0, 0, "内容");
            sheet.value(0, 1, "时间");
            sheet.value(0, 2, "电话");
            sheet.value(1, 0, "路灯不亮");
            sheet.value(1, 1, LocalDateTime.of(2026, 11, 22, 8, 30));
            sheet.style(1, 1).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 2, 13812345678L);
        }

        Tables.Look look = tables.stage(file, folder.resolve("rows"));

        assertThat(look.format()).isEqualTo(Format.XLSX);
        assertThat(look.preview().getFirst().cells()).containsExactly("路灯不亮", "2026-11-22 08:30:00", "13812345678");
    }

    @Test
    void a_workbook_without_number_formats_is_read_all_the_same() throws Exception {
        Path file = folder.resolve("plain.xlsx");
        workbook(file, "", "路灯不亮");

        Tables.Look look = tables.stage(file, folder.resolve("rows"));

        assertThat(look.preview().getFirst().cells()).containsExactly("路灯不亮", "7");
    }

    private static void workbook(Path file, String doctype, String text) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            String schemas = "http://schemas.openxmlformats.org";
            String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='" + schemas + "/package/2006/content-types'>"
                            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                            + "<Override PartName='/xl/workbook.xml' ContentType='" + types + "sheet.main+xml'/>"
                            + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + types
                            + "worksheet+xml'/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns='" + schemas + "/package/2006/relationships'><Relationship Id='r1' Type='"
                            + schemas + "/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/>"
                            + "</Relationships>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns='" + schemas + "/spreadsheetml/2006/main' xmlns:r='" + schemas
                            + "/officeDocument/2006/relationships'><sheets><sheet name='s' sheetId='1' r:id='r1'/>"
                            + "</sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns='" + schemas + "/package/2006/relationships'><Relationship Id='r1' Type='"
                            + schemas + "/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/>"
                            + "</Relationships>");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    doctype + "<worksheet xmlns='" + schemas + "/spreadsheetml/2006/main'><sheetData>"
                            + "<row r='1'><c r='A1' t='inlineStr'><is><t>内容</t></is></c></row>"
                            + "<row r='2'><c r='A2' t='inlineStr'><is><t>" + text
                            + "</t></is></c><c r='B2'><v>7</v></c></row>"
                            + "</sheetData></worksheet>");
        }
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version='1.0'?>" + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** XXE: what a file names outside of itself is never read, and a bomb of entities never unfolds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE w [<!ENTITY x SYSTEM 'SECRET'>]>",
                "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                        + "<!ENTITY x '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
            })
    void a_workbook_with_entities_tells_nothing_of_this_machine(String doctype) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "sesame");
        Path file = folder.resolve("entities.xlsx");
        workbook(file, doctype.replace("SECRET", secret.toUri().toString()), "&x;");

        String told;
        try {
            told = tables.stage(file, folder.resolve("rows")).preview().toString();
        } catch (BadTable bad) {
            told = bad.code();
        }

        assertThat(told).doesNotContain("sesame", "aaaaaaaaaa");
    }

    @Test
    void what_is_no_table_is_refused_by_its_own_name() throws Exception {
        refused("import-empty", "诉求内容,类别\r\n".getBytes(StandardCharsets.UTF_8));
        refused("import-not-a-table", "a,b\r\n\"never closed,1".getBytes(StandardCharsets.UTF_8));
        refused("import-not-a-table", "PK nonsense".getBytes(StandardCharsets.UTF_8));
        refused("import-encoding-unknown", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, (byte) 0xff, (byte) 0xff});
        refused("import-old-excel", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        refused("import-cell-too-long", ("a\r\n" + "x".repeat(10_001)).getBytes(StandardCharsets.UTF_8));
        refused("import-too-many-columns", ("a," + "x,".repeat(100) + "\r\n1").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void more_rows_than_a_job_takes_are_refused() throws Exception {
        refused("import-too-many-rows", ("a\r\n" + "x\r\n".repeat(100_001)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_read() throws Exception {
        Path file = folder.resolve("bomb.xlsx");
        byte[] zeros = new byte[1024 * 1024];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 220; i++) {
                zip.write(zeros);
            }
        }
        assertThat(Files.size(file)).isLessThan(1024 * 1024);
        assertThatThrownBy(() -> tables.stage(file, folder.resolve("rows")))
                .isInstanceOfSatisfying(
                        BadTable.class, bad -> assertThat(bad.code()).isEqualTo("import-unpacks-too-large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1"})
    void what_a_spreadsheet_would_run_is_made_text(String cell) {
        assertThat(ErrorTable.neutral(cell)).isEqualTo("'" + cell);
        assertThat(ErrorTable.neutral("-120.5")).isEqualTo("-120.5");
        assertThat(ErrorTable.neutral("路灯")).isEqualTo("路灯");
    }

    private void refused(String code, byte[] content) {
        assertThatThrownBy(() -> stage(content))
                .isInstanceOfSatisfying(
                        BadTable.class, bad -> assertThat(bad.code()).isEqualTo(code));
    }

    private Tables.Look stage(byte[] content) throws IOException, BadTable {
        Path file = folder.resolve("table");
        Files.write(file, content);
        return tables.stage(file, folder.resolve("rows"));
    }

    private List<Row> rowsAfter(int line) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream staged = Files.newInputStream(folder.resolve("rows"))) {
            tables.read(staged, line, rows::add);
        }
        return rows;
    }
}
