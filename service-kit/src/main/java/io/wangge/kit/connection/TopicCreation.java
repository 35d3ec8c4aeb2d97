package io.wangge.kit.connection;

import io.wangge.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Creates the owned topics beside the start, as often as it takes: a broker that is away keeps no service from starting. */
class TopicCreation implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

    private final String bootstrap;
    private final KafkaSettings settings;
    private final List<String> topics;
    private volatile @Nullable Thread worker;

    TopicCreation(String bootstrap, KafkaSettings settings, List<OwnedTopics> owned) {
        this.bootstrap = bootstrap;
        this.settings = settings;
        this.topics =
                owned.stream().flatMap(own -> own.topics().stream()).distinct().toList();
    }

    @Override
    public void start() {
        if (!topics.isEmpty()) {
            worker = Thread.ofVirtual().name("topic-creation").start(this::createUntilAllStand);
        }
    }

    private void createUntilAllStand() {
        try {
            while (!allCreated()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            worker = null;
        }
    }

    private boolean allCreated() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS))) {
            return allCreatedBy(admin);
        } catch (KafkaException e) {
            LOG.warn("The topics {} cannot be created yet: {}", topics, e.getMessage());
            return false;
        }
    }

    private boolean allCreatedBy(Admin admin) throws InterruptedException {
        boolean all = true;
        Map<String, KafkaFuture<Void>> outcomes = admin.createTopics(
                        topics.stream().flatMap(this::withDeadLetters).toList())
                .values();
        for (Map.Entry<String, KafkaFuture<Void>> outcome : outcomes.entrySet()) {
            try {
                outcome.getValue().get(TIMEOUT_MILLIS * 2L, TimeUnit.MILLISECONDS);
                LOG.info("Topic {} created", outcome.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    LOG.warn("Topic {} not created yet: {}", outcome.getKey(), String.valueOf(e.getCause()));
                    all = false;
                }
            } catch (TimeoutException e) {
                all = false;
            }
        }
        return all;
    }

    private Stream<NewTopic> withDeadLetters(String topic) {
        List<NewTopic> both = new ArrayList<>();
        if (topic.equals(Topics.DIRECTORY)) {
            both.add(newTopic(topic, 1)
                    .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
        } else if (topic.equals(Topics.SEALS)) {
            both.add(newTopic(topic, 1).configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")));
        } else {
            both.add(newTopic(topic, settings.partitions()));
        }
        both.add(newTopic(Topics.deadLetters(topic), 1)
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(DEAD_LETTERS_KEPT.toMillis()))));
        return both.stream();
    }

    private NewTopic newTopic(String name, int partitions) {
        return new NewTopic(
                name,
                Optional.of(partitions),
                settings.replicas() < 0 ? Optional.empty() : Optional.of(settings.replicas()));
    }

    @Override
    public void stop() {
        Thread running = worker;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
