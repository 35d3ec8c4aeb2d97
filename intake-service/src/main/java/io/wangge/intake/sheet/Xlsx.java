package io.wangge.intake.sheet;

import io.wangge.intake.imports.BadTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook, row by row. */
final class Xlsx {
    /** 100,000 rows of long texts; what unpacks to more is a bomb or no list of reports. */
    static final long MOST_UNPACKED = 200L * 1024 * 1024;
    /** Held whole while reading, so that every row can name its strings. */
    private static final long MOST_STRINGS = 40L * 1024 * 1024;

    private static final int MOST_ENTRIES = 2_000;
    private static final String STYLES = "xl/styles.xml";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Xlsx() {}

    static void read(Path file, Staging staging) throws IOException, BadTable {
        boolean styled = checked(file);
        // Number formats are needed to tell a date from a number; some programs write workbooks without any.
        ReadingOptions options = new ReadingOptions(styled, false);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), options);
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            Iterator<Row> each = rows.iterator();
            while (each.hasNext()) {
                Row row = each.next();
                staging.row(row.getRowNum(), cells(row));
            }
        } catch (ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadTable("import-not-a-table");
        } catch (java.io.UncheckedIOException e) {
            throw new BadTable("import-not-a-table");
        }
    }

    /**
     * What a zip says of its sizes may be a lie, so it is unpacked once and counted.
     *
     * @return whether there are number formats
     */
    private static boolean checked(Path file) throws IOException, BadTable {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw tooLarge();
            }
            long all = 0;
            boolean styled = false;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            byte[] piece = new byte[64 * 1024];
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                long most = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml")
                        ? MOST_STRINGS
                        : MOST_UNPACKED;
                styled |= entry.getName().equalsIgnoreCase(STYLES);
                long bytes = 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                        bytes += read;
                        all += read;
                        if (bytes > most || all > MOST_UNPACKED) {
                            throw tooLarge();
                        }
                    }
                }
            }
            return styled;
        } catch (ZipException e) {
            throw new BadTable("import-not-a-table");
        }
    }

    private static BadTable tooLarge() {
        return new BadTable("import-unpacks-too-large", Map.of("max", MOST_UNPACKED / (1024 * 1024)));
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(text(row.getOptionalCell(column).orElse(null)));
        }
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            String format = cell.getDataFormatString();
            if (format != null && format.toLowerCase(Locale.ROOT).contains("y")) {
                LocalDateTime time = cell.asDate();
                return TIME.format(time);
            }
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        return cell.getText();
    }
}
