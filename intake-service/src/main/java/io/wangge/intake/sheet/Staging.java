package io.wangge.intake.sheet;

import io.wangge.intake.imports.BadTable;
import io.wangge.intake.imports.ImportJob.Format;
import io.wangge.intake.imports.Row;
import io.wangge.intake.imports.Tables;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table as they are read: the first is the heading, the others are counted, kept and written down. */
final class Staging implements Closeable {
    private static final int MOST_COLUMNS = 100;
    /** Longer than any field takes, so that each is refused with its own words. */
    private static final int LONGEST_CELL = 10_000;

    private static final int SHOWN = 10;

    private final CSVPrinter out;
    private final List<Row> preview = new ArrayList<>();
    private List<String> heading = List.of();
    private int rows;

    Staging(Path staged) throws IOException {
        out = new CSVPrinter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(staged)), StandardCharsets.UTF_8),
                CSVFormat.RFC4180);
    }

    /** Rows without anything in them are passed over. */
    void row(int line, List<String> cells) throws IOException, BadTable {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (cells.size() > MOST_COLUMNS) {
            throw new BadTable("import-too-many-columns", Map.of("max", MOST_COLUMNS));
        }
        for (String cell : cells) {
            if (cell.length() > LONGEST_CELL) {
                throw new BadTable("import-cell-too-long", Map.of("line", line, "max", LONGEST_CELL));
            }
        }
        if (heading.isEmpty()) {
            heading = cells.stream().map(String::strip).toList();
            return;
        }
        rows++;
        if (rows > Tables.MOST_ROWS) {
            throw new BadTable("import-too-many-rows", Map.of("max", Tables.MOST_ROWS));
        }
        if (preview.size() < SHOWN) {
            preview.add(new Row(line, cells));
        }
        out.print(line);
        out.printRecord(cells);
    }

    Tables.Look look(Format format, @Nullable String encoding) throws BadTable {
        if (rows == 0) {
            throw new BadTable("import-empty");
        }
        return new Tables.Look(format, encoding, heading, rows, List.copyOf(preview));
    }

    @Override
    public void close() throws IOException {
        out.close(true);
    }
}
