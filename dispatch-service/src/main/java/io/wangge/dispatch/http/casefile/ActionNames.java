package io.wangge.dispatch.http.casefile;

import io.wangge.dispatch.casefile.Action;

/** What people call the actions. */
final class ActionNames {
    private ActionNames() {}

    static String zh(Action action) {
        return switch (action) {
            case ACCEPT -> "受理";
            case RETURN -> "回退";
            case ESCALATE -> "提级上报";
            case HAND_DOWN -> "下派";
            case ANSWER_CRITICISM -> "答复批评人";
            case COMPLETE -> "处置完成";
            case DISPATCH -> "派遣";
            case DECIDE -> "裁定";
            case CONFIRM -> "核实";
            case DECIDE_ESCALATION -> "批准提级";
            case SKIP_LEVEL -> "越级提请";
            case RECORD_MEASURE -> "记录处置过程";
            case CHECK -> "核查";
            case ASK_EXTENSION -> "申请延期";
            case DECIDE_EXTENSION -> "审批延期";
            case ASK_SUSPENSION -> "申请挂账";
            case DECIDE_SUSPENSION -> "审批挂账";
            case RESUME -> "恢复办理";
            case NAME_HELPER -> "指定会办单位";
            case END_TASK -> "会办完成";
            case SUPERVISE -> "督办";
            case REPLY -> "回复督办";
            case NAME_SPONSOR -> "领导包案";
            case RECORD_CONFERENCE -> "记录会商";
            case CANCEL -> "作废";
            case REFER_OUTSIDE -> "转外部";
            case REOPEN -> "重启";
            case MERGE -> "并案";
            case UNDO_MERGE -> "撤销并案";
            case DISMISS_DUPLICATE -> "不是重复";
            case TAKE_TO_HARD_CASE_DESK -> "转一号窗口";
            case COMMENT -> "批注";
        };
    }

    static String en(Action action) {
        return switch (action) {
            case ACCEPT -> "Accept";
            case RETURN -> "Return";
            case ESCALATE -> "Escalate";
            case HAND_DOWN -> "Hand down";
            case ANSWER_CRITICISM -> "Answer the critic";
            case COMPLETE -> "Complete";
            case DISPATCH -> "Dispatch";
            case DECIDE -> "Decide";
            case CONFIRM -> "Confirm the report";
            case DECIDE_ESCALATION -> "Decide the escalation";
            case SKIP_LEVEL -> "Skip a level";
            case RECORD_MEASURE -> "Record a measure";
            case CHECK -> "Check the work";
            case ASK_EXTENSION -> "Ask for an extension";
            case DECIDE_EXTENSION -> "Decide the extension";
            case ASK_SUSPENSION -> "Ask for suspension";
            case DECIDE_SUSPENSION -> "Decide the suspension";
            case RESUME -> "Resume";
            case NAME_HELPER -> "Name a helper";
            case END_TASK -> "End a task";
            case SUPERVISE -> "Supervise";
            case REPLY -> "Reply to the supervision";
            case NAME_SPONSOR -> "Name a sponsor";
            case RECORD_CONFERENCE -> "Record a conference";
            case CANCEL -> "Cancel";
            case REFER_OUTSIDE -> "Refer outside";
            case REOPEN -> "Reopen";
            case MERGE -> "Merge";
            case UNDO_MERGE -> "Undo the merge";
            case DISMISS_DUPLICATE -> "Not a duplicate";
            case TAKE_TO_HARD_CASE_DESK -> "Take to the hard-case desk";
            case COMMENT -> "Comment";
        };
    }
}
