package io.wangge.ledger.desk;

import java.util.Map;

/** What an entry is called on screen. */
public record EntryNames(String zh, String en) {
    private static final Map<String, EntryNames> BY_TYPE = Map.ofEntries(
            name("report.received", "上报", "Reported"),
            name("audit.texts-erased", "文字删除", "Texts erased"),
            name("audit.api-key-issued", "接口密钥发放", "API key issued"),
            name("audit.api-key-revoked", "接口密钥吊销", "API key revoked"),
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
            name("case.revisit-requested", "回头看", "Revisit requested"),
            name("case.revisited", "回头看结果", "Revisited"),
            name("case.criticism-registered", "有奖批评登记", "Criticism registered"),
            name("case.criticism-replied", "答复批评人", "Critic answered"),
            name("case.revisit-awaited", "待满月回访", "Revisit awaited"),
            name("case.commented", "备注", "Comment"),
            name("case.confirmation-awaited", "等待核实", "Waiting for confirmation"),
            name("case.report-confirmed", "核实属实", "Confirmed"),
            name("case.not-filed", "不予立案", "Not filed"),
            name("case.check-requested", "请求核查", "Check requested"),
            name("case.work-checked", "核查", "Checked"),
            name("case.measure-recorded", "处置过程", "Measure recorded"),
            name("case.escalation-asked", "申请提级", "Escalation asked"),
            name("case.escalation-declined", "提级不予批准", "Escalation declined"),
            name("case.moved-up-by-time", "到期上移", "Moved up by time"),
            name("case.extension-asked", "申请延期", "Extension asked"),
            name("case.extension-endorsed", "延期初审同意", "Extension endorsed"),
            name("case.extension-granted", "延期批准", "Extension granted"),
            name("case.extension-declined", "延期不予批准", "Extension declined"),
            name("case.suspension-asked", "申请挂账", "Suspension asked"),
            name("case.suspension-declined", "挂账不予批准", "Suspension declined"),
            name("case.suspended", "挂账", "Suspended"),
            name("case.resumed", "恢复办理", "Resumed"),
            name("case.return-judged", "回退裁决", "Return judged"),
            name("case.supervised", "督办", "Supervised"),
            name("case.supervision-replied", "督办回复", "Supervision replied"),
            name("case.limit-step-reached", "时限节点", "Step of a limit reached"),
            name("case.helper-named", "指定会办", "Helper named"),
            name("case.helper-task-ended", "会办完成", "Helper's task ended"),
            name("case.sponsor-named", "领导包案", "Sponsor named"),
            name("case.conference-held", "会商", "Conference held"),
            name("case.cancelled", "作废", "Cancelled"),
            name("case.referred-outside", "转外部", "Referred outside"),
            name("case.reopened", "重启", "Reopened"),
            name("case.merged-into", "并案", "Merged"),
            name("case.merge-undone", "撤销并案", "Merge undone"),
            name("case.case-joined", "并入案卷", "Case joined"),
            name("case.case-parted", "案卷分出", "Case parted"),
            name("case.duplicate-dismissed", "不是重复", "Not a duplicate"),
            name("case.taken-to-hard-case-desk", "转一号窗口", "Taken to the hard-case desk"),
            name("case.due-times-set-anew", "重定时限", "Due times set anew"),
            name("case.callback-outcome-rejected", "回访结果未采用", "Callback outcome not taken"),
            name("callback.round-opened", "回访开始", "Callback opened"),
            name("callback.attempt-failed", "回访未接通", "Nobody answered"),
            name("callback.round-answered", "回访结果", "Callback outcome"),
            name("callback.reporter-answered", "反映人评价", "A reporter's answer"),
            name("callback.fault-judged", "责任判定", "Fault judged"),
            name("callback.round-due-anew", "重定回访时限", "Callback due anew"),
            name("award.granted", "奖励", "Award granted"),
            name("award.paid", "奖金发放", "Award paid"),
            name("award.revoked", "撤销奖励", "Award revoked"),
            name("sanction.imposed", "问责处理", "Sanction imposed"),
            name("sanction.revoked", "撤销问责", "Sanction revoked"),
            name("scoring.noticed", "评议公告", "Scoring round announced"),
            name("scoring.closed", "评议结果", "Scoring round closed"),
            name("appeal.filed", "考核申诉", "Appeal filed"),
            name("appeal.decided", "申诉裁定", "Appeal decided"),
            name("rating.rated", "窗口评价", "Rated at a window"),
            name("callback.round-abandoned", "回访终止", "Callback ended early"));

    private static Map.Entry<String, EntryNames> name(String type, String zh, String en) {
        return Map.entry("io.wangge." + type + ".v1", new EntryNames(zh, en));
    }

    /** A type without a name shows as itself. */
    public static EntryNames of(String type) {
        return BY_TYPE.getOrDefault(type, new EntryNames(type, type));
    }
}
