package io.wangge.ledger.figures;

import java.util.List;
import java.util.stream.Collectors;

/** The definitions as a page for people: docs/figures.md is this text, and a test holds it to that. */
final class DefinitionsPage {
    private static final String HEAD = """
            # Figures 统计口径
            Written from the definitions in the program (`Figure`, `Measure`); `GET /api/v1/figures/definitions` says the same. Every rate opens down to its cases: `GET /api/v1/figures/{code}/cases?part=numerator`.

            - Each case counts in exactly one period: that of the earlier of its due and its closing day (Asia/Shanghai). What is due at 24:00 is due on the day that ends then.
            - 每个案卷只计入一个时段：应结案日期与结案日期中较早的一天所在的时段。
            - A case counts for every unit on the path of its place and of its holder, once each; a hold for every unit on the path of whoever had it. A case's line by worker is 首问责任人, who took it in.
            - What was closed after a period's end is, in that period, due and not closed, for ever. The first closing freezes a case: a reopening is counted on its own day and rewrites nothing. A revisit (回头看) of a closed case changes no figure; where it reopens the case, that counts as a reopening. An extension granted while a case is open moves the day as which it will count; figures carry `computedAt`.
            - Turned down, annulled and merged cases are reported, but neither filed nor due; what was referred outside is filed, but not due. What was settled on the spot counts apart.
            - A period that reaches into the future is counted until today (`countedTo`).
            - Times (median, 90th percentile) come from histograms whose bounds grow by a tenth: within 5 % of the truth. They count the hours of the clock, not working hours, and are kept in total, by unit, grid and level.
            - 满意率: each grade by its weight (`grid.figures.satisfaction-weights`), of those who were reached. 自行解决率: closed at the level or below, of all closed; by level, by unit (its own level) and in total.

            | code | 中文 | English | numerator 分子 | denominator 分母 |
            |---|---|---|---|---|
            """;

    private DefinitionsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Figure figure : Figure.values()) {
            String numerator = figure.kind() == Figure.Kind.TIME
                    ? "中位数、九成位，随结案计入 median and 90th percentile, counted with the closing"
                    : words(figure.numerator());
            page.append("| `%s` | %s | %s | %s | %s |%n"
                    .formatted(figure.code(), figure.zh(), figure.en(), numerator, words(figure.denominator())));
        }
        page.append("\n| counted | 中文 | English | on which day |\n|---|---|---|---|\n");
        for (Measure measure : Measure.values()) {
            page.append("| `%s` | %s | %s | %s · %s |%n"
                    .formatted(
                            measure.key(),
                            measure.zh(),
                            measure.en(),
                            measure.anchor().zh(),
                            measure.anchor().en()));
        }
        return page.toString();
    }

    private static String words(List<Measure> measures) {
        return measures.stream()
                .map(measure -> measure.zh() + " " + measure.en())
                .collect(Collectors.joining(" + "));
    }
}
