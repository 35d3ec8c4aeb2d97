package io.wangge.dispatch.startup;

import io.wangge.dispatch.mongo.casefile.CaseMigrations;
import io.wangge.dispatch.mongo.reference.ReferenceMigrations;
import io.wangge.kit.migration.MigrationPlan;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All migrations of this service, in their order. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {
    @Bean
    MigrationPlan migrationPlan() {
        return new MigrationPlan(List.of(
                ReferenceMigrations.indexes(1),
                CaseMigrations.indexes(2),
                CaseMigrations.search(3),
                CaseMigrations.timers(4),
                CaseMigrations.newestFirst(5),
                CaseMigrations.provisional(6),
                CaseMigrations.levelKeys(7),
                CaseMigrations.scopeMarks(8),
                CaseMigrations.proceedingsKeys(9)));
    }
}
