package io.wangge.dispatch.http.casefile;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import org.jspecify.annotations.Nullable;

/** Chinese words for the codes in an exported table. */
final class ExportWords {
    private ExportWords() {}

    static String urgency(Urgency urgency) {
        return switch (urgency) {
            case NORMAL -> "一般";
            case EMERGENCY -> "紧急";
        };
    }

    static String channel(Channel channel) {
        return switch (channel) {
            case GRID_WORKER -> "网格员";
            case HOTLINE -> "热线";
            case WECHAT -> "微信";
            case WEB -> "网站";
            case OPEN311 -> "Open311";
            case VISIT -> "走访";
            case RECEPTION -> "接访";
            case PATROL -> "巡逻";
            case SENSOR -> "感知设备";
            case SUPERIOR_ORDER -> "上级交办";
            case MEDIA -> "媒体";
        };
    }

    static String nature(@Nullable Nature nature) {
        return switch (nature) {
            case null -> "";
            case ENQUIRY -> "咨询";
            case HELP -> "求助";
            case COMPLAINT -> "投诉";
            case TIP_OFF -> "举报";
            case SUGGESTION -> "建议";
        };
    }

    /** A code of a newer version stands as it is. */
    static String closeReason(@Nullable String code) {
        return switch (code) {
            case null -> "";
            case "SATISFIED" -> "群众满意";
            case "UNCONFIRMED" -> "未经确认";
            case "UNREACHABLE" -> "无法联系";
            case "DECIDED" -> "督查裁定";
            default -> code;
        };
    }

    static String grade(@Nullable String code) {
        return switch (code) {
            case null -> "";
            case "VERY_SATISFIED" -> "非常满意";
            case "SATISFIED" -> "满意";
            case "FAIR" -> "一般";
            case "UNSATISFIED" -> "不满意";
            default -> code;
        };
    }
}
