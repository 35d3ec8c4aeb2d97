package io.wangge.intake.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.GeoPoint;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Property
    void whatever_lies_so_near_lies_in_one_of_the_cells_around(
            @ForAll @DoubleRange(min = 73, max = 136) double longitude,
            @ForAll @DoubleRange(min = 3, max = 54) double latitude,
            @ForAll @IntRange(min = -8000, max = 8000) int east,
            @ForAll @IntRange(min = -5000, max = 5000) int north,
            @ForAll @IntRange(min = 1, max = Cells.MOST_METRES) int metres) {
        GeoPoint here = GeoPoint.of(longitude, latitude);
        GeoPoint there = GeoPoint.of(longitude + east * 1e-6, latitude + north * 1e-6);
        if (Metres.between(here, there) <= metres) {
            assertThat(Cells.around(here, metres)).contains(String.valueOf(Cells.of(there, null)));
        }
    }

    /** MongoDB merges at most 200 runs of an index without sorting; each cell counts four times, by category. */
    @Property
    void there_are_never_many(
            @ForAll @DoubleRange(min = 73, max = 136) double longitude,
            @ForAll @DoubleRange(min = 3, max = 54) double latitude) {
        assertThat(Cells.around(GeoPoint.of(longitude, latitude), 50)).hasSizeLessThanOrEqualTo(4);
        assertThat(Cells.around(GeoPoint.of(longitude, latitude), Cells.MOST_METRES))
                .hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void what_has_no_position_lies_in_its_grid() {
        assertThat(Cells.of(null, "990100001001001")).isEqualTo("g/990100001001001");
        assertThat(Cells.of(null, null)).isNull();
    }
}
