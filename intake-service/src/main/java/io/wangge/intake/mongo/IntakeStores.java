package io.wangge.intake.mongo;

import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Topics;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.attachment.Blobs;
import io.wangge.intake.desk.CaseStandings;
import io.wangge.intake.desk.RandomSource;
import io.wangge.intake.desk.Reports;
import io.wangge.intake.desk.RunningNumbers;
import io.wangge.intake.s3.S3Blobs;
import io.wangge.intake.s3.S3Settings;
import io.wangge.kit.connection.OwnedTopics;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.migration.MigrationPlan;
import io.wangge.kit.numbering.NumberBlocks;
import io.wangge.kit.store.SeqWaiters;
import io.wangge.kit.store.StreamStores;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands behind the ports of the desk. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Settings.class)
class IntakeStores {
    @Bean
    MigrationPlan migrationPlan() {
        return new MigrationPlan(IntakeMigrations.ALL);
    }

    @Bean
    OwnedTopics ownedTopics() {
        return OwnedTopics.of(Topics.REPORTS);
    }

    /** Those who read a report and wait for its case. */
    @Bean
    SeqWaiters caseWaiters() {
        return new SeqWaiters();
    }

    @Bean
    Reports reports(MongoDatabase database, StreamStores stores, SeqWaiters caseWaiters) {
        return new MongoReports(database, stores, caseWaiters);
    }

    @Bean
    CaseStandings caseStandings(MongoDatabase database, SeqWaiters caseWaiters) {
        return new MongoCaseStandings(database, caseWaiters);
    }

    @Bean
    MongoPersons persons(MongoDatabase database, Clock clock) {
        return new MongoPersons(database, clock);
    }

    @Bean
    Attachments attachments(MongoDatabase database) {
        return new MongoAttachments(database);
    }

    @Bean
    Blobs blobs(MongoDatabase database, S3Settings objectStore) throws IOException {
        return objectStore.on() ? new S3Blobs(objectStore) : new GridFsBlobs(database);
    }

    @Bean
    LinkKeys linkKeys(MongoDatabase database) {
        return new LinkKeys(database);
    }

    @Bean
    RunningNumbers runningNumbers(NumberBlocks blocks) {
        return blocks::next;
    }

    @Bean
    RandomSource randomSource(RandomIds ids) {
        return new RandomIdSource(ids);
    }

    /** A person's id is random through and through: version 7 would tell when somebody first called. */
    private record RandomIdSource(RandomIds ids) implements RandomSource {
        @Override
        public String salt() {
            return ids.newSalt();
        }

        @Override
        public String personId() {
            return UUID.randomUUID().toString();
        }

        @Override
        public String blobId() {
            return UUID.randomUUID().toString();
        }
    }
}
