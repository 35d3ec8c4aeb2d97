package io.wangge.kit.connection;

import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service writes to Kafka; the address is {@code grid.kafka-bootstrap}.
 *
 * @param partitions of a topic that this service creates: the most replicas of a consumer that can share it
 * @param replicas of such a topic, -1 for the broker's default
 * @param linger how long the producer gathers a batch
 * @param delivery after this the relay is told that a message did not arrive, and sends it again
 * @param compression none, lz4, zstd, snappy or gzip
 */
@ConfigurationProperties("grid.kafka")
record KafkaSettings(
        @DefaultValue("12") int partitions,
        @DefaultValue("-1") short replicas,
        @DefaultValue("10ms") Duration linger,
        @DefaultValue("30s") Duration delivery,
        @DefaultValue("none") String compression) {
    private static final Set<String> COMPRESSIONS = Set.of("none", "lz4", "zstd", "snappy", "gzip");

    KafkaSettings {
        StartRefused.unless(
                partitions >= 1 && partitions <= 1000,
                "grid.kafka.partitions",
                partitions,
                "it must lie between 1 and 1000");
        StartRefused.unless(
                replicas == -1 || replicas >= 1, "grid.kafka.replicas", replicas, "it must be -1 or at least 1");
        StartRefused.unless(
                !linger.isNegative() && linger.toMillis() <= 1000,
                "grid.kafka.linger",
                linger,
                "it must lie between 0 and 1 s");
        StartRefused.unless(
                delivery.toSeconds() >= 11,
                "grid.kafka.delivery",
                delivery,
                "it must be longer than one request, 10 s, and its linger");
        StartRefused.unless(
                COMPRESSIONS.contains(compression),
                "grid.kafka.compression",
                compression,
                "it must be one of none, lz4, zstd, snappy, gzip");
    }
}
