package io.wangge.intake.sending;

import io.wangge.kit.secret.GivenSecret;
import io.wangge.kit.settings.StartRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 推送: Web Push with VAPID keys; off without them.
 *
 * @param publicKey 65 bytes in base64url, as browsers take it; what {@code web-push generate-vapid-keys} prints
 * @param privateKey 32 bytes in base64url
 * @param privateKeyFile file that holds it, instead
 * @param contact {@code mailto:} or {@code https:}: whom a push service turns to
 * @param subjects that staff are told of by push, beside what is sent by every way
 * @param hosts of push services; {@code *.} before a name takes everything below it. Nothing else is ever called
 * @param allowHttp whether addresses may begin with http: too, for a trial
 * @param timeToLive how long a push service keeps a message for a browser that is off
 * @param timeout for one message
 */
@ConfigurationProperties("grid.notices.push")
public record PushSettings(
        @Nullable String publicKey,
        @Nullable String privateKey,
        @Nullable Path privateKeyFile,
        @Nullable String contact,

        @DefaultValue({
            "emergency-dispatched",
            "emergency-awaits-dispatch",
            "returned",
            "escalated",
            "handed-down",
            "moved-up",
            "rework-due",
            "reopened-due",
            "supervised",
            "limit-near",
            "limit-over",
            "helper-named",
            "sponsor-named",
            "callback-visit",
            "decision-requested",
            "reopening-asked"
        })
        List<String> subjects,

        @DefaultValue({
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            "*.push.apple.com",
            "*.notify.windows.com"
        })
        List<String> hosts,

        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("12h") Duration timeToLive,
        @DefaultValue("10s") Duration timeout) {

    private static final int SHORTEST_KEY = 42;

    public PushSettings {
        publicKey = publicKey == null || publicKey.isBlank() ? null : publicKey.strip();
        privateKey = GivenSecret.of(privateKey, privateKeyFile, "grid.notices.push.private-key", SHORTEST_KEY);
        subjects = List.copyOf(subjects);
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        StartRefused.unless(
                (publicKey == null) == (privateKey == null),
                "grid.notices.push.public-key",
                String.valueOf(publicKey),
                "it belongs together with grid.notices.push.private-key: give both or none");
        StartRefused.unless(
                publicKey == null || (contact != null && contact.matches("(mailto:[^@\\s]+@[^@\\s]+|https://\\S+)")),
                "grid.notices.push.contact",
                String.valueOf(contact),
                "push services want mailto: or https: of somebody to turn to");
        StartRefused.unless(
                timeout.isPositive(), "grid.notices.push.timeout", timeout, "it must be longer than nothing");
        StartRefused.unless(
                !timeToLive.isNegative() && timeToLive.toDays() <= 28,
                "grid.notices.push.time-to-live",
                timeToLive,
                "it must lie between 0s and 28d");
    }

    public boolean on() {
        return publicKey != null;
    }

    /** What goes by push alone; nothing while there is none, so that nobody is looked up for it. */
    Set<String> pushed() {
        return on() ? Set.copyOf(subjects) : Set.of();
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "PushSettings[publicKey=" + publicKey + "]";
    }
}
