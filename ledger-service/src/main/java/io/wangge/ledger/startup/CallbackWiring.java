package io.wangge.ledger.startup;

import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.kit.consume.EventConsumers;
import io.wangge.kit.settings.GridSettings;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.store.StreamStores;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.Scripts;
import io.wangge.ledger.desk.CallbackDesk;
import io.wangge.ledger.desk.RoundLinks;
import io.wangge.ledger.desk.RoundShelf;
import io.wangge.ledger.files.CallbackSettings;
import io.wangge.ledger.files.ScriptFile;
import io.wangge.ledger.kafka.LinkSender;
import io.wangge.ledger.kafka.VisitCaller;
import io.wangge.ledger.mongo.callback.CallbackMigrations;
import io.wangge.ledger.mongo.callback.LinkSecret;
import io.wangge.ledger.mongo.callback.MongoClaims;
import io.wangge.ledger.mongo.callback.MongoRoundLinks;
import io.wangge.ledger.mongo.callback.MongoRoundShelf;
import io.wangge.ledger.mongo.callback.RoundMapper;
import java.time.InstantSource;
import java.time.ZoneId;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 回访: rounds, the clerks' desk and residents' links. */
@Configuration(proxyBeanMethods = false)
class CallbackWiring {

    @Bean
    StreamStore<Round> rounds(StreamStores stores) {
        return stores.open(
                CallbackMigrations.ROUNDS, Topics.CALLBACKS, Streams::round, CallbackWiring::caseOf, new RoundMapper());
    }

    /** Round ids are {@code caseId.n}. */
    private static String caseOf(String roundId) {
        return roundId.substring(0, roundId.lastIndexOf('.'));
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
    CallbackDesk callbackDesk(StreamStore<Round> rounds, InstantSource clock, ZoneId zone) {
        return new CallbackDesk(rounds, clock, zone);
    }
}
