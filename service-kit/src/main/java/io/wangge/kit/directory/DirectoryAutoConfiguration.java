package io.wangge.kit.directory;

import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Topics;
import io.wangge.kit.consume.EventConsumers;
import io.wangge.kit.recurring.Recurring;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** A copy for every service but the owner, which brings a {@link DirectoryCopy} of its own or says grid.directory.copy=false. */
@AutoConfiguration
class DirectoryAutoConfiguration {
    /** For what another replica has switched. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Bean
    @ConditionalOnMissingBean(DirectoryCopy.class)
    @ConditionalOnProperty(name = "grid.directory.copy", matchIfMissing = true)
    MongoDirectoryCopy directoryCopy(MongoDatabase database, EventConsumers consumers) {
        MongoDirectoryCopy copy = new MongoDirectoryCopy(new DirectoryStore(database));
        consumers.start(Topics.DIRECTORY, "directory", copy);
        return copy;
    }

    @Bean
    @ConditionalOnBean(MongoDirectoryCopy.class)
    Recurring directoryRefresh(MongoDirectoryCopy copy) {
        return new Recurring("directory-refresh", copy::refreshQuietly, () -> LOOK_EVERY);
    }

    @Bean
    @ConditionalOnMissingBean(name = "directoryHealthIndicator")
    @ConditionalOnBean(DirectoryCopy.class)
    DirectoryHealth directoryHealthIndicator(DirectoryCopy copy) {
        return new DirectoryHealth(copy);
    }
}
