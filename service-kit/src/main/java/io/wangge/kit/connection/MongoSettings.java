package io.wangge.kit.connection;

import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the way to MongoDB; the address is {@code grid.mongodb-uri}, and what its query says wins.
 *
 * @param database null for {@code grid_SERVICE}
 * @param serverSelection how long a caller waits for a primary before the answer is 503
 * @param read longest silence on a connection before the outcome counts as unknown
 * @param connections most at a time; group commit needs few even for hundreds of callers
 */
@ConfigurationProperties("grid.mongodb")
record MongoSettings(
        @Nullable String database,
        @DefaultValue("3s") Duration serverSelection,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("20s") Duration read,
        @DefaultValue("100") int connections) {
    MongoSettings {
        StartRefused.unless(
                serverSelection.isPositive(),
                "grid.mongodb.server-selection",
                serverSelection,
                "it must be a positive duration such as 3s");
        StartRefused.unless(
                connect.isPositive(), "grid.mongodb.connect", connect, "it must be a positive duration such as 3s");
        StartRefused.unless(read.isPositive(), "grid.mongodb.read", read, "it must be a positive duration such as 20s");
        StartRefused.unless(
                connections >= 2 && connections <= 1000,
                "grid.mongodb.connections",
                connections,
                "it must lie between 2 and 1000");
    }
}
