package io.wangge.dispatch.directory;

import io.wangge.contracts.GeoPoint;
import java.util.List;

/** How far it is from one place, on the plane that touches the earth there: exact to a metre over what a district is. */
public final class Distances {
    /** Metres of one degree of latitude, to a tenth of a percent. */
    static final double METRES = 111_320;

    private final double longitude;
    private final double latitude;
    private final double metresOfLongitude;

    private Distances(GeoPoint place) {
        longitude = place.longitude();
        latitude = place.latitude();
        metresOfLongitude = METRES * Math.cos(Math.toRadians(latitude));
    }

    public static Distances from(GeoPoint place) {
        return new Distances(place);
    }

    public double metresTo(GeoPoint other) {
        return Math.hypot((other.longitude() - longitude) * metresOfLongitude, (other.latitude() - latitude) * METRES);
    }

    /** Whether the rectangle around a ring of [longitude, latitude] comes so near; never false for a ring that does. */
    public boolean mayReach(List<List<Double>> ring, double metres) {
        double east = metres / metresOfLongitude;
        double north = metres / METRES;
        double west = Double.POSITIVE_INFINITY;
        double eastmost = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double northmost = Double.NEGATIVE_INFINITY;
        for (List<Double> position : ring) {
            west = Math.min(west, position.get(0));
            eastmost = Math.max(eastmost, position.get(0));
            south = Math.min(south, position.get(1));
            northmost = Math.max(northmost, position.get(1));
        }
        return longitude >= west - east
                && longitude <= eastmost + east
                && latitude >= south - north
                && latitude <= northmost + north;
    }
}
