package io.wangge.intake.place;

import java.util.Optional;

/** Whether a position can be one: what phones send when they have none, and what programs send the wrong way round. */
public final class Fix {
    /** A device without a fix says 0, 0, which lies in the Gulf of Guinea; a few metres of noise around it, too. */
    private static final double NOWHERE = 0.001;

    private Fix() {}

    /** @return reason for which it cannot be a place; empty when it may be one */
    public static Optional<String> doubt(double longitude, double latitude) {
        if (Math.abs(longitude) < NOWHERE && Math.abs(latitude) < NOWHERE) {
            return Optional.of("no-fix");
        }
        if (inChina(latitude, longitude) && !inChina(longitude, latitude)) {
            return Optional.of("swapped");
        }
        return Optional.empty();
    }

    /** The land with its islands, generously; no swapped pair of it lies in it again. */
    private static boolean inChina(double longitude, double latitude) {
        return longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54;
    }
}
