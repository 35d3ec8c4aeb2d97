package io.wangge.gateway;

import io.wangge.gateway.desk.IdentityUpkeep;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not ready until people can sign in. */
@Component("identity")
class IdentityHealth implements HealthIndicator {
    private final IdentityUpkeep upkeep;

    IdentityHealth(IdentityUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public Health health() {
        return upkeep.isReady()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("cause", "no signing key or no accounts yet")
                        .build();
    }
}
