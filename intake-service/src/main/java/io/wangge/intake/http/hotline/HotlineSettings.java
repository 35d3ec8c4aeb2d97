package io.wangge.intake.http.hotline;

import io.wangge.kit.secret.GivenSecret;
import io.wangge.kit.settings.StartRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hotline desk.
 *
 * @param pbxKey what the telephone system shows to tell of calls; none: nobody can
 * @param pbxKeyFile file that holds the key, instead
 * @param extensions extension of an agent's place → staff id
 * @param look pause between two looks for what changed, while somebody watches
 * @param heartbeat of a silent stream, so that proxies leave it open
 * @param revealsPerHour looks at contacts of one person in an hour
 * @param lookupsPerMinute look-ups of numbers of one person in a minute
 */
@ConfigurationProperties("grid.hotline")
record HotlineSettings(
        @Nullable String pbxKey,
        @Nullable Path pbxKeyFile,
        @DefaultValue Map<String, String> extensions,
        @DefaultValue("500ms") Duration look,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("60") int revealsPerHour,
        @DefaultValue("30") int lookupsPerMinute) {
    private static final int SHORTEST_KEY = 16;

    HotlineSettings {
        pbxKey = GivenSecret.of(pbxKey, pbxKeyFile, "grid.hotline.pbx-key", SHORTEST_KEY);
        StartRefused.unless(look.isPositive(), "grid.hotline.look", look, "it must be longer than nothing");
        StartRefused.unless(
                heartbeat.isPositive(), "grid.hotline.heartbeat", heartbeat, "it must be longer than nothing");
        StartRefused.unless(
                revealsPerHour > 0 && revealsPerHour < 1000,
                "grid.hotline.reveals-per-hour",
                revealsPerHour,
                "it must be from 1 to 999");
        StartRefused.unless(
                lookupsPerMinute > 0, "grid.hotline.lookups-per-minute", lookupsPerMinute, "it must be at least 1");
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "HotlineSettings[…]";
    }
}
