package io.wangge.intake.http.wechat;

import io.wangge.kit.settings.StartRefused;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 微信公众号. Without a token there is no such door.
 *
 * @param token of the platform's signature
 * @param aesKey EncodingAESKey of the encrypted mode; none for the clear mode
 * @param secret for sending; none when nothing is sent by WeChat
 * @param apiBase of the platform
 * @param window how far a message's timestamp may be off
 * @param templates subject → template id; {@code other} for those that are not named
 */
@ConfigurationProperties("grid.wechat")
public record WeChatSettings(
        @Nullable String token,
        @DefaultValue("") String appId,
        @Nullable String aesKey,
        @Nullable String secret,
        @DefaultValue("https://api.weixin.qq.com") URI apiBase,
        @DefaultValue("5m") Duration window,
        @DefaultValue Map<String, String> templates) {
    public WeChatSettings {
        templates = Map.copyOf(templates);
        StartRefused.unless(
                aesKey == null || aesKey.isEmpty() || aesKey.matches("[A-Za-z0-9+/]{43}"),
                "grid.wechat.aes-key",
                "…",
                "an EncodingAESKey has 43 characters");
        StartRefused.unless(window.isPositive(), "grid.wechat.window", window, "it must be longer than nothing");
        StartRefused.unless(
                apiBase.isAbsolute() && apiBase.getHost() != null,
                "grid.wechat.api-base",
                apiBase,
                "it must be a whole address");
    }

    boolean isOn() {
        return token != null && !token.isEmpty();
    }

    public boolean sends() {
        return secret != null && !secret.isEmpty() && !appId.isEmpty();
    }

    @Override
    public String toString() {
        return "WeChatSettings[appId=" + appId + "]";
    }
}
