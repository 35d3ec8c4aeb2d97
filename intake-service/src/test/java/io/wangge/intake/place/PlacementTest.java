package io.wangge.intake.place;

import static io.wangge.intake.YunshanDirectory.EAST;
import static io.wangge.intake.YunshanDirectory.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.GeoPoint;
import io.wangge.intake.YunshanDirectory;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final GeoPoint IN_THE_WEST = GeoPoint.of(120.11, 30.21);
    private static final GeoPoint OUTSIDE = GeoPoint.of(0, 0);
    private final GridMap map = new Maps().of(YunshanDirectory.directory());

    @Test
    void the_position_wins_over_a_named_grid() {
        assertThat(Placement.of(IN_THE_WEST, EAST, map)).isEqualTo(new Placement(WEST, null));
    }

    @Test
    void without_a_position_the_named_grid_holds() {
        assertThat(Placement.of(null, EAST, map)).isEqualTo(new Placement(EAST, null));
    }

    @Test
    void an_unknown_grid_is_kept_as_claimed() {
        assertThat(Placement.of(null, "123", map)).isEqualTo(new Placement(null, "123"));
    }

    @Test
    void outside_every_grid_there_is_no_grid_and_nothing_is_refused() {
        assertThat(Placement.of(OUTSIDE, null, map)).isEqualTo(new Placement(null, null));
        assertThat(Placement.of(OUTSIDE, EAST, map)).isEqualTo(new Placement(null, EAST));
    }

    @Test
    void without_anything_there_is_no_grid() {
        assertThat(Placement.of(null, null, map)).isEqualTo(new Placement(null, null));
    }

    @Test
    void ground_without_a_grid_belongs_to_the_top() {
        var directory = YunshanDirectory.directory();

        assertThat(Territory.pathOf(null, directory)).isEqualTo(List.of("d"));
        assertThat(Territory.pathOf("dissolved", directory)).isEqualTo(List.of("d"));
        assertThat(Territory.pathOf(WEST, directory)).isEqualTo(List.of("d", "s1", "c1", "g1"));
    }
}
