package io.wangge.kit.outbox;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.wire.CloudEventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the pending events of one collection and takes them off after the broker's word. Events of a document leave
 * in their order. When the broker refuses, the document is left to the sweep, which starts again at its oldest pending
 * event; so it does after a crash. Publishing twice is harmless, forgetting is not: only what the broker confirmed is
 * taken off.
 */
public final class OutboxRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int MAX_BATCH = 1000;

    /** A document that changes without end must not fill its list of pending events meanwhile. */
    private static final int MOST_PUT_OFF = 16;

    /**
     * How it waits. Taking off lags, so that one bulk serves many documents and one update several commits of a document.
     *
     * @param sweepEvery how often it looks for what was left behind
     * @param leftBehindAfter age from which a pending event counts as left behind
     * @param takeOffEvery least time between two bulks that take events off
     */
    public record Pace(Duration sweepEvery, Duration leftBehindAfter, Duration takeOffEvery) {
        public static final Pace DEFAULT =
                new Pace(Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(2));
    }

    /** Where a collection's events go. @param streamOf document id → stream @param keyOf document id → Kafka key */
    public record Route(String source, String topic, UnaryOperator<String> streamOf, UnaryOperator<String> keyOf) {}

    private final String name;
    private final PendingEvents pending;
    private final Producer<String, byte[]> producer;
    private final Route route;
    private final InstantSource clock;
    private final Pace pace;
    private final BlockingQueue<Outgoing> toPublish = new LinkedBlockingQueue<>();
    private final BlockingQueue<Outgoing> toTakeOff = new LinkedBlockingQueue<>();
    /** Documents whose last publication failed: only a sweep, from their oldest event on, may publish them again. */
    private final Set<String> leftToSweep = ConcurrentHashMap.newKeySet();

    /** Commits per document that are on their way here: the sweep leaves these alone, or a backlog would feed itself. */
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    private final List<Thread> threads;
    private volatile boolean open = true;

    public OutboxRelay(
            MongoCollection<Document> collection,
            Producer<String, byte[]> producer,
            Route route,
            InstantSource clock,
            Pace pace) {
        this.name = collection.getNamespace().getCollectionName();
        this.pending = new PendingEvents(collection);
        this.producer = producer;
        this.route = route;
        this.clock = clock;
        this.pace = pace;
        this.threads = List.of(
                start("outbox-publish-", this::publishLoop),
                start("outbox-take-off-", this::takeOffLoop),
                start("outbox-sweep-", this::sweepLoop));
    }

    private Thread start(String role, Runnable loop) {
        return Thread.ofPlatform().name(role + name).daemon().start(loop);
    }

    /**
     * Wakes it after a commit; called in the order of the commits.
     *
     * @param version of the document with these events
     */
    public void offer(String id, long version, List<PendingEvent> events) {
        begin(toPublish, new Outgoing(id, version, events, 1, false));
    }

    private void begin(BlockingQueue<Outgoing> queue, Outgoing outgoing) {
        underWay.merge(outgoing.id(), outgoing.commits(), Integer::sum);
        queue.add(outgoing);
    }

    private void end(Outgoing outgoing) {
        underWay.computeIfPresent(
                outgoing.id(), (id, commits) -> commits > outgoing.commits() ? commits - outgoing.commits() : null);
    }

    private void publishLoop() {
        while (open) {
            try {
                List<Outgoing> batch = take(toPublish);
                if (!batch.isEmpty()) {
                    publish(Outgoing.byDocument(batch));
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private record Sent(Outgoing outgoing, List<Future<RecordMetadata>> answers) {}

    private void publish(List<Outgoing> batch) throws InterruptedException {
        List<Sent> sent = new ArrayList<>(batch.size());
        for (Outgoing outgoing : batch) {
            if (outgoing.swept() || !leftToSweep.contains(outgoing.id())) {
                sent.add(new Sent(outgoing, send(outgoing)));
            } else {
                end(outgoing);
            }
        }
        for (Sent one : sent) {
            if (confirmed(one.answers())) {
                leftToSweep.remove(one.outgoing().id());
                toTakeOff.add(one.outgoing());
            } else {
                leftToSweep.add(one.outgoing().id());
                end(one.outgoing());
            }
        }
    }

    private List<Future<RecordMetadata>> send(Outgoing outgoing) {
        try {
            return outgoing.events().stream()
                    .map(event -> producer.send(record(outgoing.id(), event)))
                    .toList();
        } catch (RuntimeException e) {
            return List.of(CompletableFuture.failedFuture(e));
        }
    }

    private ProducerRecord<String, byte[]> record(String id, PendingEvent event) {
        CloudEvent cloudEvent = CloudEventCodec.toCloudEvent(
                route.source(),
                route.streamOf().apply(id),
                event.seq(),
                event.type(),
                event.time(),
                event.traceparent(),
                event.json().getBytes(StandardCharsets.UTF_8));
        return KafkaMessageFactory.<String>createWriter(
                        route.topic(), null, null, route.keyOf().apply(id))
                .writeBinary(cloudEvent);
    }

    private boolean confirmed(List<Future<RecordMetadata>> futures) throws InterruptedException {
        for (Future<RecordMetadata> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                LOG.warn("The broker did not take an event for {}: {}", route.topic(), String.valueOf(e.getCause()));
                return false;
            }
        }
        return true;
    }

    private void takeOffLoop() {
        List<Outgoing> putOff = new ArrayList<>();
        while (open) {
            try {
                List<Outgoing> batch = take(toTakeOff);
                if (!batch.isEmpty() || !putOff.isEmpty()) {
                    putOff.addAll(batch);
                    List<Outgoing> ripe = new ArrayList<>();
                    List<Outgoing> early = new ArrayList<>();
                    Outgoing.byDocument(putOff).forEach(one -> (moreToCome(one) ? early : ripe).add(one));
                    takeOffOrLeave(ripe);
                    putOff = early;
                    Thread.sleep(pace.takeOffEvery());
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Then one update later serves for all of the document's commits. */
    private boolean moreToCome(Outgoing published) {
        return underWay.getOrDefault(published.id(), 0) > published.commits()
                && published.events().size() < MOST_PUT_OFF;
    }

    private void takeOffOrLeave(List<Outgoing> published) {
        if (published.isEmpty()) {
            return;
        }
        try {
            pending.takeOff(published);
        } catch (MongoException e) {
            LOG.warn("Published events not taken off, the sweep will publish them again: {}", e.toString());
        } finally {
            published.forEach(this::end);
        }
    }

    private void sweepLoop() {
        while (open) {
            try {
                Thread.sleep(pace.sweepEvery());
                sweep();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Sweep of {} put off: {}", name, e.toString());
            }
        }
    }

    private void sweep() {
        // Asked before the query: what is taken off while it runs must not be published again.
        Set<String> onTheirWay = Set.copyOf(underWay.keySet());
        List<Outgoing> leftBehind = pending.waitingSince(clock.instant().minus(pace.leftBehindAfter()), MAX_BATCH);
        leftBehind.removeIf(outgoing -> onTheirWay.contains(outgoing.id()));
        if (!leftBehind.isEmpty()) {
            LOG.info("Sweep found {} documents with unpublished events for {}", leftBehind.size(), route.topic());
        }
        leftBehind.forEach(outgoing -> begin(outgoing.events().isEmpty() ? toTakeOff : toPublish, outgoing));
    }

    private static List<Outgoing> take(BlockingQueue<Outgoing> queue) throws InterruptedException {
        List<Outgoing> batch = new ArrayList<>();
        Outgoing first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, MAX_BATCH - 1);
        }
        return batch;
    }

    /** Stops at once; what is pending stays in its document and is published after the next start. */
    @Override
    public void close() {
        open = false;
        threads.forEach(Thread::interrupt);
    }
}
