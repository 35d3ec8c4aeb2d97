package io.wangge.kit.connection;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.kit.migration.KitMigrations;
import io.wangge.kit.migration.MigrationPlan;
import io.wangge.kit.migration.Migrations;
import io.wangge.kit.numbering.NumberBlocks;
import io.wangge.kit.settings.GridSettings;
import io.wangge.kit.settings.StartRefused;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** One client for everything; Spring Boot's own configuration of it is switched off in grid-defaults. */
@AutoConfiguration
@EnableConfigurationProperties(MongoSettings.class)
class MongoAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MongoClient mongoClient(GridSettings grid, MongoSettings settings) {
        try {
            return MongoClients.create(clientSettings(grid, settings));
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "The setting grid.mongodb-uri cannot be used: " + e.getMessage(),
                    "Correct grid.mongodb-uri (GRID_MONGODB_URI) and start again.");
        }
    }

    private static MongoClientSettings clientSettings(GridSettings grid, MongoSettings settings) {
        return MongoClientSettings.builder()
                .applicationName("grid-" + grid.service())
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.LOCAL)
                // A retryable write is two for mongod; what must not be lost or doubled has its own way (GroupWriter).
                .retryWrites(false)
                .retryReads(true)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(
                        settings.serverSelection().toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout((int) settings.connect().toMillis(), TimeUnit.MILLISECONDS)
                                .readTimeout((int) settings.read().toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(settings.connections())
                        .maxWaitTime(settings.serverSelection().toMillis(), TimeUnit.MILLISECONDS))
                .applyConnectionString(new ConnectionString(grid.mongodbUri()))
                .build();
    }

    /** Whoever has it sees the shape that this version of the program needs. */
    @Bean
    @ConditionalOnMissingBean
    MongoDatabase mongoDatabase(
            MongoClient client, GridSettings grid, MongoSettings settings, ObjectProvider<MigrationPlan> plan) {
        String name = settings.database() == null ? grid.database() : settings.database();
        MongoDatabase database = client.getDatabase(name);
        Migrations.run(database, KitMigrations.COLLECTION, KitMigrations.ALL);
        plan.ifAvailable(own -> Migrations.run(database, own.migrations()));
        return database;
    }

    @Bean
    @ConditionalOnMissingBean
    NumberBlocks numberBlocks(MongoDatabase database) {
        return new NumberBlocks(database);
    }

    @Bean
    StoreHealth storeHealthIndicator(MongoDatabase database) {
        return new StoreHealth(database);
    }
}
