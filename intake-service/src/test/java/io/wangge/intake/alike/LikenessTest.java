package io.wangge.intake.alike;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Rule RULE = new Rule(50, Duration.ofHours(24), 0.25);
    private static final ToDoubleBiFunction<String, String> SAME = (one, other) -> one.equals(other) ? 1 : 0;

    private static Matter at(String id, @Nullable Double latitude, @Nullable String category, Instant at) {
        return new Matter(id, category, "井盖破损", latitude == null ? null : GeoPoint.of(120.1, latitude), "g1", at);
    }

    private static final Matter ONE = at("one", 30.2, "0601", NOON);

    private static Optional<Likeness> likeness(Matter one, Matter other) {
        return Likeness.of(one, other, RULE, SAME);
    }

    @Test
    void one_subclass_near_in_place_and_time_is_enough_whatever_the_words() {
        Matter other = at("two", 30.2004, "0601", NOON.minus(Duration.ofHours(24)));
        assertThat(Likeness.of(ONE, other, RULE, (a, b) -> 0))
                .hasValueSatisfying(likeness -> assertThat(likeness.metres()).isEqualTo(44));
    }

    @Test
    void each_bound_counts_alone() {
        assertThat(likeness(ONE, at("two", 30.2005, "0601", NOON))).isEmpty();
        assertThat(likeness(ONE, at("two", 30.2, "0601", NOON.minus(Duration.ofHours(25)))))
                .isEmpty();
        assertThat(likeness(ONE, at("two", 30.2, "0602", NOON))).isEmpty();
        assertThat(likeness(ONE, ONE)).isEmpty();
    }

    @Test
    void without_a_subclass_the_words_must_speak_for_it() {
        Matter unknown = at("two", 30.2, null, NOON);
        assertThat(likeness(ONE, unknown)).isPresent();
        assertThat(Likeness.of(ONE, unknown, RULE, (a, b) -> 0.24)).isEmpty();
    }

    @Test
    void without_a_position_the_grid_and_the_words_must_be_the_same() {
        Matter nowhere = at("two", null, "0601", NOON);
        assertThat(likeness(ONE, nowhere)).isPresent();
        assertThat(Likeness.of(ONE, nowhere, RULE, (a, b) -> 0)).isEmpty();
        assertThat(likeness(ONE, new Matter("two", "0601", "井盖破损", null, "g2", NOON)))
                .isEmpty();
        assertThat(likeness(ONE, new Matter("two", "0601", "井盖破损", null, null, NOON)))
                .isEmpty();
    }
}
