package io.wangge.ledger.startup;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.wangge.kit.consume.GapSettings;
import io.wangge.kit.recurring.Recurring;
import io.wangge.ledger.desk.Gap;
import io.wangge.ledger.desk.GapAlarm;
import io.wangge.ledger.desk.Gaps;
import io.wangge.ledger.mongo.book.MongoGaps;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gaps are seen at once, and said aloud when they do not fill. */
@Configuration(proxyBeanMethods = false)
class GapWiring {
    private static final Logger LOG = LoggerFactory.getLogger(GapWiring.class);
    private static final int MOST_COUNTED = 1_000;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    @Bean
    Gaps gaps(MongoDatabase database, ObjectProvider<MeterRegistry> meters) {
        Gaps gaps = new MongoGaps(database);
        meters.ifAvailable(registry -> Gauge.builder(
                        "grid.ledger.gaps", gaps, all -> all.list(MOST_COUNTED).size())
                .description("Streams in which an event is missing")
                .register(registry));
        return gaps;
    }

    @Bean
    GapAlarm gapAlarm(GapSettings settings, ObjectProvider<MeterRegistry> meters) {
        GapAlarm alarm = new GapAlarm(settings.alarmAfter());
        meters.ifAvailable(registry -> Gauge.builder(
                        "grid.ledger.gaps.alarmed", alarm, all -> all.standing().size())
                .description("Streams in which an event has been missing for longer than grid.gaps.alarm-after")
                .register(registry));
        return alarm;
    }

    @Bean
    Recurring gapLooking(Gaps gaps, GapAlarm alarm, GapSettings settings, InstantSource clock) {
        return new Recurring("gaps", () -> look(gaps, alarm, clock), () -> pause(settings));
    }

    private static void look(Gaps gaps, GapAlarm alarm, InstantSource clock) {
        GapAlarm.Turn turn = alarm.look(gaps.list(MOST_COUNTED), clock.instant());
        for (Gap gap : turn.raised()) {
            LOG.warn(
                    "Gap: {} misses {} to {} since {}; {} events wait for it",
                    gap.stream(),
                    gap.missingFrom(),
                    gap.missingTo(),
                    gap.since(),
                    gap.waiting());
        }
        turn.filled().forEach(gap -> LOG.info("Gap filled: {} from {}", gap.stream(), gap.missingFrom()));
    }

    private static Duration pause(GapSettings settings) {
        Duration half = settings.alarmAfter().dividedBy(2);
        return half.compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : half.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : half;
    }
}
