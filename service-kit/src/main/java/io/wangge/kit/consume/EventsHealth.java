package io.wangge.kit.consume;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * DEGRADED, with 200, while there are dead letters, a consumer that cannot get on, or events that have been parked for
 * longer than a late predecessor takes: nothing is lost, but somebody should look.
 */
class EventsHealth implements HealthIndicator {
    static final Status DEGRADED =
            new Status("DEGRADED", "Dead letters, parked events or a stalled consumer wait for a hand");

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int COUNTED_AT_MOST = 10_000;

    private final MongoCollection<Document> deadLetters;
    private final MongoCollection<Document> parked;
    private final Supplier<List<String>> stalled;
    /** Probes come every few seconds from several sides. */
    private final LoadingCache<String, Health> last =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build(any -> look());

    private final Duration alarmAfter;
    private final InstantSource clock;

    /**
     * @param stalled groups whose batch fails again and again
     * @param alarmAfter how long an event may be parked before that counts
     */
    EventsHealth(MongoDatabase database, Supplier<List<String>> stalled, Duration alarmAfter, InstantSource clock) {
        this.alarmAfter = alarmAfter;
        this.clock = clock;
        this.stalled = stalled;
        this.deadLetters = database.getCollection(DeadLetters.COLLECTION);
        this.parked = database.getCollection(ParkedEvents.COLLECTION);
    }

    @Override
    public Health health() {
        try {
            return last.get("events");
        } catch (MongoException e) {
            return Health.unknown()
                    .withDetail("cause", e.getClass().getSimpleName())
                    .build();
        }
    }

    private Health look() {
        // Both numbers come from the collections' metadata; only when there are any is an index read.
        long dead = deadLetters.estimatedDocumentCount();
        long waiting = parked.estimatedDocumentCount();
        List<String> waitingGroups = stalled.get();
        if (dead + waiting == 0 && waitingGroups.isEmpty()) {
            return Health.up().build();
        }
        boolean alarm = dead > 0 || !waitingGroups.isEmpty() || parkedTooLong();
        return (alarm ? Health.status(DEGRADED) : Health.up())
                .withDetail("deadLetters", dead)
                .withDetail("deadLettersByTopic", dead == 0 ? Map.of() : deadByTopic())
                .withDetail("parkedEvents", waiting)
                .withDetail("parkedStreams", waiting == 0 ? 0 : parkedStreams())
                .withDetail("stalled", waitingGroups)
                .build();
    }

    private boolean parkedTooLong() {
        Document oldest =
                parked.find().sort(new Document("parkedAt", 1)).limit(1).first();
        return oldest != null
                && !oldest.getDate("parkedAt").toInstant().plus(alarmAfter).isAfter(clock.instant());
    }

    private Map<String, Integer> deadByTopic() {
        Map<String, Integer> byTopic = new LinkedHashMap<>();
        List<Bson> stages = List.of(
                Aggregates.sort(new Document("topic", 1)),
                Aggregates.limit(COUNTED_AT_MOST),
                Aggregates.group("$topic", Accumulators.sum("count", 1)));
        deadLetters.aggregate(stages).forEach(topic -> byTopic.put(topic.getString("_id"), topic.getInteger("count")));
        return byTopic;
    }

    private int parkedStreams() {
        List<Bson> stages = List.of(
                Aggregates.sort(new Document("group", 1).append("stream", 1)),
                Aggregates.limit(COUNTED_AT_MOST),
                Aggregates.group(new Document("group", "$group").append("stream", "$stream")),
                Aggregates.count("streams"));
        Document count = parked.aggregate(stages).first();
        return count == null ? 0 : count.getInteger("streams");
    }

    /** For tests and after a replay. */
    void forget() {
        last.invalidateAll();
    }
}
