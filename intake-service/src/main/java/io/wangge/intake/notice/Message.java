package io.wangge.intake.notice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter is handed.
 *
 * @param id the same at each try, so that the other side may drop what it has had
 * @param address telephone, openid, or, for PUSH, the {@link Addressee}, by channel
 * @param title a few words
 * @param text whole sentences, without the link
 * @param urgent told at any hour, with a sound
 * @param link whole address; null when there is none
 */
public record Message(
        String id,
        MessageChannel channel,
        String address,
        String subject,
        String title,
        String text,
        @Nullable String link,
        boolean urgent,
        Map<String, String> facts) {
    /** Never the address, the text or the link. */
    @Override
    public String toString() {
        return "Message[id=" + id + ", channel=" + channel + ", subject=" + subject + "]";
    }
}
