package io.wangge.intake.http.imports;

import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tables are imported.
 *
 * @param rowsPerSecond of one replica, at most, so that an import leaves room for people
 * @param look pause between two looks for a job to work on
 */
@ConfigurationProperties("grid.imports")
record ImportSettings(
        @DefaultValue("200") int rowsPerSecond,
        @DefaultValue("2s") Duration look) {
    ImportSettings {
        StartRefused.unless(
                rowsPerSecond >= 1 && rowsPerSecond <= 10_000,
                "grid.imports.rows-per-second",
                rowsPerSecond,
                "it must lie between 1 and 10000");
        StartRefused.unless(look.isPositive(), "grid.imports.look", look, "it must be longer than nothing");
    }

    /** What is left of the time that these rows may take. */
    Duration restAfter(int rows, Duration took) {
        Duration rest = Duration.ofMillis(rows * 1000L / rowsPerSecond).minus(took);
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
