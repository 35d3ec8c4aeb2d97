package io.wangge.kit.door;

import io.wangge.kit.settings.StartRefused;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What this service lets in.
 *
 * @param maxBody largest body of a request
 * @param publicPaths paths, or beginnings of paths with {@code /**} behind them, that need no token, beside health and API
 *     description
 * @param largerBodies beginnings of paths that take larger bodies than others, such as uploads
 */
@ConfigurationProperties("grid.http")
record DoorSettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue List<String> publicPaths,
        @DefaultValue Map<String, DataSize> largerBodies) {
    DoorSettings {
        StartRefused.unless(maxBody.toBytes() >= 1024, "grid.http.max-body", maxBody, "it must be at least 1KB");
        for (String path : publicPaths) {
            StartRefused.unless(path.startsWith("/"), "grid.http.public-paths", path, "a path begins with /");
        }
    }
}
