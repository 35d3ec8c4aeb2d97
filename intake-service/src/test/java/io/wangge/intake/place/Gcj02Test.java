package io.wangge.intake.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wangge.contracts.GeoPoint;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gcj02Test {
    private static final double METRES_PER_DEGREE = 111_320;

    /** Positions that the public implementations agree on. */
    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void agrees_with_what_is_published(double longitude, double latitude, double shiftedEast, double shiftedNorth) {
        GeoPoint shifted = Gcj02.fromWgs84(GeoPoint.of(longitude, latitude));

        assertThat(shifted.longitude()).isCloseTo(shiftedEast, within(1e-6));
        assertThat(shifted.latitude()).isCloseTo(shiftedNorth, within(1e-6));
    }

    /** What is asked for is a metre; a tenth of a millimetre is reached. */
    @Property
    void there_and_back_inside_China_is_the_same_place(
            @ForAll @DoubleRange(min = 73.5, max = 135.1) double longitude,
            @ForAll @DoubleRange(min = 3.5, max = 53.6) double latitude) {
        GeoPoint position = GeoPoint.of(longitude, latitude);

        GeoPoint back = CoordinateSystem.GCJ02.toWgs84(Gcj02.fromWgs84(position));

        assertThat(metresBetween(position, back)).isLessThan(0.001);
    }

    @Property
    void inside_China_the_maps_are_off_by_less_than_a_kilometre(
            @ForAll @DoubleRange(min = 73.5, max = 135.1) double longitude,
            @ForAll @DoubleRange(min = 18, max = 53.6) double latitude) {
        GeoPoint position = GeoPoint.of(longitude, latitude);

        assertThat(metresBetween(position, Gcj02.fromWgs84(position))).isBetween(1.0, 1500.0);
    }

    @Property
    void outside_nothing_moves(
            @ForAll @DoubleRange(min = -180, max = 72) double longitude,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude) {
        GeoPoint position = GeoPoint.of(longitude, latitude);

        assertThat(CoordinateSystem.GCJ02.toWgs84(position)).isEqualTo(position);
        assertThat(Gcj02.fromWgs84(position)).isEqualTo(position);
    }

    @Property
    void no_pair_of_China_passes_when_it_is_swapped(
            @ForAll @DoubleRange(min = 73.5, max = 135.1) double longitude,
            @ForAll @DoubleRange(min = 3.5, max = 53.6) double latitude) {
        assertThat(Fix.doubt(longitude, latitude)).isEmpty();
        assertThat(Fix.doubt(latitude, longitude)).contains("swapped");
    }

    private static double metresBetween(GeoPoint one, GeoPoint other) {
        double east = (one.longitude() - other.longitude()) * Math.cos(Math.toRadians(one.latitude()));
        double north = one.latitude() - other.latitude();
        return Math.hypot(east, north) * METRES_PER_DEGREE;
    }
}
