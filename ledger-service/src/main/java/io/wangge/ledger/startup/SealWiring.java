package io.wangge.ledger.startup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.kit.recurring.Recurring;
import io.wangge.kit.settings.GridSettings;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.evidence.CaseProofs;
import io.wangge.ledger.files.SealFolder;
import io.wangge.ledger.files.SealSettings;
import io.wangge.ledger.kafka.SealAnnouncer;
import io.wangge.ledger.mongo.sealing.MongoSealBook;
import io.wangge.ledger.mongo.sealing.OldEntries;
import io.wangge.ledger.sealing.SealBook;
import io.wangge.ledger.sealing.Sealer;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals, proofs and gaps. */
@Configuration(proxyBeanMethods = false)
class SealWiring {
    /** A sealer that misses three turns has lost its place. */
    static final int TURNS = 3;

    @Bean
    SealFolder sealFolder(SealSettings settings) {
        return new SealFolder(settings);
    }

    @Bean
    SealBook sealBook(MongoClient client, MongoDatabase database) {
        return new MongoSealBook(client, database);
    }

    @Bean
    OldEntries oldEntries(MongoClient client, MongoDatabase database, InstantSource clock) {
        return new OldEntries(client, database, clock);
    }

    @Bean
    SealAnnouncer sealAnnouncer(Producer<String, byte[]> producer, GridSettings grid, InstantSource clock) {
        return new SealAnnouncer(producer, grid.source(), clock);
    }

    @Bean
    SealerName sealerName() {
        return new SealerName(UUID.randomUUID().toString());
    }

    @Bean
    Sealer sealer(
            SealBook book,
            SealFolder folder,
            SealAnnouncer announcer,
            SealSettings settings,
            InstantSource clock,
            ZoneId zone,
            SealerName name) {
        return new Sealer(
                book,
                List.of(folder, announcer),
                folder.key(),
                clock,
                zone,
                name.name(),
                settings.every().multipliedBy(TURNS));
    }

    @Bean
    Recurring sealing(Sealer sealer, OldEntries old, SealSettings settings) {
        return new Recurring(
                "sealing",
                () -> {
                    old.putOnPages();
                    sealer.seal();
                },
                settings::every);
    }

    @Bean
    CaseProofs caseProofs(MongoDatabase database, ArchiveFolder archives) {
        return new CaseProofs(database, archives);
    }
}
