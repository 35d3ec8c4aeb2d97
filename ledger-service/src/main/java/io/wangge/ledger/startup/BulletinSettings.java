package io.wangge.ledger.startup;

import io.wangge.kit.settings.StartRefused;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 日督查, 周通报, 月考核.
 *
 * @param every how often it is looked whether some are due
 * @param after how long after a period's end they are made
 * @param font file with Chinese letters for PDF; without it one is looked for in the usual folders
 */
@ConfigurationProperties("grid.bulletins")
record BulletinSettings(
        @DefaultValue("5m") Duration every,
        @DefaultValue("1h") Duration after,
        @Nullable Path font) {
    BulletinSettings {
        StartRefused.unless(
                every.compareTo(Duration.ofSeconds(1)) >= 0, "grid.bulletins.every", every, "it must be 1s or longer");
        StartRefused.unless(
                !after.isNegative() && after.compareTo(Duration.ofHours(24)) <= 0,
                "grid.bulletins.after",
                after,
                "it must lie between 0 and 24h");
    }
}
