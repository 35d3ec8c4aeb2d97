package io.wangge.ledger.outgoing;

import io.wangge.kit.secret.GivenSecret;
import io.wangge.kit.secret.TextSeal;
import io.wangge.kit.settings.StartRefused;
import io.wangge.ledger.webhook.TargetGuard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What other systems are told.
 *
 * @param key what subscribers' secrets are encrypted with in the database; none: they stand there as they are
 * @param keyFile file that holds the key, instead
 * @param look pause between two looks for what is due
 * @param callTimeout of one call altogether
 * @param giveUpAfter a message is not tried any longer
 * @param disableAfter a subscriber that fails so long is switched off
 * @param callsAtOnce to one subscriber
 * @param allowHttp whether addresses may begin with http: too
 * @param allowedNetworks private networks that may be called, such as 10.20.0.0/16
 */
@ConfigurationProperties("grid.webhooks")
public record WebhookSettings(
        @Nullable String key,
        @Nullable Path keyFile,
        @DefaultValue("500ms") Duration look,
        @DefaultValue("15s") Duration callTimeout,
        @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue("5d") Duration disableAfter,
        @DefaultValue("8") int callsAtOnce,
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue List<String> allowedNetworks) {
    private static final int SHORTEST_KEY = 16;

    public WebhookSettings {
        key = GivenSecret.of(key, keyFile, "grid.webhooks.key", SHORTEST_KEY);
        StartRefused.unless(look.isPositive(), "grid.webhooks.look", look, "it must be longer than nothing");
        StartRefused.unless(
                callTimeout.isPositive() && callTimeout.toSeconds() <= 30,
                "grid.webhooks.call-timeout",
                callTimeout,
                "it must be at most 30s");
        StartRefused.unless(
                giveUpAfter.isPositive(), "grid.webhooks.give-up-after", giveUpAfter, "it must be longer than nothing");
        StartRefused.unless(
                disableAfter.isPositive(),
                "grid.webhooks.disable-after",
                disableAfter,
                "it must be longer than nothing");
        StartRefused.unless(
                callsAtOnce > 0 && callsAtOnce <= 64, "grid.webhooks.calls-at-once", callsAtOnce, "it must be 1 to 64");
        for (String network : allowedNetworks) {
            StartRefused.unless(
                    isNetwork(network),
                    "grid.webhooks.allowed-networks",
                    network,
                    "it must be a range like 10.20.0.0/16");
        }
    }

    private static boolean isNetwork(String network) {
        try {
            TargetGuard.Network.of(network);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public TextSeal seal() {
        return new TextSeal(key, "secrets of the webhooks", "GRID_WEBHOOKS_KEY");
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "WebhookSettings[…]";
    }

    public TargetGuard guard() {
        return new TargetGuard(
                allowedNetworks.stream().map(TargetGuard.Network::of).toList());
    }
}
