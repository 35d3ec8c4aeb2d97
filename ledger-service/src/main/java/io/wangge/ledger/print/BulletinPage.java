package io.wangge.ledger.print;

import io.wangge.ledger.bulletin.Bulletin;
import io.wangge.ledger.bulletin.Shown;
import io.wangge.ledger.bulletin.Table;
import io.wangge.ledger.bulletin.Table.Cell;
import io.wangge.ledger.bulletin.Table.Chart;
import io.wangge.ledger.bulletin.Table.Column;
import io.wangge.ledger.bulletin.Table.Measure;
import io.wangge.ledger.bulletin.Table.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A bulletin as XHTML for paper. Every text of it is escaped: names come from data. */
final class BulletinPage {
    private static final String STYLE = """
            @page { size: A4 landscape; margin: 14mm 14mm 16mm;
              @bottom-center { content: counter(page) ' / ' counter(pages); font-family: cjk; font-size: 8pt; color: #666 } }
            body { font-family: cjk; font-size: 9pt; color: #1b1b1b }
            h1 { font-size: 17pt; margin: 0 0 1mm; color: #8c1c13; font-weight: normal }
            h2 { font-size: 12pt; margin: 6mm 0 2mm; font-weight: normal; page-break-after: avoid; border-left: 1.2mm solid #8c1c13; padding-left: 2mm }
            .en { color: #666; font-size: 8pt }
            .made { color: #666; margin: 0 0 2mm }
            .note { color: #666; font-size: 8pt; margin: 1mm 0 0 }
            .none { color: #666 }
            table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate }
            thead { display: table-header-group }
            tr { page-break-inside: avoid }
            th { background: #f1ece4; font-weight: normal; text-align: left; vertical-align: bottom }
            th, td { border-bottom: 0.2mm solid #cfc8bc; padding: 1mm 1.6mm }
            .number { text-align: right }
            .bars { margin-top: 3mm; width: 70% }
            .bars td { border: 0; padding: 0.4mm 1.6mm; vertical-align: middle }
            .bars .label { width: 38mm }
            """;
    private static final List<String> COLOURS = List.of("#8c1c13", "#bf8b3a", "#3b6978");
    private static final int BAR_WIDTH = 300;
    private static final int BAR_HEIGHT = 9;

    private BulletinPage() {}

    static String of(Bulletin bulletin) {
        Bulletin.Head head = bulletin.head();
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"UTF-8\"/><title>")
                .append(escaped(Headline.of(head)))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(escaped(head.unit().zh() + head.kind().zh() + "　" + head.period()))
                .append(head.interim() ? "（中期）" : "")
                .append("</h1><p class=\"made\"><span class=\"en\">")
                .append(escaped(Headline.english(head)))
                .append("</span>　")
                .append(escaped(Headline.made(head)))
                .append("</p>");
        bulletin.tables().forEach(table -> add(table, page));
        return page.append("</body></html>").toString();
    }

    private static void add(Table table, StringBuilder page) {
        page.append("<h2>").append(both(table.title())).append("</h2>");
        if (table.rows().isEmpty()) {
            page.append("<p class=\"none\">无 <span class=\"en\">None</span></p>");
        } else {
            page.append("<table><thead><tr>");
            for (Column column : table.columns()) {
                page.append(numeric(column) ? "<th class=\"number\">" : "<th>")
                        .append(escaped(column.title().zh()))
                        .append("<br/><span class=\"en\">")
                        .append(escaped(column.title().en()))
                        .append("</span></th>");
            }
            page.append("</tr></thead><tbody>");
            table.rows().forEach(row -> add(row, table.columns(), page));
            page.append("</tbody></table>");
        }
        if (table.note() != null) {
            page.append("<p class=\"note\">").append(both(table.note())).append("</p>");
        }
        if (table.chart() != null && !table.rows().isEmpty()) {
            add(table.chart(), table, page);
        }
    }

    private static void add(List<Cell> cells, List<Column> columns, StringBuilder page) {
        page.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            page.append(numeric(columns.get(i)) ? "<td class=\"number\">" : "<td>")
                    .append(shown(cells.get(i), columns.get(i)))
                    .append("</td>");
        }
        page.append("</tr>");
    }

    private static boolean numeric(Column column) {
        return column.measure() != Measure.TEXT && column.measure() != Measure.CASE;
    }

    private static String shown(Cell cell, Column column) {
        Words words = cell.words();
        return words == null ? escaped(Shown.number(cell.number(), column.measure())) : both(words);
    }

    /** One bar a row and column; labels and numbers are text of the page, so that they can be read out and searched. */
    private static void add(Chart chart, Table table, StringBuilder page) {
        BigDecimal longest = table.rows().stream()
                .flatMap(row -> chart.bars().stream().map(row::get))
                .map(cell -> cell.number() == null ? BigDecimal.ZERO : cell.number())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        if (longest.signum() == 0) {
            return;
        }
        page.append("<table class=\"bars\"><tbody>");
        for (List<Cell> row : table.rows()) {
            for (int i = 0; i < chart.bars().size(); i++) {
                Column column = table.columns().get(chart.bars().get(i));
                Cell cell = row.get(chart.bars().get(i));
                Words label = row.get(chart.labels()).words();
                page.append("<tr><td class=\"label\">")
                        .append(i == 0 && label != null ? escaped(label.zh()) : "")
                        .append("</td><td>")
                        .append(bar(cell.number(), longest, COLOURS.get(i % COLOURS.size())))
                        .append("</td><td>")
                        .append(escaped(column.title().zh() + " " + Shown.number(cell.number(), column.measure())))
                        .append("</td></tr>");
            }
        }
        page.append("</tbody></table>");
    }

    private static String bar(@org.jspecify.annotations.Nullable BigDecimal number, BigDecimal longest, String colour) {
        BigDecimal width = number == null
                ? BigDecimal.ZERO
                : number.max(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(BAR_WIDTH))
                        .divide(longest, 1, RoundingMode.HALF_UP);
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">"
                        + "<rect x=\"0\" y=\"0\" width=\"%d\" height=\"%d\" fill=\"#f1ece4\"/>"
                        + "<rect x=\"0\" y=\"0\" width=\"%s\" height=\"%d\" fill=\"%s\"/></svg>")
                .formatted(
                        BAR_WIDTH, BAR_HEIGHT, BAR_WIDTH, BAR_HEIGHT, BAR_WIDTH, BAR_HEIGHT, width, BAR_HEIGHT, colour);
    }

    private static String both(Words words) {
        return words.zh().equals(words.en())
                ? escaped(words.zh())
                : escaped(words.zh()) + " <span class=\"en\">" + escaped(words.en()) + "</span>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
    }
}
