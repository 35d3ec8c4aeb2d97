package io.wangge.ledger.startup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Topics;
import io.wangge.kit.connection.OwnedTopics;
import io.wangge.kit.consume.EventConsumers;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.migration.MigrationPlan;
import io.wangge.kit.store.StreamStore;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.book.Book;
import io.wangge.ledger.book.Bookkeeper;
import io.wangge.ledger.book.ReportScopes;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.chain.Prover;
import io.wangge.ledger.desk.Accountability;
import io.wangge.ledger.desk.CaseArrivals;
import io.wangge.ledger.desk.CaseLedger;
import io.wangge.ledger.evidence.MongoProver;
import io.wangge.ledger.files.SealFolder;
import io.wangge.ledger.kafka.LedgerEvents;
import io.wangge.ledger.kafka.RoundAnnouncer;
import io.wangge.ledger.kafka.WebhookFeed;
import io.wangge.ledger.mongo.LedgerMigrations;
import io.wangge.ledger.mongo.book.MongoBook;
import io.wangge.ledger.mongo.book.MongoCaseLedger;
import io.wangge.ledger.mongo.criticism.MongoAccountability;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 台账: the book, what is read from it, and where events come in. */
@Configuration(proxyBeanMethods = false)
class LedgerWiring {

    @Bean
    MigrationPlan ledgerMigrations() {
        return new MigrationPlan(LedgerMigrations.all());
    }

    /** Audit events come from anyone and are for the ledger alone; notices are told before intake may have started. */
    @Bean
    OwnedTopics ownedTopics() {
        return OwnedTopics.of(Topics.CALLBACKS, Topics.AUDIT, Topics.SEALS, Topics.NOTICES);
    }

    @Bean
    ZoneId zone() {
        return HttpJson.ZONE;
    }

    @Bean
    ReportScopes reportScopes(DirectoryCopy directory) {
        return report -> directory
                .ifReady()
                .map(now -> now.grid(report.gridCode() == null ? "" : report.gridCode())
                        .flatMap(grid -> now.unit(grid.id()))
                        .map(unit -> unit.path())
                        .orElseGet(() -> List.of(now.top().id())))
                .orElse(List.of());
    }

    @Bean
    Book book(MongoClient client, MongoDatabase database, ReportScopes scopes, InstantSource clock) {
        return new MongoBook(client, database, new Bookkeeper(scopes), clock);
    }

    @Bean
    CaseLedger caseLedger(MongoDatabase database, ArchiveFolder archives) {
        return new MongoCaseLedger(database, archives);
    }

    @Bean
    Accountability accountability(MongoDatabase database) {
        return new MongoAccountability(database);
    }

    @Bean
    Prover prover(MongoClient client, MongoDatabase database, SealFolder folder, ArchiveFolder archives) {
        return new MongoProver(client, database, folder::publicKeys, folder::published, archives);
    }

    @Bean
    CaseArrivals caseArrivals(CaseLedger ledger) {
        return new CaseArrivals(ledger);
    }

    /** All topics in one batch: the transaction costs by the batch. */
    @Bean
    LedgerEvents ledgerEvents(
            Book book,
            WebhookFeed webhooks,
            StreamStore<Round> rounds,
            CaseArrivals arrivals,
            EventConsumers consumers) {
        LedgerEvents events = new LedgerEvents(book, List.of(webhooks), List.of(new RoundAnnouncer(rounds), arrivals));
        consumers.start(Set.of(Topics.REPORTS, Topics.CASES, Topics.CALLBACKS, Topics.AUDIT), "entries", events);
        return events;
    }
}
