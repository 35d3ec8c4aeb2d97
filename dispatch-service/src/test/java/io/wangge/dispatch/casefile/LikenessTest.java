package io.wangge.dispatch.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.report.ReportEvent.Received;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final Likeness.Rule RULE = new Likeness.Rule(50, Duration.ofHours(24));
    private static final Instant MORNING = SmallDistrict.MORNING;

    /** A ten-thousandth of a degree of latitude is 11 m. */
    private static Case at(String id, @Nullable Double latitude, String category, Instant receivedAt) {
        Received seen = SmallDistrict.report(id, category, "code-g1", null, null);
        Opened opened = new Opened(
                id,
                seen.trackingNumber(),
                "N",
                seen.channel(),
                null,
                category,
                seen.text(),
                latitude == null ? null : GeoPoint.of(120.1, latitude),
                "code-g1",
                java.util.List.of("d", "s", "c", "g1"),
                seen.urgency(),
                seen.firstReceiver(),
                null,
                receivedAt);
        return Case.open(id, opened, receivedAt);
    }

    private static final Case ONE = at("one", 30.2, "0602", MORNING);

    @Test
    void near_in_place_and_time_and_of_one_subclass() {
        assertThat(Likeness.of(ONE, at("two", 30.2004, "0602", MORNING.plus(Duration.ofHours(24))), RULE))
                .contains(new Likeness(45, Duration.ofHours(24)));
    }

    @Test
    void each_bound_counts_alone() {
        assertThat(Likeness.of(ONE, at("two", 30.2005, "0602", MORNING), RULE)).isEmpty();
        assertThat(Likeness.of(ONE, at("two", 30.2, "0602", MORNING.minus(Duration.ofHours(25))), RULE))
                .isEmpty();
        assertThat(Likeness.of(ONE, at("two", 30.2, "0603", MORNING), RULE)).isEmpty();
        assertThat(Likeness.of(ONE, at("two", null, "0602", MORNING), RULE)).isEmpty();
        assertThat(Likeness.of(ONE, ONE, RULE)).isEmpty();
    }

    @Test
    void what_is_over_or_was_found_to_be_another_matter_is_not_proposed_from_either_side() {
        Case two = at("two", 30.2, "0602", MORNING);
        Case over = two.apply(new CaseEvent.Cancelled("重复"), MORNING);
        Case dismissing = two.apply(new CaseEvent.DuplicateDismissed("one", "两处"), MORNING);

        assertThat(Likeness.of(ONE, two, RULE)).isPresent();
        assertThat(Likeness.of(ONE, over, RULE)).isEmpty();
        assertThat(Likeness.of(ONE, dismissing, RULE)).isEmpty();
        assertThat(Likeness.of(dismissing, ONE, RULE)).isEmpty();
    }
}
