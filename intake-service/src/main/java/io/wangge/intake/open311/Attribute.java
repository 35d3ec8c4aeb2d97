package io.wangge.intake.open311;

import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.report.Nature;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the fields that a service asks for beside the common ones.
 *
 * @param variable false for a mere notice to the reader
 * @param datatype as in the standard
 * @param values of a list; empty for others
 */
public record Attribute(
        String code,
        boolean variable,
        String datatype,
        boolean required,
        Wording hint,
        Wording description,
        List<Value> values) {
    static final String NATURE = "nature";
    static final String OBSERVED_AT = "observed_at";
    static final String ASSET_ID = "asset_id";
    static final String PROMISE = "promise";

    /** One choice of a list. */
    public record Value(String key, Wording name) {}

    private static final Wording NONE = new Wording("", "");

    /** 举报 is not among them: what it tells must not lie on a public list, there are other channels for it. */
    private static final List<Value> NATURES = List.of(
            new Value(Nature.HELP.name(), new Wording("求助", "Request for help")),
            new Value(Nature.COMPLAINT.name(), new Wording("投诉", "Complaint")),
            new Value(Nature.ENQUIRY.name(), new Wording("咨询", "Enquiry")),
            new Value(Nature.SUGGESTION.name(), new Wording("建议", "Suggestion")));

    /** Of a service, in the order in which they are to be shown. */
    public static List<Attribute> of(CategoryItem service) {
        List<Attribute> all = new ArrayList<>();
        all.add(new Attribute(PROMISE, false, "string", false, NONE, promise(service), List.of()));
        if (service.itemKind().equals("ASSET")) {
            all.add(new Attribute(
                    ASSET_ID,
                    true,
                    "string",
                    false,
                    new Wording("字母、数字和短横", "Letters, digits and dashes"),
                    new Wording("部件编号，写在设施上", "Number of the asset, as it is written on it"),
                    List.of()));
        }
        all.add(new Attribute(
                OBSERVED_AT,
                true,
                "datetime",
                false,
                new Wording("例如 2026-11-22T16:00:00+08:00", "Such as 2026-11-22T16:00:00+08:00"),
                new Wording("何时看到", "When it was seen"),
                List.of()));
        all.add(new Attribute(
                NATURE, true, "singlevaluelist", false, NONE, new Wording("诉求性质", "What is asked for"), NATURES));
        return List.copyOf(all);
    }

    /** 服务承诺 (systems.md S14): shown to whoever asks, before and after. */
    public static Wording promise(CategoryItem service) {
        return new Wording(
                "承诺：%s内受理，%s内办结".formatted(zh(service.acceptance()), zh(service.handling())),
                "Promised: taken on within %s, done within %s"
                        .formatted(en(service.acceptance()), en(service.handling())));
    }

    private static String zh(LimitItem limit) {
        return limit.amount()
                + switch (limit.unit()) {
                    case "EMERGENCY_MINUTE" -> " 分钟";
                    case "EMERGENCY_HOUR" -> " 小时";
                    case "WORK_HOUR" -> " 个工作时";
                    case "WORKDAY" -> " 个工作日";
                    default -> " 日";
                };
    }

    private static String en(LimitItem limit) {
        return limit.amount()
                + switch (limit.unit()) {
                    case "EMERGENCY_MINUTE" -> " min";
                    case "EMERGENCY_HOUR" -> " h";
                    case "WORK_HOUR" -> " working hours";
                    case "WORKDAY" -> " workdays";
                    default -> " days";
                };
    }
}
