package io.wangge.ledger.startup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.kit.recurring.Recurring;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.files.ArchiveSettings;
import io.wangge.ledger.files.SealSettings;
import io.wangge.ledger.mongo.rebuild.MongoRebuild;
import io.wangge.ledger.mongo.sealing.MongoArchiveBook;
import io.wangge.ledger.mongo.sealing.TextRetention;
import io.wangge.ledger.rebuild.Rebuild;
import io.wangge.ledger.sealing.Archiver;
import io.wangge.ledger.sealing.SealBook;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Archive, retention and rebuild. */
@Configuration(proxyBeanMethods = false)
class ArchiveWiring {
    @Bean
    ArchiveFolder archiveFolder(ArchiveSettings settings) {
        return new ArchiveFolder(settings.folder());
    }

    @Bean
    Rebuild rebuild(
            MongoClient client, MongoDatabase database, ArchiveFolder archives, InstantSource clock, ZoneId zone) {
        return new MongoRebuild(client, database, archives, clock, zone);
    }

    /** One whose replica died is gone on with by another. */
    @Bean
    Recurring rebuilding(Rebuild rebuild) {
        return new Recurring("rebuilds", rebuild::resume, () -> Duration.ofMinutes(1));
    }

    @Bean
    Recurring archiving(
            MongoClient client,
            MongoDatabase database,
            SealBook place,
            SealerName name,
            ArchiveFolder archives,
            ArchiveSettings settings,
            SealSettings seals,
            InstantSource clock,
            ZoneId zone) {
        Integer days = settings.entriesAfterDays();
        if (days == null) {
            return new Recurring("archive", () -> {}, settings::every);
        }
        Archiver archiver = new Archiver(
                new MongoArchiveBook(client, database),
                place,
                archives,
                clock,
                zone,
                name.name(),
                seals.every().multipliedBy(SealWiring.TURNS),
                days);
        return new Recurring("archive", archiver::archive, settings::every);
    }

    @Bean
    Recurring forgetting(MongoDatabase database, ArchiveSettings settings, InstantSource clock) {
        TextRetention retention = new TextRetention(database);
        Integer days = settings.textsAfterDays();
        return new Recurring(
                "retention",
                () -> {
                    if (days != null) {
                        retention.forget(clock.instant().minus(Duration.ofDays(days)));
                    }
                },
                settings::every);
    }
}
