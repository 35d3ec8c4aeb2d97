package io.wangge.kit.consume;

import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service reads from Kafka.
 *
 * @param maxPollRecords most events in one batch
 * @param concurrency consumers per topic in this process; a topic has 12 partitions
 * @param retryFirst pause after the first failure of a batch; each further one doubles it
 * @param retryMost longest pause
 */
@ConfigurationProperties("grid.consumers")
record ConsumerSettings(
        @DefaultValue("500") int maxPollRecords,
        @DefaultValue("1") int concurrency,
        @DefaultValue("1s") Duration retryFirst,
        @DefaultValue("10s") Duration retryMost) {
    ConsumerSettings {
        StartRefused.unless(
                maxPollRecords >= 1 && maxPollRecords <= 10_000,
                "grid.consumers.max-poll-records",
                maxPollRecords,
                "it must lie between 1 and 10000");
        StartRefused.unless(
                concurrency >= 1 && concurrency <= 12,
                "grid.consumers.concurrency",
                concurrency,
                "it must lie between 1 and 12, the partitions of a topic");
        StartRefused.unless(
                retryFirst.isPositive() && retryMost.compareTo(retryFirst) >= 0,
                "grid.consumers.retry-first",
                retryFirst,
                "it must be positive and not longer than grid.consumers.retry-most");
    }
}
