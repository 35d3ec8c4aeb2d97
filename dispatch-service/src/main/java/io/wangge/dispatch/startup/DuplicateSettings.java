package io.wangge.dispatch.startup;

import io.wangge.dispatch.casefile.Likeness;
import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When two cases may be one matter ({@code grid.duplicates.*}; domain.md, Possible duplicate).
 *
 * @param metres at most between the two places
 * @param within at most between the two receipts
 */
@ConfigurationProperties("grid.duplicates")
record DuplicateSettings(
        @DefaultValue("50") int metres, @DefaultValue("24h") Duration within) {
    DuplicateSettings {
        StartRefused.unless(
                metres >= 1 && metres <= 1000, "grid.duplicates.metres", metres, "it must lie between 1 and 1000");
        StartRefused.unless(
                within.isPositive() && within.compareTo(Duration.ofDays(31)) <= 0,
                "grid.duplicates.within",
                within,
                "it must lie between nothing and 31 days");
    }

    Likeness.Rule rule() {
        return new Likeness.Rule(metres, within);
    }
}
