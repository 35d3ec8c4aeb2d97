package io.wangge.intake.http.topic;

import io.wangge.intake.desk.CountTopics;
import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are counted ({@code grid.topics.*}).
 *
 * @param months how far back
 * @param leastPeople fewer make no topic
 * @param every how often; with demo data every half minute where nothing is said, otherwise every hour
 */
@ConfigurationProperties("grid.topics")
record TopicSettings(
        @DefaultValue("12") int months,
        @DefaultValue("3") int leastPeople,
        @Nullable Duration every) {
    TopicSettings {
        StartRefused.unless(months >= 1 && months <= 36, "grid.topics.months", months, "it must lie between 1 and 36");
        StartRefused.unless(
                leastPeople >= 2 && leastPeople <= 1000,
                "grid.topics.least-people",
                leastPeople,
                "it must lie between 2 and 1000");
        StartRefused.unless(
                every == null || every.compareTo(Duration.ofSeconds(1)) >= 0,
                "grid.topics.every",
                String.valueOf(every),
                "it must be at least 1s");
    }

    CountTopics.Settings asSettings(boolean demo) {
        Duration usual = demo ? Duration.ofSeconds(30) : Duration.ofHours(1);
        return new CountTopics.Settings(months, leastPeople, every == null ? usual : every);
    }
}
