package io.wangge.kit.consume;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.wangge.kit.settings.GridSettings;
import io.wangge.kit.store.StreamStores;
import java.time.Clock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Consumers, their dead letters, and how both show in the health of the service. */
@AutoConfiguration
@EnableConfigurationProperties({ConsumerSettings.class, GapSettings.class})
class ConsumeAutoConfiguration {
    @Bean
    DeadLetters deadLetters(MongoDatabase database, KafkaProducer<String, byte[]> producer, Clock clock) {
        return new DeadLetters(database, producer, clock);
    }

    @Bean
    EventConsumers eventConsumers(
            GridSettings grid,
            ConsumerSettings settings,
            MongoDatabase database,
            DeadLetters deadLetters,
            ObjectProvider<MeterRegistry> meters,
            Clock clock) {
        return new EventConsumers(
                grid, settings, database, deadLetters, meters.getIfAvailable(SimpleMeterRegistry::new), clock);
    }

    @Bean
    EventsHealth eventsHealthIndicator(
            MongoDatabase database, EventConsumers consumers, GapSettings gaps, Clock clock) {
        return new EventsHealth(database, consumers::stalled, gaps.alarmAfter(), clock);
    }

    @Bean
    DeadLetterDesk deadLetterDesk(
            GridSettings grid,
            DeadLetters deadLetters,
            EventsHealth eventsHealthIndicator,
            StreamStores stores,
            Clock clock) {
        return new DeadLetterDesk(grid.service(), deadLetters, eventsHealthIndicator, stores, clock);
    }

    @Bean
    DeadLettersEndpoint deadLettersEndpoint(DeadLetters deadLetters, EventsHealth eventsHealthIndicator) {
        return new DeadLettersEndpoint(deadLetters, eventsHealthIndicator);
    }
}
