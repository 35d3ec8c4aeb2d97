package io.wangge.intake.notice;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 推送订阅: one browser of one member of staff, as the browser made it (W3C Push API, RFC 8030).
 *
 * @param id of the endpoint: the same browser again is the same subscription
 * @param reader {@link Addressee} who reads there
 * @param endpoint at the push service; whoever knows it can address the browser, so it never stands in a log
 * @param p256dh the browser's public key, 65 bytes in base64url
 * @param auth the secret that browser and server share, 16 bytes in base64url
 * @param expiresAt as the push service said; null when it did not
 */
public record PushSubscription(
        String id,
        String reader,
        URI endpoint,
        String p256dh,
        String auth,
        Instant since,
        @Nullable Instant expiresAt) {
    /** Never the endpoint and its keys. */
    @Override
    public String toString() {
        return "PushSubscription[id=" + id + "]";
    }
}
