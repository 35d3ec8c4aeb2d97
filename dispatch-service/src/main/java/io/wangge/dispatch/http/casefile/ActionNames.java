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
            case COMPLETE -> "处置完成";
            case DISPATCH -> "派遣";
            case DECIDE -> "裁定";
            case COMMENT -> "批注";
        };
    }

    static String en(Action action) {
        return switch (action) {
            case ACCEPT -> "Accept";
            case RETURN -> "Return";
            case ESCALATE -> "Escalate";
            case HAND_DOWN -> "Hand down";
            case COMPLETE -> "Complete";
            case DISPATCH -> "Dispatch";
            case DECIDE -> "Decide";
            case COMMENT -> "Comment";
        };
    }
}
