package io.wangge.kit.consume;

import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Events that wait for a predecessor.
 *
 * @param alarmAfter how long one may be missing before somebody is told: most are only late
 */
@ConfigurationProperties("grid.gaps")
public record GapSettings(@DefaultValue("60s") Duration alarmAfter) {
    public GapSettings {
        StartRefused.unless(!alarmAfter.isNegative(), "grid.gaps.alarm-after", alarmAfter, "it must not be negative");
    }
}
