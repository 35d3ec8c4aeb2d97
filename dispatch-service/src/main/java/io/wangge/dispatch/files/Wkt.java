package io.wangge.dispatch.files;

import io.wangge.dispatch.files.CsvFile.Row;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A polygon in one cell: {@code POLYGON ((120.1 30.2, …), (…))}, longitude first (OGC well-known text). */
final class Wkt {
    private static final Pattern WHOLE = Pattern.compile("(?i)\\s*POLYGON\\s*\\((.*)\\)\\s*", Pattern.DOTALL);
    private static final Pattern BETWEEN_RINGS = Pattern.compile("\\)\\s*,\\s*\\(");

    private Wkt() {}

    /** @throws BadFile when the cell is no polygon */
    static List<List<List<Double>>> rings(Row row, String column) {
        var whole = WHOLE.matcher(row.text(column));
        if (!whole.matches()) {
            throw noPolygon(row, column);
        }
        String rings = whole.group(1).strip();
        if (!rings.startsWith("(") || !rings.endsWith(")")) {
            throw noPolygon(row, column);
        }
        try {
            return Arrays.stream(BETWEEN_RINGS.split(rings.substring(1, rings.length() - 1), -1))
                    .map(Wkt::ring)
                    .toList();
        } catch (NumberFormatException e) {
            throw noPolygon(row, column);
        }
    }

    private static List<List<Double>> ring(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(position -> Arrays.stream(position.strip().split("\\s+", -1))
                        .map(Double::valueOf)
                        .toList())
                .toList();
    }

    private static BadFile noPolygon(Row row, String column) {
        return row.wrong(column + " is no POLYGON ((longitude latitude, …))", column + " 应为 POLYGON ((经度 纬度, …))");
    }

    static String of(List<List<List<Double>>> rings) {
        return rings.stream()
                .map(ring -> ring.stream()
                        .map(position -> position.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", ", "POLYGON (", ")"));
    }
}
