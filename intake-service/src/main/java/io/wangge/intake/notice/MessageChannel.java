package io.wangge.intake.notice;

/** A way to reach somebody. What is told always stands in the list on the page (IN_APP) and needs no sending. */
public enum MessageChannel {
    IN_APP,
    SMS,
    PUSH,
    WECHAT
}
