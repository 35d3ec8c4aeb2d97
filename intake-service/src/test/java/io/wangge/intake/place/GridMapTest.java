package io.wangge.intake.place;

import static io.wangge.intake.YunshanDirectory.EAST;
import static io.wangge.intake.YunshanDirectory.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.intake.YunshanDirectory;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridMapTest {
    private final GridMap map = new Maps().of(YunshanDirectory.directory());

    @Test
    void a_position_lies_in_the_grid_that_covers_it() {
        assertThat(map.gridAt(GeoPoint.of(120.11, 30.21))).contains(WEST);
        assertThat(map.gridAt(GeoPoint.of(120.13, 30.21))).contains(EAST);
    }

    @Test
    void a_shared_border_belongs_to_the_lowest_code() {
        assertThat(map.gridAt(GeoPoint.of(120.12, 30.21))).contains(WEST);
        assertThat(map.gridAt(GeoPoint.of(120.12, 30.20))).contains(WEST);
    }

    @Test
    void the_outer_border_belongs_to_its_grid() {
        assertThat(map.gridAt(GeoPoint.of(120.14, 30.22))).contains(EAST);
    }

    @Test
    void beyond_every_grid_there_is_none() {
        assertThat(map.gridAt(GeoPoint.of(121.0, 31.0))).isEmpty();
        assertThat(map.gridAt(GeoPoint.of(-180, 90))).isEmpty();
    }

    @Test
    void a_hole_is_not_part_of_its_grid() {
        GridItem outer = YunshanDirectory.grid("g", 1, "a", 120.10, 120.14);
        List<List<Double>> hole = List.of(
                List.of(120.11, 30.205),
                List.of(120.12, 30.205),
                List.of(120.12, 30.215),
                List.of(120.11, 30.215),
                List.of(120.11, 30.205));
        GridMap withHole = GridMap.of(
                List.of(new GridItem("g", 1, "a", List.of(outer.rings().getFirst(), hole))));

        assertThat(withHole.gridAt(GeoPoint.of(120.115, 30.21))).isEmpty();
        assertThat(withHole.gridAt(GeoPoint.of(120.13, 30.21))).contains("a");
    }

    @Test
    void a_broken_outline_spoils_only_its_own_grid() {
        GridItem open = new GridItem("g9", 1, "open", List.of(List.of(List.of(120.0, 30.0), List.of(120.1, 30.1))));
        GridItem none = new GridItem("g8", 1, "none", List.of());
        GridMap partly = GridMap.of(List.of(open, none, YunshanDirectory.grid("g1", 1, WEST, 120.10, 120.12)));

        assertThat(partly.gridAt(GeoPoint.of(120.11, 30.21))).contains(WEST);
        assertThat(partly.unusable()).containsExactly("none", "open");
        assertThat(partly.knows("open")).isTrue();
    }

    @Test
    void the_map_is_drawn_anew_when_the_version_changes() {
        Maps maps = new Maps();
        GridMap first = maps.of(YunshanDirectory.directory(1));

        assertThat(maps.of(YunshanDirectory.directory(1))).isSameAs(first);
        assertThat(maps.of(YunshanDirectory.directory(2))).isNotSameAs(first);
    }
}
