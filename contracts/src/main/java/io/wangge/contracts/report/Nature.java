package io.wangge.contracts.report;

/** What the reporter wants: 咨询, 求助, 投诉, 举报 (the reporter is hidden from the holder), 建议. */
public enum Nature {
    ENQUIRY,
    HELP,
    COMPLAINT,
    TIP_OFF,
    SUGGESTION
}
