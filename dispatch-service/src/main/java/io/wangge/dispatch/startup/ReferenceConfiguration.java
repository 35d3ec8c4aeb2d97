package io.wangge.dispatch.startup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Topics;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.dispatch.kafka.reference.KafkaDirectoryTopic;
import io.wangge.dispatch.mongo.reference.MongoDraftShelf;
import io.wangge.dispatch.mongo.reference.MongoReferenceLibrary;
import io.wangge.dispatch.reference.DraftDesk;
import io.wangge.dispatch.reference.DraftShelf;
import io.wangge.dispatch.reference.ReferenceAssembly;
import io.wangge.dispatch.reference.ReferenceKeeper;
import io.wangge.dispatch.reference.ReferenceLibrary;
import io.wangge.dispatch.reference.ReferencePublication;
import io.wangge.dispatch.routing.ConditionCompiler;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.recurring.Recurring;
import io.wangge.kit.settings.GridSettings;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reference data: kept here, in force here, published to all. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReferenceSettings.class)
class ReferenceConfiguration {
    /** The producer gives up by itself before that. */
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(60);

    @Bean
    MongoReferenceLibrary referenceLibrary(MongoClient client, MongoDatabase database) {
        return new MongoReferenceLibrary(client, database);
    }

    @Bean
    ReferenceAssembly referenceAssembly(ConditionCompiler compiler) {
        return new ReferenceAssembly(compiler, ReferenceFiles.usual());
    }

    @Bean
    ReferenceKeeper referenceKeeper(ReferenceLibrary library, ReferenceAssembly assembly, InstantSource clock) {
        return new ReferenceKeeper(library, assembly, clock);
    }

    @Bean
    DraftShelf draftShelf(MongoDatabase database, MongoReferenceLibrary library) {
        return new MongoDraftShelf(database, library);
    }

    @Bean
    DraftDesk draftDesk(DraftShelf shelf, ReferenceLibrary library, ReferenceKeeper keeper, InstantSource clock) {
        return new DraftDesk(shelf, library, keeper, clock);
    }

    /** In place of the copy that other services build from the topic. */
    @Bean
    DirectoryCopy directoryCopy(ReferenceKeeper keeper) {
        return keeper.directoryCopy();
    }

    @Bean
    ReferencePublication referencePublication(
            ReferenceLibrary library, Producer<String, byte[]> producer, GridSettings grid, InstantSource clock) {
        KafkaDirectoryTopic topic = new KafkaDirectoryTopic(producer, grid.source(), Topics.DIRECTORY, BROKER_PATIENCE);
        return new ReferencePublication(library, topic, clock);
    }

    @Bean
    Recurring referenceRound(
            ReferenceKeeper keeper,
            ReferenceLibrary library,
            ReferencePublication publication,
            DraftDesk drafts,
            GridSettings grid,
            ReferenceSettings settings) {
        ReferenceRound round = new ReferenceRound(keeper, library, publication, drafts, toSeed(grid, settings));
        return new Recurring("reference-data", round, settings::lookEvery);
    }

    private static @Nullable ReferenceFiles toSeed(GridSettings grid, ReferenceSettings settings) {
        if (settings.dir() != null) {
            return ReferenceFiles.in(settings.dir());
        }
        return grid.demoData() ? ReferenceFiles.demo() : null;
    }

    /** Named as the kit's, so that readiness waits for it and it takes its place. */
    @Bean
    HealthIndicator directoryHealthIndicator(ReferenceKeeper keeper) {
        return new ReferenceHealth(keeper);
    }
}
