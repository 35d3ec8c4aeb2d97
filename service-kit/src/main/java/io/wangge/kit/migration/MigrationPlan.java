package io.wangge.kit.migration;

import java.util.List;

/**
 * A bean of this type holds a service's migrations: they have run before anybody gets the {@code MongoDatabase}.
 *
 * @param migrations numbered from 1
 */
public record MigrationPlan(List<Migration> migrations) {
    public MigrationPlan {
        migrations = List.copyOf(migrations);
    }
}
