package io.wangge.intake.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Borders and overlaps, and what a look-up costs in a city of 20,000 grids. */
class GridMapPropertyTest {
    private static final int SIDE = 142;
    private static final double STEP = 0.002;

    private static GridItem square(String code, double west, double south, double side) {
        return new GridItem(
                code,
                1,
                code,
                List.of(List.of(
                        List.of(west, south),
                        List.of(west + side, south),
                        List.of(west + side, south + side),
                        List.of(west, south + side),
                        List.of(west, south))));
    }

    private static double edge(int index) {
        return 120 + index * STEP;
    }

    /** Neighbours share the very numbers of their corners, as outlines from one drawing do. */
    private static List<GridItem> city(int side) {
        List<GridItem> grids = new ArrayList<>();
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                String code = String.format(Locale.ROOT, "%03d%03d", x, y);
                grids.add(new GridItem(
                        code,
                        1,
                        code,
                        List.of(List.of(
                                List.of(edge(x), edge(y) - 90),
                                List.of(edge(x + 1), edge(y) - 90),
                                List.of(edge(x + 1), edge(y + 1) - 90),
                                List.of(edge(x), edge(y + 1) - 90),
                                List.of(edge(x), edge(y) - 90)))));
            }
        }
        return grids;
    }

    private static final GridMap SMALL = GridMap.of(city(12));

    @Property
    void a_point_on_a_border_or_corner_lies_in_the_lowest_of_the_grids_that_touch_there(
            @ForAll @IntRange(min = 0, max = 12) int x, @ForAll @IntRange(min = 0, max = 12) int y) {
        String lowest = String.format(Locale.ROOT, "%03d%03d", Math.max(0, x - 1), Math.max(0, y - 1));
        assertThat(SMALL.gridAt(GeoPoint.of(edge(x), edge(y) - 90))).contains(lowest);
    }

    @Property
    void every_point_inside_the_city_lies_in_one_grid_that_covers_it(
            @ForAll @IntRange(min = 1, max = 23_999) int east, @ForAll @IntRange(min = 1, max = 23_999) int north) {
        GeoPoint here = GeoPoint.of(120 + east * 1e-6, 30 + north * 1e-6);
        assertThat(SMALL.gridAt(here)).hasValueSatisfying(code -> {
            assertThat(Math.abs(Integer.parseInt(code.substring(0, 3)) - east / 2000))
                    .isLessThanOrEqualTo(1);
            assertThat(Math.abs(Integer.parseInt(code.substring(3)) - north / 2000))
                    .isLessThanOrEqualTo(1);
        });
    }

    @Property(tries = 200)
    void where_grids_overlap_the_lowest_code_holds_whatever_their_order(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int many) {
        Random random = new Random(seed);
        List<GridItem> grids = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            grids.add(square("g" + i, 120 + random.nextDouble() * 0.01, 30 + random.nextDouble() * 0.01, 0.01));
        }
        GridMap map = GridMap.of(grids);
        Collections.shuffle(grids, random);
        GridMap shuffled = GridMap.of(grids);
        for (int i = 0; i < 20; i++) {
            double east = 120 + random.nextDouble() * 0.02;
            double north = 30 + random.nextDouble() * 0.02;
            var expected = grids.stream()
                    .filter(grid -> covers(grid, east, north))
                    .map(GridItem::code)
                    .sorted()
                    .findFirst();
            assertThat(map.gridAt(GeoPoint.of(east, north))).isEqualTo(expected);
            assertThat(shuffled.gridAt(GeoPoint.of(east, north))).isEqualTo(expected);
        }
    }

    private static boolean covers(GridItem square, double east, double north) {
        List<List<Double>> ring = square.rings().getFirst();
        return east >= ring.get(0).get(0)
                && east <= ring.get(1).get(0)
                && north >= ring.get(0).get(1)
                && north <= ring.get(2).get(1);
    }

    @Test
    void with_20000_grids_a_look_up_looks_at_four_at_the_most() {
        GridMap city = GridMap.of(city(SIDE));
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            GeoPoint here =
                    GeoPoint.of(120 + random.nextDouble() * SIDE * STEP, 30 + random.nextDouble() * SIDE * STEP);
            assertThat(city.candidatesAt(here)).isBetween(1, 4);
        }
        assertThat(city.candidatesAt(GeoPoint.of(edge(70), edge(70) - 90))).isLessThanOrEqualTo(4);
    }

    /** {@code -Dgrid.measure=true}; the figure stands in docs/suggestions.md. */
    @Test
    @EnabledIfSystemProperty(named = "grid.measure", matches = "true")
    void with_20000_grids_of_60_corners_the_95th_percentile_is_below_5_ms() {
        List<GridItem> round = new ArrayList<>();
        for (GridItem grid : city(SIDE)) {
            round.add(rounded(grid));
        }
        GridMap city = GridMap.of(round);
        Random random = new Random(7);
        long[] nanos = new long[50_000];
        for (int i = 0; i < nanos.length; i++) {
            GeoPoint here =
                    GeoPoint.of(120 + random.nextDouble() * SIDE * STEP, 30 + random.nextDouble() * SIDE * STEP);
            long from = System.nanoTime();
            city.gridAt(here);
            nanos[i] = System.nanoTime() - from;
        }
        Arrays.sort(nanos);
        long p95 = nanos[nanos.length * 95 / 100];
        System.out.println("grid look-up with 20164 grids: p50 " + nanos[nanos.length / 2] / 1000.0 + " µs, p95 "
                + p95 / 1000.0 + " µs, max " + nanos[nanos.length - 1] / 1000.0 + " µs");
        assertThat(p95).isLessThan(5_000_000);
    }

    private static GridItem rounded(GridItem grid) {
        List<List<Double>> corners = grid.rings().getFirst();
        List<List<Double>> ring = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            for (int step = 0; step < 15; step++) {
                double part = step / 15.0;
                ring.add(List.of(
                        corners.get(i).get(0)
                                + (corners.get(i + 1).get(0) - corners.get(i).get(0)) * part,
                        corners.get(i).get(1)
                                + (corners.get(i + 1).get(1) - corners.get(i).get(1)) * part));
            }
        }
        ring.add(ring.getFirst());
        return new GridItem(grid.id(), 1, grid.code(), List.of(ring));
    }
}
