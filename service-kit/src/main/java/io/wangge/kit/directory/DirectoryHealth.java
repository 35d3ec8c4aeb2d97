package io.wangge.kit.directory;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryKind;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** OUT_OF_SERVICE until there is a directory; then the versions that hold. */
class DirectoryHealth implements HealthIndicator {
    private final DirectoryCopy copy;

    DirectoryHealth(DirectoryCopy copy) {
        this.copy = copy;
    }

    @Override
    public Health health() {
        return copy.ifReady()
                .map(DirectoryHealth::upWith)
                .orElseGet(() -> Health.outOfService()
                        .withDetail("cause", "no active version of every kind has arrived yet")
                        .build());
    }

    private static Health upWith(Directory directory) {
        return Health.up()
                .withDetail(
                        "versions",
                        Arrays.stream(DirectoryKind.values()).collect(Collectors.toMap(Enum::name, directory::version)))
                .build();
    }
}
