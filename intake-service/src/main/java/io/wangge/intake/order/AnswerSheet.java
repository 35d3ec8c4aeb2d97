package io.wangge.intake.order;

import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * 回复单: an order's answer in the superior's own columns. What a column holds is one of the {@link #FIELDS}; what it is
 * called, and in what order they stand, is data of the deployment, as every superior has a sheet of its own.
 */
public final class AnswerSheet {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final Map<String, BiFunction<Row, ZoneId, @Nullable String>> FIELDS = fields();
    private static final Map<String, String> OUTCOMES =
            Map.of("SETTLED", "已办结", "RECORDED", "正在办理", "NEEDS_SUPERIOR", "需上级协调");

    /** The usual sheet of a 12345 centre: column → field. */
    public static final Map<String, String> USUAL = usual();

    private AnswerSheet() {}

    private record Row(
            Order order,
            Order.Answer answer,
            @Nullable Report report,
            @Nullable CaseStanding standing) {}

    public static boolean isField(String name) {
        return FIELDS.containsKey(name);
    }

    public static List<String> fieldNames() {
        return List.copyOf(FIELDS.keySet());
    }

    /**
     * @param order with at least one answer
     * @param report null where it is not to be read
     * @param standing of the case that settles it; null while nothing was heard of one
     * @param columns column → field
     * @return in the order of the columns; empty for what is not known
     */
    public static List<String> row(
            Order order,
            @Nullable Report report,
            @Nullable CaseStanding standing,
            Map<String, String> columns,
            ZoneId zone) {
        Row row = new Row(order, order.lastAnswer().orElseThrow(), report, standing);
        return columns.values().stream()
                .map(field -> FIELDS.getOrDefault(field, (any, where) -> ""))
                .map(value -> value.apply(row, zone))
                .map(value -> value == null ? "" : value)
                .toList();
    }

    private static Map<String, BiFunction<Row, ZoneId, @Nullable String>> fields() {
        Map<String, BiFunction<Row, ZoneId, @Nullable String>> fields = new LinkedHashMap<>();
        fields.put("issuer", (row, zone) -> row.order().issuer());
        fields.put("number", (row, zone) -> row.order().number());
        fields.put(
                "trackingNumber",
                (row, zone) ->
                        row.report() == null ? null : row.report().received().trackingNumber());
        fields.put(
                "caseNumber",
                (row, zone) -> row.standing() == null ? null : row.standing().caseNumber());
        fields.put("takenAt", (row, zone) -> MINUTE.format(row.order().takenAt().atZone(zone)));
        fields.put(
                "answerBy",
                (row, zone) -> row.order().answerBy() == null
                        ? null
                        : MINUTE.format(row.order().answerBy().atZone(zone)));
        fields.put("answeredAt", (row, zone) -> MINUTE.format(row.answer().at().atZone(zone)));
        fields.put("outcome", (row, zone) -> OUTCOMES.get(row.answer().outcome().name()));
        fields.put("responded", (row, zone) -> yesNo(row.answer().responded()));
        fields.put("settled", (row, zone) -> yesNo(row.answer().settled()));
        fields.put("satisfied", (row, zone) -> yesNo(row.answer().satisfied()));
        fields.put("text", (row, zone) -> row.answer().text());
        return fields;
    }

    private static @Nullable String yesNo(@Nullable Boolean value) {
        if (value == null) {
            return null;
        }
        return value ? "是" : "否";
    }

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("工单编号", "number");
        usual.put("本级编号", "caseNumber");
        usual.put("接收时间", "takenAt");
        usual.put("要求回复时间", "answerBy");
        usual.put("回复时间", "answeredAt");
        usual.put("办理结果", "outcome");
        usual.put("是否响应", "responded");
        usual.put("是否解决", "settled");
        usual.put("是否满意", "satisfied");
        usual.put("办理情况", "text");
        return usual;
    }
}
