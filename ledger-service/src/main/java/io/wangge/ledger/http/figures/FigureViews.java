package io.wangge.ledger.http.figures;

import io.wangge.contracts.directory.Directory;
import io.wangge.ledger.figures.Figure;
import io.wangge.ledger.figures.FigureDesk.Line;
import io.wangge.ledger.figures.FigureFacts;
import io.wangge.ledger.figures.FigureShelf.Counted;
import io.wangge.ledger.figures.FigureValue;
import io.wangge.ledger.figures.Grouping;
import io.wangge.ledger.figures.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures as people get them. */
public final class FigureViews {
    private FigureViews() {}

    /** @param percent of a rate, such as {@code 93.72 %} */
    record ValueView(
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            @Nullable String percent,
            @Nullable Long medianSeconds,
            @Nullable Long percentile90Seconds) {
        static ValueView of(FigureValue figure) {
            BigDecimal value = figure.value();
            return new ValueView(
                    plain(figure.numerator()),
                    figure.denominator() == null ? null : plain(figure.denominator()),
                    value,
                    value == null ? null : value.movePointRight(2).setScale(2, RoundingMode.HALF_UP) + " %",
                    figure.medianSeconds(),
                    figure.percentile90Seconds());
        }

        private static BigDecimal plain(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    record LineView(String key, String zh, String en, Map<String, ValueView> figures) {
        static LineView of(Line line, Grouping by, Directory directory) {
            Name name = Name.of(by, line.key(), directory);
            Map<String, ValueView> figures = new LinkedHashMap<>();
            line.figures().forEach(value -> figures.put(value.figure().code(), ValueView.of(value)));
            return new LineView(line.key(), name.zh(), name.en(), figures);
        }
    }

    public record Name(String zh, String en) {
        public static Name of(Grouping by, String key, Directory directory) {
            Name unknown = new Name(key, key);
            return switch (by) {
                case TOTAL -> new Name("合计", "Total");
                case UNIT, GRID ->
                    directory
                            .unit(key)
                            .map(unit -> new Name(unit.nameZh(), unit.nameEn()))
                            .orElse(unknown);
                case LEVEL ->
                    directory.ladder().levels().stream()
                            .filter(level -> level.code().equals(key))
                            .map(level -> new Name(level.nameZh(), level.nameEn()))
                            .findAny()
                            .orElse(unknown);
                case WORKER ->
                    directory
                            .caller(key)
                            .map(staff -> new Name(staff.name(), staff.name()))
                            .orElse(unknown);
                case CATEGORY ->
                    directory
                            .category(key)
                            .map(category -> new Name(
                                    category.classZh() + "·" + category.subclassZh(),
                                    category.classEn() + " · " + category.subclassEn()))
                            .orElse(key.equals("-") ? new Name("未定类别", "No category yet") : unknown);
                case KIND -> key.equals("-") ? new Name("未定类别", "No category yet") : unknown;
                case CHANNEL -> unknown;
            };
        }
    }

    /** @param day as which it counts */
    record CaseView(
            String caseId,
            String caseNumber,
            String state,
            @Nullable String category,
            @Nullable String level,
            List<String> holderPath,
            Instant openedAt,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt,
            @Nullable Boolean onTime,
            @Nullable String grade,
            int reworks,
            int returns) {
        static CaseView of(Counted counted) {
            FigureFacts facts = counted.facts();
            FigureFacts.Closing closing = facts.closing();
            return new CaseView(
                    counted.summary().caseId(),
                    counted.summary().caseNumber(),
                    counted.summary().state().name(),
                    facts.standing().category(),
                    facts.standing().level(),
                    facts.standing().holderPath(),
                    facts.origin().openedAt(),
                    facts.standing().dueAt(),
                    closing == null ? null : closing.at(),
                    closing == null ? null : closing.onTime(),
                    closing == null ? null : closing.grade(),
                    facts.course().reworks(),
                    facts.course().returns());
        }
    }

    record MeasureView(String zh, String en, String countedZh, String countedEn) {
        static MeasureView of(Measure measure) {
            return new MeasureView(
                    measure.zh(),
                    measure.en(),
                    measure.anchor().zh(),
                    measure.anchor().en());
        }
    }

    record DefinitionView(
            String code,
            String zh,
            String en,
            Figure.Kind kind,
            List<MeasureView> numerator,
            List<MeasureView> denominator) {
        static DefinitionView of(Figure figure) {
            return new DefinitionView(
                    figure.code(),
                    figure.zh(),
                    figure.en(),
                    figure.kind(),
                    figure.numerator().stream().map(MeasureView::of).toList(),
                    figure.denominator().stream().map(MeasureView::of).toList());
        }
    }
}
