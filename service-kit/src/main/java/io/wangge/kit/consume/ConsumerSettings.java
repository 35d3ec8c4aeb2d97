package io.wangge.kit.consume;

import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How this service reads from Kafka.
 *
 * @param maxPollRecords most events in one batch
 * @param concurrency consumers per topic in this process; a topic has 12 partitions
 * @param gatherFor how long events may gather before a batch is made of them: the ledger's transactions, and every
 *     fetch, cost by the batch and not by the event
 * @param gatherBytes with how much a batch is made sooner
 * @param retryFirst pause after the first failure of a batch; each further one doubles it
 * @param retryMost longest pause
 */
@ConfigurationProperties("grid.consumers")
record ConsumerSettings(
        @DefaultValue("500") int maxPollRecords,
        @DefaultValue("1") int concurrency,
        @DefaultValue("80ms") Duration gatherFor,
        @DefaultValue("64KB") DataSize gatherBytes,
        @DefaultValue("1s") Duration retryFirst,
        @DefaultValue("10s") Duration retryMost) {
    /** Well below the broker's request timeout. */
    private static final Duration MOST_GATHERING = Duration.ofSeconds(10);

    private static final DataSize MOST_GATHERED = DataSize.ofMegabytes(16);

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
                gatherFor.isPositive() && gatherFor.compareTo(MOST_GATHERING) <= 0,
                "grid.consumers.gather-for",
                gatherFor,
                "it must be positive and at most " + MOST_GATHERING);
        StartRefused.unless(
                gatherBytes.toBytes() >= 1 && gatherBytes.toBytes() <= MOST_GATHERED.toBytes(),
                "grid.consumers.gather-bytes",
                gatherBytes,
                "it must lie between 1B and " + MOST_GATHERED);
        StartRefused.unless(
                retryFirst.isPositive() && retryMost.compareTo(retryFirst) >= 0,
                "grid.consumers.retry-first",
                retryFirst,
                "it must be positive and not longer than grid.consumers.retry-most");
    }
}
