package io.wangge.intake.notice;

/** What came of handing a message over. */
public sealed interface Attempt {
    /** The other side has it. */
    record Sent() implements Attempt {}

    /** It will never take it. @param why stable code, nothing personal */
    record Refused(String why) implements Attempt {}

    /** It may take it later. @param why stable code, nothing personal */
    record NotNow(String why) implements Attempt {}
}
