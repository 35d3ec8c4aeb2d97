package io.wangge.intake.place;

import io.wangge.contracts.GeoPoint;
import org.apache.lucene.util.SloppyMath;

/** How far it is. */
public final class Metres {
    private Metres() {}

    /** Along the earth's surface, off by less than a metre over what a district is. */
    public static double between(GeoPoint one, GeoPoint other) {
        return SloppyMath.haversinMeters(one.latitude(), one.longitude(), other.latitude(), other.longitude());
    }
}
