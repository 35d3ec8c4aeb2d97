package io.wangge.kit.consume;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.wangge.kit.settings.GridSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Reads topics in batches and hands their events to a handler; the last to start and the first to stop in a service.
 *
 * <p>What cannot be decoded becomes a dead letter and the good ones around it pass. When the handler fails, the consumer
 * pauses and the same batch comes again until it succeeds. A handler that also implements {@link StreamPositions} gets
 * each stream in order without repeats; the successors of a gap are parked until it fills. Such a handler moves a stream's
 * position also past an event that it declares unappliable, or its successors are parked until somebody replays it.
 */
public final class EventConsumers implements SmartLifecycle {
    /** A replica that was killed is missed after this; the broker's least is 6 s. */
    private static final int SESSION_MILLIS = 10_000;
    /** A topic that its owner has only now created is found within this. */
    private static final int METADATA_MILLIS = 5_000;

    private static final long SHUTDOWN_MILLIS = 10_000;

    private final GridSettings grid;
    private final ConsumerSettings settings;
    private final MongoDatabase database;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();
    private final Map<String, BatchListener> listeners = new ConcurrentHashMap<>();
    private boolean running;

    EventConsumers(
            GridSettings grid,
            ConsumerSettings settings,
            MongoDatabase database,
            DeadLetters deadLetters,
            MeterRegistry meters,
            InstantSource clock) {
        this.grid = grid;
        this.settings = settings;
        this.database = database;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Begins to read, from the earliest event the group has not had; before the application has started it waits for that.
     * The topics need not exist yet.
     *
     * @param topics whose events come in the same batches, each partition in its order
     * @param group name of this reader within the service; the consumer group is {@code grid.SERVICE.group}
     */
    public synchronized void start(Set<String> topics, String group, EventHandler handler) {
        ConcurrentMessageListenerContainer<String, byte[]> container =
                container(topics, "grid." + grid.service() + "." + group, handler);
        containers.add(container);
        if (running) {
            container.start();
        }
    }

    /** As {@link #start(Set, String, EventHandler)}, from one topic. */
    public void start(String topic, String group, EventHandler handler) {
        start(Set.of(topic), group, handler);
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container(
            Set<String> topics, String group, EventHandler handler) {
        BatchListener listener = new BatchListener(
                group,
                handler,
                new ParkedEvents(database, group, clock),
                deadLetters,
                new EventCounters(meters, group));
        listeners.put(group, listener);
        ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(group);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        properties.setShutdownTimeout(SHUTDOWN_MILLIS);
        properties.setMessageListener(listener);
        ConcurrentMessageListenerContainer<String, byte[]> container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        consumerProperties(), new StringDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setConcurrency(settings.concurrency());
        container.setBeanName(group);
        container.setCommonErrorHandler(untilItSucceeds());
        return container;
    }

    private Map<String, Object> consumerProperties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, grid.kafkaBootstrap());
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords());
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int)
                settings.gatherFor().toMillis());
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, (int)
                settings.gatherBytes().toBytes());
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MILLIS / 4);
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
        return properties;
    }

    /** No exception is final: to skip a batch would be to lose it. */
    private DefaultErrorHandler untilItSucceeds() {
        ExponentialBackOff pauses = new ExponentialBackOff(settings.retryFirst().toMillis(), 2);
        pauses.setMaxInterval(settings.retryMost().toMillis());
        DefaultErrorHandler handler = new DefaultErrorHandler(pauses);
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    /** Which groups cannot get on at the moment; what they wait for is not lost. */
    public List<String> stalled() {
        return listeners.entrySet().stream()
                .filter(entry -> entry.getValue().isStalled())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public synchronized void start() {
        running = true;
        containers.forEach(ConcurrentMessageListenerContainer::start);
    }

    @Override
    public synchronized void stop() {
        running = false;
        containers.forEach(ConcurrentMessageListenerContainer::stop);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
