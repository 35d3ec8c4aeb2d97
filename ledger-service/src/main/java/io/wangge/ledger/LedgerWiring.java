package io.wangge.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.kit.connection.OwnedTopics;
import io.wangge.kit.consume.EventConsumers;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.migration.MigrationPlan;
import io.wangge.kit.recurring.Recurring;
import io.wangge.kit.settings.GridSettings;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.store.StreamStores;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.board.BoardShelf;
import io.wangge.ledger.board.RecentBoards;
import io.wangge.ledger.board.RememberedBoards;
import io.wangge.ledger.book.Book;
import io.wangge.ledger.book.Bookkeeper;
import io.wangge.ledger.book.ReportScopes;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.Scripts;
import io.wangge.ledger.chain.Prover;
import io.wangge.ledger.desk.Accountability;
import io.wangge.ledger.desk.CallbackDesk;
import io.wangge.ledger.desk.CaseArrivals;
import io.wangge.ledger.desk.CaseLedger;
import io.wangge.ledger.desk.RoundLinks;
import io.wangge.ledger.desk.RoundShelf;
import io.wangge.ledger.evidence.MongoProver;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.FigureShelf;
import io.wangge.ledger.files.CallbackSettings;
import io.wangge.ledger.files.ScriptFile;
import io.wangge.ledger.files.SealFolder;
import io.wangge.ledger.kafka.LedgerEvents;
import io.wangge.ledger.kafka.LinkSender;
import io.wangge.ledger.kafka.RoundAnnouncer;
import io.wangge.ledger.kafka.VisitCaller;
import io.wangge.ledger.kafka.WebhookFeed;
import io.wangge.ledger.live.LiveHub;
import io.wangge.ledger.mongo.FigureUpkeep;
import io.wangge.ledger.mongo.LedgerMigrations;
import io.wangge.ledger.mongo.LinkSecret;
import io.wangge.ledger.mongo.MongoAccountability;
import io.wangge.ledger.mongo.MongoBoardMemory;
import io.wangge.ledger.mongo.MongoBoardShelf;
import io.wangge.ledger.mongo.MongoBook;
import io.wangge.ledger.mongo.MongoCaseLedger;
import io.wangge.ledger.mongo.MongoClaims;
import io.wangge.ledger.mongo.MongoFigureShelf;
import io.wangge.ledger.mongo.MongoRoundLinks;
import io.wangge.ledger.mongo.MongoRoundShelf;
import io.wangge.ledger.mongo.MongoTail;
import io.wangge.ledger.mongo.RoundMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts the rooms together. */
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
    StreamStore<Round> rounds(StreamStores stores) {
        return stores.open(
                LedgerMigrations.ROUNDS, Topics.CALLBACKS, Streams::round, LedgerWiring::caseOf, new RoundMapper());
    }

    /** Round ids are {@code caseId.n}. */
    private static String caseOf(String roundId) {
        return roundId.substring(0, roundId.lastIndexOf('.'));
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
    RoundShelf roundShelf(MongoDatabase database) {
        return new MongoRoundShelf(database);
    }

    @Bean
    MongoClaims claims(MongoDatabase database) {
        return new MongoClaims(database);
    }

    @Bean
    RoundLinks roundLinks(MongoDatabase database) {
        return new MongoRoundLinks(database);
    }

    @Bean
    LinkSecret linkSecret(MongoDatabase database) {
        return new LinkSecret(database);
    }

    /** Beside the entries, whose transaction must not wait for another topic's broker. */
    @Bean
    LinkSender linkSender(
            RoundLinks links,
            LinkSecret secret,
            Producer<String, byte[]> producer,
            GridSettings grid,
            CallbackSettings settings,
            InstantSource clock,
            StreamStore<Round> rounds,
            EventConsumers consumers) {
        LinkSender sender = new LinkSender(links, secret::token, producer, grid.source(), clock);
        VisitCaller visits = new VisitCaller(rounds::loadAll, producer, grid.source(), clock);
        // One reader for both: each more costs every event of the topic once more.
        consumers.start(Topics.CALLBACKS, "links", events -> {
            if (settings.sendLinks()) {
                sender.apply(events);
            }
            return visits.apply(events);
        });
        return sender;
    }

    @Bean
    Scripts scripts(CallbackSettings settings) {
        return ScriptFile.read(settings.scripts());
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
    FigureShelf figureShelf(MongoClient client, MongoDatabase database, InstantSource clock) {
        return new MongoFigureShelf(client, database, clock);
    }

    @Bean
    FigureDesk figureDesk(FigureShelf shelf, FigureSettings settings) {
        return new FigureDesk(shelf, settings.satisfactionWeights());
    }

    /** Readers add what waits, so the pause costs nobody anything but memory; the longer it is, the more is grouped. */
    @Bean
    Recurring figureFolding(MongoClient client, MongoDatabase database, InstantSource clock, FigureSettings settings) {
        FigureUpkeep upkeep = new FigureUpkeep(client, database, clock);
        return new Recurring("figures", upkeep::run, settings::foldEvery);
    }

    @Bean
    CaseArrivals caseArrivals(CaseLedger ledger) {
        return new CaseArrivals(ledger);
    }

    @Bean
    LiveHub liveHub(MongoDatabase database) {
        return new LiveHub(new MongoTail(database));
    }

    @Bean
    RememberedBoards rememberedBoards(MongoClient client, MongoDatabase database) {
        return new RememberedBoards(new MongoBoardShelf(client, database), new MongoBoardMemory(database));
    }

    @Bean
    @Primary
    BoardShelf boardShelf(RememberedBoards boards) {
        return new RecentBoards(boards);
    }

    @Bean
    Recurring boardMemory(RememberedBoards boards, InstantSource clock) {
        return new Recurring("board-memory", () -> boards.remember(clock.instant()), () -> Duration.ofMinutes(1));
    }

    @Bean
    CallbackDesk callbackDesk(StreamStore<Round> rounds, InstantSource clock, ZoneId zone) {
        return new CallbackDesk(rounds, clock, zone);
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
