package io.wangge.dispatch.http.casefile;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.http.casefile.CaseView.CategoryView;
import io.wangge.dispatch.http.casefile.CaseView.UnitView;
import io.wangge.kit.json.HttpJson;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as a row of a table, in the words of the office. Nothing in it leads to the resident. */
final class CaseRow {
    static final List<String> HEADINGS = List.of(
            "案号",
            "受理编号",
            "状态",
            "类别代码",
            "大类",
            "小类",
            "紧急程度",
            "来源",
            "性质",
            "网格编码",
            "内容",
            "层级",
            "承办单位",
            "首问责任人",
            "上报时间（+08:00）",
            "立案时间（+08:00）",
            "当前环节时限（+08:00）",
            "案卷时限（+08:00）",
            "是否超期",
            "返工次数",
            "回退次数",
            "结案时间（+08:00）",
            "结案方式",
            "满意度",
            "是否按期");

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(HttpJson.ZONE);

    private final Directory directory;

    CaseRow(Directory directory) {
        this.directory = directory;
    }

    List<String> of(CaseView view) {
        Actor firstReceiver = view.firstReceiver();
        CategoryView category = view.category();
        UnitView holder = view.holder();
        return List.of(
                view.caseNumber(),
                view.trackingNumber(),
                view.stateZh(),
                category == null ? "" : category.code(),
                category == null ? "" : category.classZh(),
                category == null ? "" : category.subclassZh(),
                ExportWords.urgency(view.urgency()),
                ExportWords.channel(view.channel()),
                ExportWords.nature(view.nature()),
                text(view.gridCode()),
                view.text(),
                levelName(view.level()),
                holder == null ? "" : holder.nameZh(),
                firstReceiver == null ? "" : personName(firstReceiver.id()),
                time(view.receivedAt()),
                time(view.openedAt()),
                time(view.stateDueAt()),
                time(view.dueAt()),
                yesOrNo(view.overdue()),
                Integer.toString(view.reworks()),
                Integer.toString(view.returns()),
                time(view.closedAt()),
                ExportWords.closeReason(view.closeReason()),
                ExportWords.grade(view.grade()),
                view.onTime() == null ? "" : yesOrNo(view.onTime()));
    }

    private String levelName(@Nullable String code) {
        return directory.ladder().levels().stream()
                .filter(level -> level.code().equals(code))
                .map(Level::nameZh)
                .findFirst()
                .orElse(text(code));
    }

    /** A resident who reported on his own is no member of staff, and nobody's name. */
    private String personName(String staffId) {
        return directory.caller(staffId).map(caller -> caller.name()).orElse("");
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : SECOND.format(at);
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "是" : "否";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
