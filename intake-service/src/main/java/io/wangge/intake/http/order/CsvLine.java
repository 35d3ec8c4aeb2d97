package io.wangge.intake.http.order;

import java.util.List;
import java.util.stream.Collectors;

/** One line of a CSV file (RFC 4180) that a spreadsheet opens without running what people typed. */
final class CsvLine {
    private CsvLine() {}

    static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        // OWASP CSV Injection: what begins so would be a formula.
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        String harmless = formula ? "'" + value : value;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
