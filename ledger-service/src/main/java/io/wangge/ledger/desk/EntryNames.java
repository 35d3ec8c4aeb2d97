package io.wangge.ledger.desk;

import java.util.Map;

/** What an entry is called on screen. */
public record EntryNames(String zh, String en) {
    private static final Map<String, EntryNames> BY_TYPE = Map.ofEntries(
            name("report.received", "上报", "Reported"),
            name("case.opened", "案卷建立", "Case filed"),
            name("case.dispatch-awaited", "待派遣", "Awaits dispatch"),
            name("case.dispatched", "派遣", "Dispatched"),
            name("case.accepted", "受理", "Accepted"),
            name("case.returned", "回退", "Returned"),
            name("case.escalated", "提级上报", "Escalated"),
            name("case.handed-down", "下派", "Handed down"),
            name("case.completed", "处置完成", "Completed"),
            name("case.settled-on-spot", "现场解决", "Settled on the spot"),
            name("case.callback-requested", "待回访", "Callback requested"),
            name("case.reworked", "返工", "Sent back for rework"),
            name("case.decision-requested", "待裁定", "Decision requested"),
            name("case.decided", "裁定", "Decided"),
            name("case.closed", "结案", "Closed"),
            name("case.commented", "备注", "Comment"),
            name("case.callback-outcome-rejected", "回访结果未采用", "Callback outcome not taken"),
            name("callback.round-opened", "回访开始", "Callback opened"),
            name("callback.attempt-failed", "回访未接通", "Nobody answered"),
            name("callback.round-answered", "回访结果", "Callback outcome"),
            name("callback.round-abandoned", "回访终止", "Callback ended early"));

    private static Map.Entry<String, EntryNames> name(String type, String zh, String en) {
        return Map.entry("io.wangge." + type + ".v1", new EntryNames(zh, en));
    }

    /** A type without a name shows as itself. */
    public static EntryNames of(String type) {
        return BY_TYPE.getOrDefault(type, new EntryNames(type, type));
    }
}
