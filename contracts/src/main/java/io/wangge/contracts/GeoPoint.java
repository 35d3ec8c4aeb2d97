package io.wangge.contracts;

import java.util.List;

/**
 * A GeoJSON point (RFC 7946), WGS 84.
 *
 * @param type always {@code Point}
 * @param coordinates longitude, then latitude, in degrees
 */
public record GeoPoint(String type, List<Double> coordinates) {

    public static GeoPoint of(double longitude, double latitude) {
        return new GeoPoint("Point", List.of(longitude, latitude));
    }

    public double longitude() {
        return coordinates.get(0);
    }

    public double latitude() {
        return coordinates.get(1);
    }
}
