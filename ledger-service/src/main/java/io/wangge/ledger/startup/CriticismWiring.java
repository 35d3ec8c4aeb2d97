package io.wangge.ledger.startup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.store.StreamStores;
import io.wangge.ledger.criticism.Award;
import io.wangge.ledger.criticism.BallotBox;
import io.wangge.ledger.criticism.CriticismList;
import io.wangge.ledger.criticism.Sanction;
import io.wangge.ledger.criticism.Scoring;
import io.wangge.ledger.criticism.ScoringRules;
import io.wangge.ledger.mongo.criticism.CriticismMigrations;
import io.wangge.ledger.mongo.criticism.MongoBallotBox;
import io.wangge.ledger.mongo.criticism.MongoCriticismList;
import io.wangge.ledger.mongo.criticism.RecordMapper;
import io.wangge.ledger.records.RecordDesk;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 有奖批评: what follows from criticisms; their events travel with the callbacks', so that the ledger reads them there. */
@Configuration(proxyBeanMethods = false)
class CriticismWiring {

    @Bean
    RecordDesk<Award> awardDesk(StreamStores stores) {
        StreamStore<Award> awards = stores.open(
                CriticismMigrations.AWARDS,
                Topics.CALLBACKS,
                Streams::award,
                UnaryOperator.identity(),
                new RecordMapper<>(Award.class));
        return new RecordDesk<>(awards, Streams::award);
    }

    @Bean
    RecordDesk<Sanction> sanctionDesk(StreamStores stores) {
        StreamStore<Sanction> sanctions = stores.open(
                CriticismMigrations.SANCTIONS,
                Topics.CALLBACKS,
                Streams::sanction,
                UnaryOperator.identity(),
                new RecordMapper<>(Sanction.class));
        return new RecordDesk<>(sanctions, Streams::sanction);
    }

    @Bean
    RecordDesk<Scoring> scoringDesk(StreamStores stores) {
        StreamStore<Scoring> scorings = stores.open(
                CriticismMigrations.SCORINGS,
                Topics.CALLBACKS,
                Streams::scoring,
                UnaryOperator.identity(),
                new RecordMapper<>(Scoring.class));
        return new RecordDesk<>(scorings, Streams::scoring);
    }

    @Bean
    BallotBox ballotBox(MongoClient client, MongoDatabase database, RandomIds ids) {
        return new MongoBallotBox(client, database, ids::newSalt);
    }

    @Bean
    CriticismList criticismList(MongoDatabase database, ZoneId zone) {
        return new MongoCriticismList(database, zone);
    }

    @Bean
    ScoringRules scoringRules(ScoringSettings settings) {
        return settings.rules();
    }
}
