package io.wangge.intake.wechat;

import io.wangge.intake.wechat.Dialogue.Said;
import java.time.Instant;
import java.util.Optional;

/** What people of the official account said so far, and who they are here. */
public interface Conversations {
    /** The person behind an account; a new one when there is none. @param proposedId of a new person */
    String personOf(String openid, String proposedId);

    Said said(String openid);

    void keep(String openid, Said said, Instant at);

    /** The answer that a message was given before: the platform sends it again when one was slow. */
    Optional<String> answerTo(String messageId);

    void answered(String messageId, String answer, Instant at);
}
