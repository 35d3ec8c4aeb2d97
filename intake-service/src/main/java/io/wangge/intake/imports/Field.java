package io.wangge.intake.imports;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column may stand for, and the headings by which it is known. The field of the report's form comes first. */
public enum Field {
    TEXT("text", "诉求内容", "内容", "问题描述", "事件描述", "描述", "详情", "description", "content", "text"),
    CATEGORY("category", "类别", "类别代码", "小类", "事件类别", "问题类别", "category", "service code", "type"),
    GRID_CODE("gridCode", "网格编码", "网格编号", "网格", "grid", "grid code"),
    ADDRESS("address", "地址", "地点", "位置", "发生地点", "address", "location", "place"),
    LONGITUDE("location", "经度", "longitude", "lng", "lon", "long", "x"),
    LATITUDE("location", "纬度", "latitude", "lat", "y"),
    RESIDENT_NAME("resident.name", "姓名", "反映人", "联系人", "群众姓名", "来电人", "name", "contact"),
    RESIDENT_PHONE("resident.phone", "电话", "联系电话", "手机", "手机号", "联系方式", "phone", "telephone", "mobile"),
    CHANNEL("channel", "渠道", "来源", "来源渠道", "channel", "source"),
    NATURE("nature", "性质", "诉求性质", "诉求类型", "nature"),
    URGENCY("urgency", "紧急程度", "紧急", "urgency", "priority"),
    OBSERVED_AT("observedAt", "发现时间", "发生时间", "时间", "observed at", "time", "date"),
    REFERENCE("source.reference", "来源编号", "工单编号", "工单号", "编号", "reference", "ticket", "id"),
    ANSWER_BY("source.answerBy", "答复时限", "办结时限", "answer by", "deadline"),
    ASSET_ID("assetId", "部件编号", "设施编号", "asset", "asset id");

    private final String formField;
    private final List<String> headings;

    Field(String formField, String... headings) {
        this.formField = formField;
        this.headings = List.of(headings);
    }

    /** As a report's form calls it. */
    public String formField() {
        return formField;
    }

    /** The field that a heading most likely means: exactly one of its names, written in any case and width. */
    public static Optional<Field> guess(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(field -> field.name().equals(heading)
                        || field.headings.contains(plain)
                        || plain(field.name()).equals(plain))
                .findFirst();
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[*:_\\s]+", " ")
                .replaceAll("\\(.*\\)", "")
                .strip();
    }
}
