package io.wangge.dispatch.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comma-separated values with a heading; no quotes, so a value holds no comma. */
record CsvFile(String name, List<Row> rows) {

    static CsvFile parse(String name, String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            throw new BadFile(name, "is empty");
        }
        List<String> heading = cells(lines.getFirst());
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            List<String> cells = cells(lines.get(i));
            if (cells.size() != heading.size()) {
                throw new BadFile(
                        name,
                        "line " + (i + 1) + " has " + cells.size() + " values, the heading has " + heading.size());
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int column = 0; column < cells.size(); column++) {
                values.put(heading.get(column), cells.get(column));
            }
            rows.add(new Row(name, i + 1, values));
        }
        return new CsvFile(name, rows);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    /** @param line of the file, from 1 */
    record Row(String file, int line, Map<String, String> values) {
        /** The value of a column that must be filled. */
        String text(String column) {
            String value = optional(column);
            if (value == null) {
                throw wrong(column + " is empty");
            }
            return value;
        }

        @Nullable
        String optional(String column) {
            String value = values.get(column);
            if (value == null) {
                throw wrong("there is no column " + column);
            }
            return value.isEmpty() ? null : value;
        }

        /** {@code yes} or {@code no}. */
        boolean yes(String column) {
            return switch (text(column)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw wrong(column + " is neither yes nor no");
            };
        }

        BadFile wrong(String words) {
            return new BadFile(file, "line " + line + ": " + words);
        }
    }
}
