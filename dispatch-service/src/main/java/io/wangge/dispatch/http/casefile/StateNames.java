package io.wangge.dispatch.http.casefile;

import io.wangge.contracts.casefile.CaseState;

/** What people call the states. */
final class StateNames {
    private StateNames() {}

    static String zh(CaseState state) {
        return switch (state) {
            case PENDING_CONFIRMATION -> "待核实";
            case PENDING_DISPATCH -> "待派遣";
            case PENDING_ACCEPTANCE -> "待受理";
            case IN_PROGRESS -> "处置中";
            case SUSPENDED -> "挂账";
            case PENDING_CHECK -> "待核查";
            case PENDING_CALLBACK -> "待回访";
            case PENDING_DECISION -> "待裁定";
            case CLOSED -> "结案";
            case NOT_FILED -> "不予立案";
            case CANCELLED -> "作废";
            case REFERRED_OUTSIDE -> "转外部";
            case MERGED -> "并案";
        };
    }

    static String en(CaseState state) {
        return switch (state) {
            case PENDING_CONFIRMATION -> "Waiting for confirmation";
            case PENDING_DISPATCH -> "Waiting for dispatch";
            case PENDING_ACCEPTANCE -> "Waiting for acceptance";
            case IN_PROGRESS -> "In progress";
            case SUSPENDED -> "Suspended";
            case PENDING_CHECK -> "Waiting for the field check";
            case PENDING_CALLBACK -> "Waiting for callback";
            case PENDING_DECISION -> "Waiting for a decision";
            case CLOSED -> "Closed";
            case NOT_FILED -> "Not filed";
            case CANCELLED -> "Cancelled";
            case REFERRED_OUTSIDE -> "Referred outside";
            case MERGED -> "Merged";
        };
    }
}
