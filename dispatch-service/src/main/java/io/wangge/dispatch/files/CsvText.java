package io.wangge.dispatch.files;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180), with two habits of spreadsheets: a byte order mark at the beginning, and an apostrophe
 * in front of what a spreadsheet would take for a formula.
 */
final class CsvText {
    /** Tells a spreadsheet that the file is UTF-8. */
    static final String MARK = "\uFEFF";

    private static final String LOOKS_LIKE_A_FORMULA = "=+-@\t\r'";

    private final String file;
    private final String text;
    private final List<Record> records = new ArrayList<>();
    private int at;
    private int line = 1;

    /** @param line on which it begins, from 1 */
    record Record(int line, List<String> cells) {}

    private CsvText(String file, String text) {
        this.file = file;
        this.text = text.startsWith(MARK) ? text.substring(1) : text;
    }

    /**
     * Lines without anything in them are passed over.
     *
     * @throws BadFile when a quote is not closed
     */
    static List<Record> parse(String file, String text) {
        CsvText csv = new CsvText(file, text);
        while (csv.at < csv.text.length()) {
            csv.record();
        }
        return csv.records;
    }

    private void record() {
        int began = line;
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            cells.add(cell());
            more = at < text.length() && text.charAt(at) == ',';
            if (more) {
                at++;
            }
        }
        endOfLine();
        if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
            records.add(new Record(began, cells));
        }
    }

    private String cell() {
        int begin = at;
        while (begin < text.length() && text.charAt(begin) == ' ') {
            begin++;
        }
        if (begin < text.length() && text.charAt(begin) == '"') {
            at = begin + 1;
            return unguarded(quoted());
        }
        StringBuilder cell = new StringBuilder();
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            cell.append(text.charAt(at++));
        }
        return unguarded(cell.toString().strip());
    }

    private String quoted() {
        int began = line;
        StringBuilder cell = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
                line += c == '\n' ? 1 : 0;
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                skipToEndOfCell();
                return cell.toString();
            }
        }
        throw new BadFile(file, began, "a quote is not closed", "引号没有闭合");
    }

    private void skipToEndOfCell() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            throw new BadFile(file, line, "there is text behind a closing quote", "引号之后还有内容");
        }
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
    }

    private static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && LOOKS_LIKE_A_FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /** One line, with its end. */
    static String line(List<String> cells) {
        return cells.stream().map(CsvText::written).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String written(String cell) {
        String guarded = !cell.isEmpty() && LOOKS_LIKE_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean plain = guarded.equals(guarded.strip()) && guarded.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return plain ? guarded : "\"" + guarded.replace("\"", "\"\"") + "\"";
    }
}
