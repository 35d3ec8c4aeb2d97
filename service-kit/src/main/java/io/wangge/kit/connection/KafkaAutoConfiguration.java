package io.wangge.kit.connection;

import io.wangge.kit.settings.GridSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** One producer for the relay and the dead letters; Spring Boot's own configuration is switched off in grid-defaults. */
@AutoConfiguration
@EnableConfigurationProperties(KafkaSettings.class)
class KafkaAutoConfiguration {
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final int REQUEST_MILLIS = 10_000;

    /** Nothing is acknowledged to the relay before all replicas in sync have it, and nothing twice or out of order. */
    @Bean
    @ConditionalOnMissingBean
    KafkaProducer<String, byte[]> kafkaProducer(GridSettings grid, KafkaSettings settings) {
        Map<String, Object> properties = Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, grid.kafkaBootstrap()),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "grid-" + grid.service()),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, settings.linger().toMillis()),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, settings.compression()),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MILLIS),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                        settings.delivery().toMillis()),
                // A topic that its owner has only now created is found within seconds.
                Map.entry(ProducerConfig.METADATA_MAX_AGE_CONFIG, 30_000));
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()) {
            /** Without a limit a stop would wait for a broker that is away. */
            @Override
            public void close() {
                close(CLOSE);
            }
        };
    }

    @Bean
    TopicCreation topicCreation(GridSettings grid, KafkaSettings settings, ObjectProvider<OwnedTopics> owned) {
        return new TopicCreation(grid.kafkaBootstrap(), settings, owned.stream().toList());
    }
}
