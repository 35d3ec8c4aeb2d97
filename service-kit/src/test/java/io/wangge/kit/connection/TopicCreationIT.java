package io.wangge.kit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.Topics;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicCreationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final KafkaSettings SETTINGS =
            new KafkaSettings(12, (short) -1, Duration.ofMillis(2), Duration.ofSeconds(30), "none");

    private final TestBackend backend = TestBackend.own();

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void owned_topics_stand_with_their_dead_letters_also_when_two_replicas_create_them() throws Exception {
        TopicCreation first = start(Topics.CASES, Topics.DIRECTORY);
        TopicCreation second = start(Topics.CASES, Topics.DIRECTORY);
        await().atMost(PATIENCE).until(() -> !first.isRunning() && !second.isRunning());

        try (Admin admin = admin()) {
            Map<String, TopicDescription> topics = admin.describeTopics(List.of(
                            Topics.CASES,
                            Topics.DIRECTORY,
                            Topics.deadLetters(Topics.CASES),
                            Topics.deadLetters(Topics.DIRECTORY)))
                    .allTopicNames()
                    .get();
            assertThat(topics.get(Topics.CASES).partitions()).hasSize(12);
            assertThat(topics.get(Topics.DIRECTORY).partitions()).hasSize(1);
            ConfigResource directory = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DIRECTORY);
            assertThat(admin.describeConfigs(List.of(directory))
                            .all()
                            .get()
                            .get(directory)
                            .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                            .value())
                    .isEqualTo("compact");
        }
    }

    @Test
    void a_broker_that_comes_later_is_waited_for() throws Exception {
        String bootstrap = backend.kafkaBootstrap();
        backend.kafka().kill();
        TopicCreation creation = new TopicCreation(bootstrap, SETTINGS, List.of(OwnedTopics.of(Topics.REPORTS)));
        creation.start();
        assertThat(creation.isRunning()).isTrue();
        backend.kafka().start();
        await().atMost(PATIENCE).until(() -> !creation.isRunning());
        try (Admin admin = admin()) {
            assertThat(admin.listTopics().names().get()).contains(Topics.REPORTS);
        }
    }

    private TopicCreation start(String... topics) {
        TopicCreation creation = new TopicCreation(backend.kafkaBootstrap(), SETTINGS, List.of(OwnedTopics.of(topics)));
        creation.start();
        return creation;
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", backend.kafkaBootstrap()));
    }
}
