package io.wangge.dispatch.startup;

import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.reference.ReferenceKeeper;
import io.wangge.dispatch.reference.ReferenceKeeper.Refreshed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** OUT_OF_SERVICE until reference data is in force, with what to do about it. */
final class ReferenceHealth implements HealthIndicator {
    private static final String REMEDY =
            "Start this service once with GRID_DEMO_DATA=true (fictional district), or with"
                    + " GRID_REFERENCE_DIR naming a folder with ladder.json, units.csv, grids.geojson, staff.json, categories.csv,"
                    + " rules.json and calendar.json.";

    private final ReferenceKeeper keeper;

    ReferenceHealth(ReferenceKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public Health health() {
        Refreshed condition = keeper.condition();
        Health.Builder health = keeper.directoryCopy().ifReady().isPresent()
                ? Health.up().withDetail("versions", versions(keeper.current()))
                : Health.outOfService().withDetail("remedy", REMEDY);
        return switch (condition) {
            case Refreshed.Missing missing ->
                health.withDetail("cause", "no reference data of these kinds is stored: " + missing.kinds())
                        .build();
            case Refreshed.Refused refused ->
                health.withDetail(
                                "refused",
                                refused.findings().stream()
                                        .map(Finding::toString)
                                        .toList())
                        .build();
            case Refreshed.Switched switched -> health.build();
            case Refreshed.Unchanged unchanged -> health.build();
        };
    }

    private static Map<String, Long> versions(Reference reference) {
        Map<String, Long> versions = new LinkedHashMap<>();
        for (DirectoryKind kind : DirectoryKind.values()) {
            versions.put(kind.name(), reference.directory().version(kind));
        }
        versions.put("RULE_BOOK", reference.ruleBook().version());
        return versions;
    }
}
