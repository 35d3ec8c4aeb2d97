package io.wangge.kit.consume;

import static io.wangge.kit.consume.Consumption.GROUP;
import static io.wangge.kit.consume.Consumption.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.localstack.TestBackend;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What a service may rely on when it reads events, shown on real Kafka and MongoDB. */
class EventConsumersContractIT {
    private Consumption world;
    private Counting handler;

    @BeforeEach
    void open() throws Exception {
        world = new Consumption(TestBackend.shared());
        handler = new Counting(world.client, world.database);
        world.createTopic();
    }

    @AfterEach
    void close() {
        world.database.drop();
        world.close();
    }

    @Test
    void good_malformed_good_the_good_ones_pass_the_malformed_are_dead_letters_and_all_are_counted() throws Exception {
        world.send("case/a", 1);
        world.sendRubbish("case/a", "{\"phone\":\"13800000000\"");
        world.send("case/a", 2);
        world.sendRubbish(null, "");
        world.send("case/b", 1);
        world.consumers().start(world.topic, GROUP, handler);

        await().atMost(PATIENCE).until(() -> handler.appliedInAll() == 3);
        assertThat(handler.appliedTo("case/a")).containsExactly(1L, 2L);
        assertThat(world.count("applied")).isEqualTo(3);
        assertThat(world.count("dead")).isEqualTo(2);
        List<DeadLetter> letters = world.deadLetters.list(null, 10);
        assertThat(letters).extracting(DeadLetter::id).contains(world.topic + "/0/1", world.topic + "/0/3");
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.cause()).contains("CloudEvent").doesNotContain("138");
            assertThat(letter.group()).isEqualTo("grid.sample.test");
        });
        assertThat(world.onDeadLetterTopic()).hasSize(2).first().satisfies(copy -> {
            assertThat(new String(copy.value(), StandardCharsets.UTF_8)).contains("13800000000");
            assertThat(new String(copy.headers().lastHeader(DeadLetters.ORIGIN).value(), StandardCharsets.UTF_8))
                    .isEqualTo(world.topic + "/0/1");
        });
    }

    @Test
    void what_the_handler_cannot_apply_is_a_dead_letter_and_the_next_of_its_stream_pass() throws Exception {
        world.send("case/a", 1);
        world.send(Consumption.unappliable("case/a", 2));
        world.send("case/a", 3);
        world.consumers().start(world.topic, GROUP, handler);

        await().atMost(PATIENCE).until(() -> handler.appliedInAll() == 2 && world.count("dead") == 1);
        assertThat(handler.appliedTo("case/a")).containsExactly(1L, 3L);
        assertThat(world.deadLetters.list(null, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.cause()).isEqualTo("refused by the test");
            assertThat(letter.event()).isEqualTo("case/a/2");
            assertThat(letter.type()).isEqualTo("io.wangge.audit.sign-in-refused.v1");
        });
    }

    @Test
    void repeats_are_dropped_within_a_batch_and_after_it() throws Exception {
        world.send("case/a", 1, 1, 2, 1, 2);
        world.consumers().start(world.topic, GROUP, handler);
        await().atMost(PATIENCE).until(() -> world.count("repeated") == 3);
        world.send("case/a", 1, 2, 3);

        await().atMost(PATIENCE).until(() -> world.count("repeated") == 5);
        await().atMost(PATIENCE).until(() -> handler.appliedInAll() == 3);
        assertThat(handler.appliedTo("case/a")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void successors_of_a_gap_are_parked_and_applied_in_order_when_it_fills_also_by_another_replica() throws Exception {
        world.send("case/a", 1, 3, 4, 6);
        world.send("case/b", 1);
        EventConsumers first = world.consumers();
        first.start(world.topic, GROUP, handler);
        await().atMost(PATIENCE).until(() -> world.count("parked") == 3 && handler.appliedInAll() == 2);
        assertThat(parked()).isEqualTo(3);
        first.stop();

        world.consumers().start(world.topic, GROUP, handler);
        world.send("case/a", 2);
        await().atMost(PATIENCE).until(() -> parked() == 1);
        assertThat(handler.appliedTo("case/a")).containsExactly(1L, 2L, 3L, 4L);

        world.send("case/a", 5, 6);
        await().atMost(PATIENCE).until(() -> parked() == 0);
        assertThat(handler.appliedTo("case/a")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void a_parked_event_that_turns_out_unappliable_becomes_a_dead_letter_of_its_own_place() throws Exception {
        world.send(Consumption.unappliable("case/a", 2));
        world.consumers().start(world.topic, GROUP, handler);
        await().atMost(PATIENCE).until(() -> parked() == 1);
        world.send("case/a", 1);

        await().atMost(PATIENCE).until(() -> world.count("dead") == 1);
        assertThat(world.deadLetters.list(null, 10))
                .singleElement()
                .satisfies(letter -> assertThat(letter.id()).isEqualTo(world.topic + "/0/0"));
        await().atMost(PATIENCE).until(() -> parked() == 0);
    }

    @Test
    void a_handler_that_fails_gets_the_same_batch_until_it_succeeds_and_nothing_is_skipped() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        List<RuntimeException> failures = List.of(
                new IllegalStateException("broken"),
                new ClassCastException("of a kind that Spring Kafka would skip"),
                new com.mongodb.MongoTimeoutException("the store is away"));
        List<String> seen = new CopyOnWriteArrayList<>();
        EventHandler failing = events -> {
            int call = calls.getAndIncrement();
            if (call < failures.size()) {
                throw failures.get(call);
            }
            if (call == failures.size()) {
                throw new NoClassDefFoundError("an Error");
            }
            events.forEach(event -> seen.add(event.id()));
            return List.of();
        };
        world.send("case/a", 1, 2, 3);
        EventConsumers consumers = world.consumers();
        consumers.start(world.topic, GROUP, failing);
        await().atMost(PATIENCE).until(() -> seen.size() == 3);
        assertThat(consumers.stalled()).isEmpty();
        world.send("case/a", 4);
        await().atMost(PATIENCE).until(() -> seen.size() == 4);
        assertThat(seen).containsExactly("case/a/1", "case/a/2", "case/a/3", "case/a/4");
    }

    @Test
    void a_dead_letter_is_stored_and_sent_once_however_often_it_is_given_up() {
        Message message = new Message(
                world.topic, 0, 7, "key", java.util.Map.of("ce_type", "x"), "rubbish".getBytes(StandardCharsets.UTF_8));
        assertThat(world.deadLetters.add("group", message, "cause")).isTrue();
        assertThat(world.deadLetters.add("group", message, "cause")).isFalse();
        assertThat(world.deadLetters.list(null, 10)).hasSize(1);
        assertThat(world.onDeadLetterTopic()).hasSize(1);
    }

    @Test
    void a_dead_letter_whose_sending_was_cut_off_is_sent_when_it_comes_again() {
        Message message =
                new Message(world.topic, 0, 7, null, java.util.Map.of(), "rubbish".getBytes(StandardCharsets.UTF_8));
        world.database
                .getCollection(DeadLetters.COLLECTION)
                .insertOne(message.toDocument().append("_id", message.place()).append("at", new java.util.Date()));
        assertThat(world.deadLetters.add("group", message, "cause")).isFalse();
        assertThat(world.onDeadLetterTopic()).hasSize(1);
    }

    @Test
    void a_dead_letter_that_is_replayed_is_applied_once_its_handler_can_and_is_none_any_more() throws Exception {
        AtomicInteger refusals = new AtomicInteger(1);
        List<String> applied = new CopyOnWriteArrayList<>();
        EventHandler learning = events -> {
            if (refusals.getAndDecrement() > 0) {
                return List.of(new EventHandler.Unappliable(events.getFirst(), "not yet known here"));
            }
            events.forEach(event -> applied.add(event.id()));
            return List.of();
        };
        world.send("case/a", 1);
        world.consumers().start(world.topic, GROUP, learning);
        await().atMost(PATIENCE).until(() -> world.deadLetters.list(null, 10).size() == 1);

        assertThat(world.deadLetters.replay("sample", world.topic + "/0/0")).isTrue();
        await().atMost(PATIENCE).until(() -> applied.equals(List.of("case/a/1")));
        await().atMost(PATIENCE).until(() -> world.deadLetters.list(null, 10).isEmpty());
        assertThat(world.deadLetters.replay("sample", world.topic + "/0/0")).isFalse();
    }

    @Test
    void a_replayed_event_fills_the_gap_that_it_left_and_its_successors_follow() throws Exception {
        world.send("case/a", 1);
        world.sendRubbish("case/a", "{\"phone\":\"13800000000\",\"text\":\"井盖缺失\",\"state\":\"CLOSED\"}");
        world.send("case/a", 3);
        world.consumers().start(world.topic, GROUP, handler);
        await().atMost(PATIENCE).until(() -> world.count("dead") == 1 && parked() == 1);
        // What could not be read is readable now: the letter holds the event as a newer program would read it.
        world.mend(world.topic + "/0/1", Consumption.event("case/a", 2));

        world.deadLetters.replay("sample", world.topic + "/0/1");
        await().atMost(PATIENCE).until(() -> handler.appliedInAll() == 3);
        assertThat(handler.appliedTo("case/a")).containsExactly(1L, 2L, 3L);
        await().atMost(PATIENCE).until(() -> world.deadLetters.list(null, 10).isEmpty());
    }

    @Test
    void a_replay_that_fails_again_is_the_same_dead_letter_and_no_second_one() throws Exception {
        world.sendRubbish("case/a", "rubbish");
        world.consumers().start(world.topic, GROUP, handler);
        await().atMost(PATIENCE).until(() -> world.count("dead") == 1);

        world.deadLetters.replay("sample", world.topic + "/0/0");
        world.send("case/a", 1);
        await().atMost(PATIENCE).until(() -> handler.appliedInAll() == 1);
        assertThat(world.deadLetters.list(null, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(world.topic + "/0/0");
            assertThat(letter.replayedAt()).isNull();
        });
        assertThat(world.onDeadLetterTopic()).hasSize(1);
    }

    @Test
    void a_replay_for_another_service_neither_counts_as_ours_nor_becomes_a_dead_letter_here() throws Exception {
        world.sendRubbish("case/a", "rubbish");
        world.consumers().start(world.topic, GROUP, handler);
        await().atMost(PATIENCE).until(() -> world.count("dead") == 1);

        world.deadLetters.replay("another", world.topic + "/0/0");
        world.send("case/a", 1);
        await().atMost(PATIENCE).until(() -> handler.appliedInAll() == 1);
        assertThat(world.deadLetters.list(null, 10)).hasSize(1);
        assertThat(world.count("dead")).isEqualTo(1);
    }

    @Test
    void one_dead_letter_shows_its_codes_and_the_shape_of_its_body_but_no_words_of_people() {
        String body =
                "{\"caseId\":\"c-1\",\"text\":\"王阿姨家漏水\",\"phone\":\"13800000000\",\"grades\":[\"FAIR\",3],\"at\":\"2026-11-22\"}";
        world.deadLetters.add(
                "group",
                new Message(
                        world.topic,
                        0,
                        3,
                        "c-1",
                        java.util.Map.of("ce_type", "io.wangge.x.v1", "note", "给王阿姨"),
                        body.getBytes(StandardCharsets.UTF_8)),
                "cause");
        LetterContent content = world.deadLetters.find(world.topic + "/0/3").orElseThrow();
        assertThat(String.valueOf(content.body()))
                .contains("c-1", "FAIR", "2026-11-22", "‹6›", "‹11›")
                .doesNotContain("王阿姨", "13800000000");
        assertThat(content.headers()).containsEntry("ce_type", "io.wangge.x.v1").containsEntry("note", "‹4›");
        assertThat(content.bytes()).isEqualTo(body.getBytes(StandardCharsets.UTF_8).length);
        assertThat(world.deadLetters.find("no/0/1")).isEmpty();
        assertThat(world.deadLetters.discard(world.topic + "/0/3")).isTrue();
        assertThat(world.deadLetters.list(null, 10)).isEmpty();
    }

    @Test
    void dead_letters_are_listed_newest_first_page_by_page() {
        for (int offset = 0; offset < 5; offset++) {
            world.deadLetters.add(
                    "group", new Message(world.topic, 0, offset, null, java.util.Map.of(), new byte[0]), "cause");
        }
        List<DeadLetter> first = world.deadLetters.list(null, 3);
        List<DeadLetter> second = world.deadLetters.list(first.getLast(), 3);
        assertThat(first).extracting(DeadLetter::id).hasSize(3).startsWith(world.topic + "/0/4");
        assertThat(second).extracting(DeadLetter::id).containsExactly(world.topic + "/0/1", world.topic + "/0/0");
    }

    @Test
    void health_is_degraded_with_counts_while_anything_is_parked_or_dead() throws Exception {
        EventsHealth health = new EventsHealth(world.database, List::of, Duration.ZERO, InstantSource.system());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        world.send("case/a", 2, 3);
        world.send("case/b", 2);
        world.sendRubbish("case/a", "rubbish");
        world.consumers().start(world.topic, GROUP, handler);
        await().atMost(PATIENCE).until(() -> world.count("parked") == 3 && world.count("dead") == 1);

        health.forget();
        Health degraded = health.health();
        assertThat(degraded.getStatus()).isEqualTo(EventsHealth.DEGRADED);
        assertThat(degraded.getDetails())
                .containsEntry("deadLetters", 1L)
                .containsEntry("deadLettersByTopic", java.util.Map.of(world.topic, 1))
                .containsEntry("parkedEvents", 3L)
                .containsEntry("parkedStreams", 2);
    }

    @Test
    void a_parked_event_alarms_only_when_its_predecessor_is_missing_for_too_long() throws Exception {
        Duration minute = Duration.ofMinutes(1);
        world.send("case/a", 2);
        world.consumers().start(world.topic, GROUP, handler);
        await().atMost(PATIENCE).until(() -> world.count("parked") == 1);

        Health soon = new EventsHealth(world.database, List::of, minute, InstantSource.system()).health();
        assertThat(soon.getStatus()).isEqualTo(Status.UP);
        assertThat(soon.getDetails()).containsEntry("parkedEvents", 1L);
        Instant later = Instant.now().plus(minute);
        assertThat(new EventsHealth(world.database, List::of, minute, () -> later)
                        .health()
                        .getStatus())
                .isEqualTo(EventsHealth.DEGRADED);

        world.send("case/a", 1);
        await().atMost(PATIENCE).until(() -> parked() == 0);
        assertThat(new EventsHealth(world.database, List::of, minute, () -> later)
                        .health()
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void a_handler_that_cannot_get_on_shows_as_stalled_in_the_health() throws Exception {
        EventConsumers consumers = world.consumers();
        EventsHealth health =
                new EventsHealth(world.database, consumers::stalled, Duration.ZERO, InstantSource.system());
        consumers.start(world.topic, GROUP, events -> {
            throw new IllegalStateException("broken for good");
        });
        world.send("case/a", 1);
        await().atMost(PATIENCE).until(() -> !consumers.stalled().isEmpty());
        assertThat(health.health().getStatus()).isEqualTo(EventsHealth.DEGRADED);
        assertThat(health.health().getDetails()).containsEntry("stalled", List.of("grid.sample." + GROUP));
    }

    @Test
    void a_handler_without_positions_sees_every_event_as_it_comes() throws Exception {
        List<Envelope<Event>> seen = new CopyOnWriteArrayList<>();
        world.send("directory/UNIT", 5, 2, 5);
        world.consumers().start(world.topic, GROUP, events -> {
            seen.addAll(events);
            return List.of();
        });
        await().atMost(PATIENCE).until(() -> seen.size() == 3);
        assertThat(seen).extracting(Envelope::seq).containsExactly(5L, 2L, 5L);
    }

    @Test
    void two_thousand_events_of_a_hundred_streams_are_each_applied_once() throws Exception {
        world.consumers().start(world.topic, GROUP, handler);
        for (long seq : LongStream.rangeClosed(1, 20).toArray()) {
            for (int stream = 0; stream < 100; stream++) {
                world.send("case/" + stream, seq);
            }
        }
        await().atMost(PATIENCE).until(() -> handler.appliedInAll() == 2000);
        assertThat(handler.appliedTo("case/42"))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    }

    private long parked() {
        return world.database.getCollection(ParkedEvents.COLLECTION).countDocuments();
    }
}
