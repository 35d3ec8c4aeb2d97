package io.wangge.intake.mongo;

import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Topics;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.attachment.Blobs;
import io.wangge.intake.attachment.ReleasedPhotos;
import io.wangge.intake.desk.ApiKeys;
import io.wangge.intake.desk.CaseStandings;
import io.wangge.intake.desk.GuestReports;
import io.wangge.intake.desk.ImportJobs;
import io.wangge.intake.desk.Notices;
import io.wangge.intake.desk.People;
import io.wangge.intake.desk.PublicReports;
import io.wangge.intake.desk.PushSubscriptions;
import io.wangge.intake.desk.RandomSource;
import io.wangge.intake.desk.Reports;
import io.wangge.intake.desk.RunningNumbers;
import io.wangge.intake.device.Devices;
import io.wangge.intake.guest.Guests;
import io.wangge.intake.guest.UsedProofs;
import io.wangge.intake.hotline.Articles;
import io.wangge.intake.hotline.Calls;
import io.wangge.intake.hotline.Lines;
import io.wangge.intake.order.Orders;
import io.wangge.intake.reveal.Reveals;
import io.wangge.intake.s3.S3Blobs;
import io.wangge.intake.s3.S3Settings;
import io.wangge.intake.wechat.Conversations;
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
        return OwnedTopics.of(Topics.REPORTS, Topics.NOTICES);
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
    Notices notices(MongoDatabase database) {
        return new MongoNotices(database);
    }

    @Bean
    People people(MongoDatabase database) {
        return new MongoPeople(database);
    }

    @Bean
    PushSubscriptions pushSubscriptions(MongoDatabase database) {
        return new MongoPushSubscriptions(database);
    }

    @Bean
    Guests guests(MongoDatabase database) {
        return new MongoGuests(database);
    }

    @Bean
    UsedProofs usedProofs(MongoDatabase database) {
        return new MongoUsedProofs(database);
    }

    @Bean
    GuestReports guestReports(MongoDatabase database) {
        return new MongoGuestReports(database);
    }

    @Bean
    Attachments attachments(MongoDatabase database) {
        return new MongoAttachments(database);
    }

    @Bean
    ReleasedPhotos releasedPhotos(MongoDatabase database) {
        return new MongoReleasedPhotos(database);
    }

    @Bean
    Conversations conversations(MongoDatabase database) {
        return new MongoConversations(database);
    }

    @Bean
    Blobs blobs(MongoDatabase database, S3Settings objectStore) throws IOException {
        return objectStore.on() ? new S3Blobs(objectStore) : new GridFsBlobs(database);
    }

    @Bean
    ApiKeys apiKeys(MongoDatabase database, StreamStores stores) {
        return new MongoApiKeys(database, stores);
    }

    @Bean
    PublicReports publicReports(MongoDatabase database) {
        return new MongoPublicReports(database);
    }

    @Bean
    ImportJobs importJobs(MongoDatabase database) {
        return new MongoImportJobs(database);
    }

    @Bean
    LinkKeys linkKeys(MongoDatabase database) {
        return new LinkKeys(database);
    }

    @Bean
    Calls calls(MongoDatabase database) {
        return new MongoCalls(database);
    }

    @Bean
    Lines lines(MongoDatabase database) {
        return new MongoLines(database);
    }

    @Bean
    Articles articles(MongoDatabase database) {
        return new MongoArticles(database);
    }

    @Bean
    Orders orders(MongoDatabase database) {
        return new MongoOrders(database);
    }

    @Bean
    Devices devices(MongoDatabase database) {
        return new MongoDevices(database);
    }

    @Bean
    Reveals reveals(MongoDatabase database, StreamStores stores) {
        return new MongoReveals(database, stores);
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
