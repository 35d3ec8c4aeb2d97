package io.wangge.kit.outbox;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.kit.store.StreamDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
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
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /**
     * How it waits. Taking off may lag a little, so that one bulk serves many documents.
     *
     * @param sweepEvery how often it looks for what was left behind
     * @param leftBehindAfter age from which a pending event counts as left behind
     * @param takeOffEvery least time between two bulks that take events off
     */
    public record Pace(Duration sweepEvery, Duration leftBehindAfter, Duration takeOffEvery) {
        public static final Pace DEFAULT =
                new Pace(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMillis(20));
    }

    /** Where a collection's events go. @param streamOf document id → stream @param keyOf document id → Kafka key */
    public record Route(String source, String topic, UnaryOperator<String> streamOf, UnaryOperator<String> keyOf) {}

    /** @param commits how many commits it stands for */
    private record Outgoing(String id, long version, List<PendingEvent> events, int commits, boolean swept) {
        /** Both in one go; {@code later} was committed later. */
        Outgoing and(Outgoing later) {
            List<PendingEvent> all = new ArrayList<>(events);
            all.addAll(later.events);
            return new Outgoing(id, later.version, all, commits + later.commits, swept || later.swept);
        }
    }

    private final MongoCollection<Document> collection;
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
        this.collection = collection;
        this.producer = producer;
        this.route = route;
        this.clock = clock;
        this.pace = pace;
        this.threads = List.of(
                start("outbox-publish-", this::publishLoop),
                start("outbox-take-off-", this::takeOffLoop),
                start("outbox-sweep-", this::sweepLoop));
    }

    private Thread start(String name, Runnable loop) {
        return Thread.ofPlatform()
                .name(name + collection.getNamespace().getCollectionName())
                .daemon()
                .start(loop);
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
                    publish(byDocument(batch));
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("Publishing to {} failed; the sweep takes over", route.topic(), e);
            }
        }
    }

    private static Map<String, Outgoing> byDocument(List<Outgoing> batch) {
        Map<String, Outgoing> byId = new LinkedHashMap<>();
        batch.forEach(outgoing -> byId.merge(outgoing.id(), outgoing, Outgoing::and));
        return byId;
    }

    private void publish(Map<String, Outgoing> batch) throws InterruptedException {
        Map<Outgoing, List<Future<RecordMetadata>>> sent = new LinkedHashMap<>();
        for (Outgoing outgoing : batch.values()) {
            if (outgoing.swept() || !leftToSweep.contains(outgoing.id())) {
                sent.put(outgoing, send(outgoing));
            } else {
                end(outgoing);
            }
        }
        for (Map.Entry<Outgoing, List<Future<RecordMetadata>>> entry : sent.entrySet()) {
            Outgoing outgoing = entry.getKey();
            if (confirmed(entry.getValue())) {
                leftToSweep.remove(outgoing.id());
                toTakeOff.add(outgoing);
            } else {
                leftToSweep.add(outgoing.id());
                end(outgoing);
            }
        }
    }

    private List<Future<RecordMetadata>> send(Outgoing outgoing) {
        return outgoing.events().stream()
                .map(event -> producer.send(record(outgoing.id(), event)))
                .toList();
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
        while (open) {
            try {
                List<Outgoing> batch = take(toTakeOff);
                if (!batch.isEmpty()) {
                    takeOffOrLeave(List.copyOf(byDocument(batch).values()));
                    Thread.sleep(pace.takeOffEvery());
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void takeOffOrLeave(List<Outgoing> published) {
        try {
            takeOff(published);
        } catch (MongoException e) {
            LOG.warn("Published events not taken off, the sweep will publish them again: {}", e.toString());
        } finally {
            published.forEach(this::end);
        }
    }

    /**
     * Usually nothing was committed since, and all that is pending was published: one plain update. Where that does not
     * match, the published ones are picked out.
     */
    private void takeOff(List<Outgoing> published) {
        List<UpdateOneModel<Document>> whole = published.stream()
                .map(outgoing -> new UpdateOneModel<Document>(
                        Filters.and(
                                Filters.eq("_id", outgoing.id()),
                                Filters.eq(StreamDocument.VERSION, outgoing.version()),
                                Filters.size(
                                        StreamDocument.PENDING,
                                        outgoing.events().size())),
                        Updates.combine(
                                Updates.set(StreamDocument.PENDING, List.of()),
                                Updates.unset(StreamDocument.PENDING_SINCE))))
                .toList();
        if (collection.bulkWrite(whole, UNORDERED).getMatchedCount() < published.size()) {
            collection.bulkWrite(
                    published.stream()
                            .map(outgoing -> new UpdateOneModel<Document>(
                                    Filters.eq("_id", outgoing.id()),
                                    Updates.pull(
                                            StreamDocument.PENDING,
                                            Filters.in(
                                                    "seq",
                                                    outgoing.events().stream()
                                                            .map(PendingEvent::seq)
                                                            .toList()))))
                            .toList(),
                    UNORDERED);
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
                LOG.warn("Sweep of {} put off: {}", collection.getNamespace(), e.toString());
            }
        }
    }

    private void sweep() {
        Date before = Date.from(clock.instant().minus(pace.leftBehindAfter()));
        // Asked before the query: what is taken off while it runs must not be published again.
        Set<String> onTheirWay = Set.copyOf(underWay.keySet());
        List<Document> leftBehind = collection
                .find(Filters.lt(StreamDocument.PENDING_SINCE, before))
                .projection(Projections.include(StreamDocument.VERSION, StreamDocument.PENDING))
                .sort(Sorts.ascending(StreamDocument.PENDING_SINCE))
                .limit(MAX_BATCH)
                .into(new ArrayList<>());
        leftBehind.removeIf(document -> onTheirWay.contains(document.getString("_id")));
        if (!leftBehind.isEmpty()) {
            LOG.info("Sweep found {} documents with unpublished events for {}", leftBehind.size(), route.topic());
        }
        for (Document document : leftBehind) {
            List<PendingEvent> events = StreamDocument.pendingOf(document);
            begin(
                    events.isEmpty() ? toTakeOff : toPublish,
                    new Outgoing(document.getString("_id"), document.getLong(StreamDocument.VERSION), events, 1, true));
        }
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
