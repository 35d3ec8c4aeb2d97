package io.wangge.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.audit.AuditEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamOrderTest {
    @Test
    void what_follows_is_applied_in_the_order_of_arrival() {
        StreamOrder order = order(Map.of("a", 3L), List.of(), "a/4", "b/1", "a/5", "b/2");
        assertThat(ids(order.toApply())).containsExactly("a/4", "b/1", "a/5", "b/2");
        assertThat(order.toPark()).isEmpty();
        assertThat(order.repeats()).isZero();
    }

    @Test
    void repeats_of_what_was_applied_before_and_within_the_batch_are_dropped() {
        StreamOrder order = order(Map.of("a", 3L), List.of(), "a/3", "a/4", "a/4", "a/1", "a/5");
        assertThat(ids(order.toApply())).containsExactly("a/4", "a/5");
        assertThat(order.repeats()).isEqualTo(3);
    }

    @Test
    void successors_of_a_gap_wait_and_other_streams_do_not() {
        StreamOrder order = order(Map.of(), List.of(), "a/2", "b/1", "a/3");
        assertThat(ids(order.toApply())).containsExactly("b/1");
        assertThat(ids(order.toPark())).containsExactly("a/2", "a/3");
    }

    @Test
    void a_gap_that_fills_in_the_same_batch_parks_nothing() {
        StreamOrder order = order(Map.of(), List.of(), "a/2", "a/3", "a/1");
        assertThat(ids(order.toApply())).containsExactly("a/1", "a/2", "a/3");
        assertThat(order.toPark()).isEmpty();
    }

    @Test
    void what_was_parked_is_taken_up_when_its_gap_fills_and_the_rest_stays() {
        StreamOrder order = order(Map.of("a", 1L), List.of("a/3", "a/5"), "a/2");
        assertThat(ids(order.toApply())).containsExactly("a/2", "a/3");
        assertThat(ids(order.noLongerParked())).containsExactly("a/3");
        assertThat(order.toPark()).isEmpty();
    }

    @Test
    void what_is_parked_and_comes_again_is_a_repeat() {
        StreamOrder order = order(Map.of("a", 1L), List.of("a/3"), "a/3", "a/4");
        assertThat(order.toApply()).isEmpty();
        assertThat(ids(order.toPark())).containsExactly("a/4");
        assertThat(order.repeats()).isEqualTo(1);
    }

    @Test
    void what_stayed_parked_after_a_crash_is_applied_or_taken_out() {
        StreamOrder order = order(Map.of("a", 4L), List.of("a/3", "a/4", "a/5"), "a/3");
        assertThat(ids(order.toApply())).containsExactly("a/5");
        assertThat(ids(order.noLongerParked())).containsExactlyInAnyOrder("a/3", "a/4", "a/5");
    }

    @Test
    void however_a_stream_is_shuffled_repeated_and_cut_into_batches_it_is_applied_once_in_order() {
        for (int seed = 0; seed < 200; seed++) {
            List<String> arrivals = new ArrayList<>();
            for (int seq = 1; seq <= 20; seq++) {
                arrivals.addAll(Collections.nCopies(1 + seq % 2, "a/" + seq));
            }
            Collections.shuffle(arrivals, new Random(seed));
            List<String> applied = new ArrayList<>();
            List<String> parked = new ArrayList<>();
            for (int from = 0; from < arrivals.size(); from += 7) {
                String[] batch = arrivals.subList(from, Math.min(from + 7, arrivals.size()))
                        .toArray(String[]::new);
                StreamOrder order = order(Map.of("a", (long) applied.size()), parked, batch);
                applied.addAll(ids(order.toApply()));
                parked.addAll(ids(order.toPark()));
                parked.removeAll(ids(order.noLongerParked()));
            }
            List<String> expected = new ArrayList<>();
            for (int seq = 1; seq <= 20; seq++) {
                expected.add("a/" + seq);
            }
            assertThat(applied).as("seed %d", seed).isEqualTo(expected);
            assertThat(parked).isEmpty();
        }
    }

    private static StreamOrder order(Map<String, Long> positions, List<String> parked, String... batch) {
        StreamOrder order = new StreamOrder(
                positions, parked.stream().map(StreamOrderTest::arrival).toList());
        Arrays.stream(batch).map(StreamOrderTest::arrival).forEach(order::arrive);
        return order;
    }

    private static Arrival arrival(String id) {
        String[] parts = id.split("/");
        return new Arrival(
                new Message("topic", 0, 0, null, Map.of(), new byte[0]),
                new EventHandler.Heard(
                        new Envelope<>(
                                parts[0],
                                Long.parseLong(parts[1]),
                                Instant.EPOCH,
                                null,
                                new AuditEvent.SignedIn("account", "staff")),
                        new byte[0]));
    }

    private static List<String> ids(List<Arrival> arrivals) {
        return arrivals.stream().map(arrival -> arrival.event().id()).toList();
    }
}
