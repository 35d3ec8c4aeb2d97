package io.wangge.kit.connection;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** DOWN while MongoDB does not answer; the service stays alive and recovers by itself. */
class StoreHealth implements HealthIndicator {
    private static final Document PING = new Document("ping", 1);
    private final MongoDatabase database;

    StoreHealth(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            database.runCommand(PING);
            return Health.up().withDetail("database", database.getName()).build();
        } catch (MongoException e) {
            return Health.down()
                    .withDetail("database", database.getName())
                    .withDetail("cause", e.getClass().getSimpleName())
                    .build();
        }
    }
}
