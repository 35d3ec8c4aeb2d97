package io.wangge.gateway.desk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a signed-in caller gets.
 *
 * @param accessToken to be sent as {@code Authorization: Bearer} until it expires
 * @param refreshToken for the cookie; null when the browser has the newest already
 * @param sessionLasts how long the cookie is worth keeping
 */
public record SignedIn(
        String accessToken, Duration expiresIn, @Nullable String refreshToken, Duration sessionLasts) {
    @Override
    public String toString() {
        return "SignedIn[…]";
    }
}
