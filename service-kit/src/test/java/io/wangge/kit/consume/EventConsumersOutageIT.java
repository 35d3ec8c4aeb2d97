package io.wangge.kit.consume;

import static io.wangge.kit.consume.Consumption.GROUP;
import static io.wangge.kit.consume.Consumption.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.localstack.TestBackend;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of events while a server is away; each test breaks servers of its own. */
class EventConsumersOutageIT {
    private static final List<Long> TEN = LongStream.rangeClosed(1, 10).boxed().toList();

    private final TestBackend backend = TestBackend.own();
    private Consumption world;
    private Counting handler;

    @BeforeEach
    void open() {
        world = new Consumption(backend);
        handler = new Counting(world.client, world.database);
    }

    @AfterEach
    void close() {
        world.close();
        backend.close();
    }

    @Test
    void the_store_killed_in_the_middle_nothing_is_skipped_and_nothing_applied_twice() throws Exception {
        world.createTopic();
        world.consumers().start(world.topic, GROUP, handler);
        world.send("case/a", 1, 2, 3);
        await().atMost(PATIENCE).until(() -> handler.appliedInAll() == 3);
        backend.mongod().kill();
        world.send("case/a", 4, 5, 6);
        world.sendRubbish("case/a", "rubbish while the store is away");
        world.send("case/a", 7);
        backend.mongod().start();
        world.send("case/a", 8, 9, 10);

        await().atMost(PATIENCE).ignoreExceptions().until(() -> handler.appliedInAll() == 10);
        assertThat(handler.appliedTo("case/a")).isEqualTo(TEN);
        assertThat(world.deadLetters.list(null, 10)).hasSize(1);
    }

    @Test
    void the_broker_killed_in_the_middle_reading_goes_on_by_itself() throws Exception {
        world.createTopic();
        world.consumers().start(world.topic, GROUP, handler);
        world.send("case/a", 1, 2, 3, 4, 5);
        await().atMost(PATIENCE).until(() -> handler.appliedInAll() == 5);
        backend.kafka().kill();
        backend.kafka().start();
        world.send("case/a", 6, 7, 8, 9, 10);

        await().atMost(PATIENCE).until(() -> handler.appliedInAll() == 10);
        assertThat(handler.appliedTo("case/a")).isEqualTo(TEN);
    }

    @Test
    void a_topic_that_is_created_later_is_found_and_read_from_its_beginning() throws Exception {
        world.consumers().start(world.topic, GROUP, handler);
        world.createTopic();
        world.send("case/a", 1, 2);

        await().atMost(PATIENCE).until(() -> handler.appliedInAll() == 2);
    }
}
