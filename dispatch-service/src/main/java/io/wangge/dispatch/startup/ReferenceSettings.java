package io.wangge.dispatch.startup;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the reference data comes from ({@code grid.reference.*}).
 *
 * @param dir folder with the files of {@link io.wangge.dispatch.files.ReferenceFiles}, read at each start; goes
 *     before the demo data
 * @param lookEvery how soon a replica takes over what another one stored, and how late a planned activation may be
 */
@ConfigurationProperties("grid.reference")
record ReferenceSettings(
        @Nullable Path dir, @DefaultValue("1s") Duration lookEvery) {
    ReferenceSettings {
        if (lookEvery.toMillis() < 10) {
            throw new IllegalArgumentException(
                    "grid.reference.look-every is " + lookEvery + ": it must be at least 10 ms");
        }
    }
}
