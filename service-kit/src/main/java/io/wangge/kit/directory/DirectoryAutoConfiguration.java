package io.wangge.kit.directory;

import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Topics;
import io.wangge.kit.consume.EventConsumers;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** A copy for every service but the owner, which brings a {@link DirectoryCopy} of its own or says grid.directory.copy=false. */
@AutoConfiguration
class DirectoryAutoConfiguration {
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
    DirectoryRefresh directoryRefresh(MongoDirectoryCopy copy) {
        return new DirectoryRefresh(copy);
    }

    @Bean
    @ConditionalOnMissingBean(name = "directoryHealthIndicator")
    @ConditionalOnBean(DirectoryCopy.class)
    DirectoryHealth directoryHealthIndicator(DirectoryCopy copy) {
        return new DirectoryHealth(copy);
    }
}
