package io.wangge.intake.place;

import io.wangge.contracts.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A net of small cells over the ground, so that an index on the cell's name finds what lies near, in the order that the
 * index has beside it. What has no position lies in its grid instead.
 */
public final class Cells {
    /** About 220 m northward: 50 m around a place touch one cell mostly, four at the most. */
    private static final double DEGREES = 0.002;

    private static final double METRES_OF_A_DEGREE = 110_500;

    /** Beyond it the list of cells grows too long for one question. */
    public static final int MOST_METRES = 300;

    private Cells() {}

    /** @return null for what lies nowhere */
    public static @Nullable String of(@Nullable GeoPoint position, @Nullable String gridCode) {
        if (position != null) {
            return name(row(position.longitude()), row(position.latitude()));
        }
        return gridCode == null ? null : "g/" + gridCode;
    }

    /** Every cell that a place so near may lie in. @param metres at most {@link #MOST_METRES} */
    public static List<String> around(GeoPoint position, int metres) {
        double north = metres / METRES_OF_A_DEGREE;
        // Near a pole a cell is a sliver; nobody lives there, and the list must stay short.
        double east = north / Math.max(0.3, Math.cos(Math.toRadians(position.latitude())));
        List<String> cells = new ArrayList<>();
        for (long x = row(position.longitude() - east); x <= row(position.longitude() + east); x++) {
            for (long y = row(position.latitude() - north); y <= row(position.latitude() + north); y++) {
                cells.add(name(x, y));
            }
        }
        return cells;
    }

    private static long row(double degrees) {
        return (long) Math.floor(degrees / DEGREES);
    }

    private static String name(long x, long y) {
        return x + "/" + y;
    }
}
