package io.wangge.dispatch.http.casefile;

import io.wangge.contracts.casefile.CaseState;

/** What people call the states. */
final class StateNames {
    private StateNames() {}

    static String zh(CaseState state) {
        return switch (state) {
            case PENDING_DISPATCH -> "待派遣";
            case PENDING_ACCEPTANCE -> "待受理";
            case IN_PROGRESS -> "处置中";
            case PENDING_CALLBACK -> "待回访";
            case PENDING_DECISION -> "待裁定";
            case CLOSED -> "结案";
        };
    }

    static String en(CaseState state) {
        return switch (state) {
            case PENDING_DISPATCH -> "Waiting for dispatch";
            case PENDING_ACCEPTANCE -> "Waiting for acceptance";
            case IN_PROGRESS -> "In progress";
            case PENDING_CALLBACK -> "Waiting for callback";
            case PENDING_DECISION -> "Waiting for a decision";
            case CLOSED -> "Closed";
        };
    }
}
