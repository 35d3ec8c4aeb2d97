package io.wangge.dispatch.startup;

import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.desk.BulkDesk;
import io.wangge.dispatch.desk.CallbackDesk;
import io.wangge.dispatch.desk.CaseDesk;
import io.wangge.dispatch.desk.CaseLists;
import io.wangge.dispatch.desk.DryRun;
import io.wangge.dispatch.desk.DueTimesAnew;
import io.wangge.dispatch.desk.DuplicatesDesk;
import io.wangge.dispatch.desk.FactsNow;
import io.wangge.dispatch.desk.OpeningDesk;
import io.wangge.dispatch.desk.RouteHistory;
import io.wangge.dispatch.kafka.casefile.CallbacksHandler;
import io.wangge.dispatch.kafka.casefile.ReportsHandler;
import io.wangge.dispatch.mongo.casefile.CaseMapper;
import io.wangge.dispatch.mongo.casefile.CaseMigrations;
import io.wangge.dispatch.mongo.casefile.MongoCaseLists;
import io.wangge.dispatch.mongo.casefile.MongoCasesDue;
import io.wangge.dispatch.mongo.casefile.MongoCasesProvisional;
import io.wangge.dispatch.mongo.casefile.MongoOpenCases;
import io.wangge.dispatch.mongo.casefile.MongoPastMatters;
import io.wangge.dispatch.mongo.casefile.RunningCaseNumbers;
import io.wangge.dispatch.reference.ReferenceAssembly;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.dispatch.reference.ReferenceLibrary;
import io.wangge.dispatch.routing.ConditionCompiler;
import io.wangge.kit.connection.OwnedTopics;
import io.wangge.kit.consume.EventConsumers;
import io.wangge.kit.numbering.NumberBlocks;
import io.wangge.kit.recurring.Recurring;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.store.StreamStores;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The cases: stored, listed, decided; opened by reports and moved on by callbacks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CaseSettings.class, DuplicateSettings.class})
class CaseConfiguration {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration CALENDAR_EVERY = Duration.ofSeconds(15);

    @Bean
    ConditionCompiler conditionCompiler() {
        return new CelConditions();
    }

    @Bean
    StreamStore<Case> caseStore(StreamStores stores) {
        return stores.open(
                CaseMigrations.CASES, Topics.CASES, Streams::ofCase, UnaryOperator.identity(), new CaseMapper());
    }

    @Bean
    CaseLists caseLists(MongoDatabase database) {
        return new MongoCaseLists(database);
    }

    @Bean
    FactsNow factsNow(ReferenceData referenceData, ConditionCompiler conditions, InstantSource clock) {
        return new FactsNow(referenceData, conditions, clock);
    }

    @Bean
    CaseDesk caseDesk(StreamStore<Case> cases, FactsNow facts) {
        return new CaseDesk(cases, facts);
    }

    @Bean
    BulkDesk bulkDesk(CaseDesk desk) {
        return new BulkDesk(desk);
    }

    @Bean
    DuplicatesDesk duplicatesDesk(MongoDatabase database, ReferenceData referenceData, DuplicateSettings settings) {
        return new DuplicatesDesk(
                new MongoOpenCases(database), () -> referenceData.current().directory(), settings.rule());
    }

    @Bean
    DryRun dryRun(MongoDatabase database, ReferenceData referenceData, ConditionCompiler conditions) {
        return new DryRun(new MongoPastMatters(database), referenceData, conditions);
    }

    @Bean
    RouteHistory routeHistory(ReferenceLibrary library, ReferenceAssembly assembly, ConditionCompiler conditions) {
        return new RouteHistory(library, assembly, conditions);
    }

    @Bean
    OpeningDesk openingDesk(
            StreamStore<Case> cases,
            FactsNow facts,
            NumberBlocks numbers,
            CaseSettings settings,
            Environment environment) {
        RetiredSettings.refuse(environment);
        return new OpeningDesk(cases, facts, new RunningCaseNumbers(numbers), settings.numberLevel());
    }

    @Bean
    Recurring caseClock(StreamStore<Case> cases, MongoDatabase database, FactsNow facts, InstantSource clock) {
        ClockRound round = new ClockRound(cases, new MongoCasesDue(database), facts, clock);
        return new Recurring("case-clock", round, () -> LOOK_EVERY);
    }

    @Bean
    Recurring dueTimesAnew(StreamStore<Case> cases, MongoDatabase database, FactsNow facts) {
        DueTimesAnew anew = new DueTimesAnew(cases, new MongoCasesProvisional(database), facts);
        return new Recurring("due-times-anew", new DueTimesRound(anew), () -> CALENDAR_EVERY);
    }

    @Bean
    CallbackDesk callbackDesk(StreamStore<Case> cases, FactsNow facts) {
        return new CallbackDesk(cases, facts);
    }

    @Bean
    OwnedTopics ownedTopics() {
        return OwnedTopics.of(Topics.CASES, Topics.DIRECTORY);
    }

    @Bean
    SmartInitializingSingleton caseConsumers(
            EventConsumers consumers, OpeningDesk openingDesk, CallbackDesk callbackDesk) {
        return () -> {
            consumers.start(Topics.REPORTS, "reports", new ReportsHandler(openingDesk));
            consumers.start(Topics.CALLBACKS, "callbacks", new CallbacksHandler(callbackDesk));
        };
    }
}
