package io.wangge.kit.connection;

import com.mongodb.client.MongoDatabase;
import io.wangge.kit.outbox.OutboxRelay.Pace;
import io.wangge.kit.settings.GridSettings;
import io.wangge.kit.store.StreamStores;
import java.time.Clock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The factory of this service's stream stores; it closes before the producer and the client do. */
@AutoConfiguration
class StoresAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    StreamStores streamStores(
            MongoDatabase database, KafkaProducer<String, byte[]> producer, GridSettings grid, Clock clock) {
        return new StreamStores(database, producer, grid.source(), clock, Pace.DEFAULT);
    }
}
