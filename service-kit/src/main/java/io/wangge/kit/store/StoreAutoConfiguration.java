package io.wangge.kit.store;

import com.mongodb.client.MongoDatabase;
import io.wangge.kit.connection.KafkaAutoConfiguration;
import io.wangge.kit.connection.MongoAutoConfiguration;
import io.wangge.kit.outbox.OutboxRelay.Pace;
import io.wangge.kit.settings.GridSettings;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Opens the stream stores of a service on its own database. */
@AutoConfiguration(after = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
class StoreAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    StreamStores streamStores(
            MongoDatabase database, Producer<String, byte[]> producer, GridSettings grid, InstantSource clock) {
        return new StreamStores(database, producer, grid.source(), clock, Pace.DEFAULT);
    }
}
