package io.wangge.intake.sheet;

import io.wangge.intake.imports.BadTable;
import io.wangge.intake.imports.ImportJob.Format;
import io.wangge.intake.imports.Row;
import io.wangge.intake.imports.Tables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV by Commons CSV, XLSX by fastexcel; what it is, its first bytes say. */
public final class SheetTables implements Tables {
    private static final String SEPARATORS = ",;\t";

    @Override
    public Look stage(Path file, Path staged) throws IOException, BadTable {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        try (Staging staging = new Staging(staged)) {
            if (head.length >= 2 && head[0] == 'P' && head[1] == 'K') {
                Xlsx.read(file, staging);
                return staging.look(Format.XLSX, null);
            }
            if (head.length >= 4 && (head[0] & 0xff) == 0xD0 && (head[1] & 0xff) == 0xCF) {
                throw new BadTable("import-old-excel");
            }
            Encodings.Found encoding = Encodings.of(file);
            csv(file, encoding, staging);
            return staging.look(Format.CSV, encoding.name());
        }
    }

    private static void csv(Path file, Encodings.Found encoding, Staging staging) throws IOException, BadTable {
        char separator = separatorOf(file, encoding);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        try (Reader reader = open(file, encoding);
                CSVParser parser = format.parse(reader)) {
            Iterator<CSVRecord> records = parser.iterator();
            int line = 1;
            while (records.hasNext()) {
                CSVRecord record = records.next();
                staging.row(line, Arrays.asList(record.values()));
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            // A quote that is not closed, or text behind one.
            throw new BadTable("import-not-a-table");
        }
    }

    private static Reader open(Path file, Encodings.Found encoding) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(encoding.skip());
        return new BufferedReader(new InputStreamReader(in, encoding.charset()));
    }

    /** Whichever stands most often in the heading. */
    private static char separatorOf(Path file, Encodings.Found encoding) throws IOException {
        try (BufferedReader reader = new BufferedReader(open(file, encoding))) {
            String heading = reader.readLine();
            char best = ',';
            long most = 0;
            for (char separator : SEPARATORS.toCharArray()) {
                long count = heading == null
                        ? 0
                        : heading.chars().filter(c -> c == separator).count();
                if (count > most) {
                    most = count;
                    best = separator;
                }
            }
            return best;
        }
    }

    @Override
    public void read(InputStream staged, int afterLine, RowVisitor visitor) throws IOException {
        try (Reader reader = new InputStreamReader(new GZIPInputStream(staged), StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
            for (CSVRecord record : parser) {
                int line = Integer.parseInt(record.get(0));
                if (line > afterLine) {
                    List<String> values = Arrays.asList(record.values());
                    visitor.visit(new Row(line, values.subList(1, values.size())));
                }
            }
        }
    }
}
