package io.wangge.intake.place;

import io.wangge.contracts.GeoPoint;

/**
 * GCJ-02, the shift that Chinese maps apply to WGS-84. The shift has a closed form (ellipsoid of Krasovsky 1940) and its
 * inverse has none: it is found by iteration, each step of which is about a thousand times nearer. Outside the box in
 * which the maps shift, both are the same.
 */
final class Gcj02 {
    private static final double SEMI_MAJOR_AXIS = 6378245.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    /** The box that the public algorithm calls China. */
    private static final double WEST = 72.004;

    private static final double EAST = 137.8347;
    private static final double SOUTH = 0.8293;
    private static final double NORTH = 55.8271;
    /** About a tenth of a millimetre. */
    private static final double CLOSE_ENOUGH = 1e-9;

    private static final int MOST_STEPS = 20;

    private Gcj02() {}

    static boolean isShifted(double longitude, double latitude) {
        return longitude >= WEST && longitude <= EAST && latitude >= SOUTH && latitude <= NORTH;
    }

    static GeoPoint fromWgs84(GeoPoint position) {
        double longitude = position.longitude();
        double latitude = position.latitude();
        if (!isShifted(longitude, latitude)) {
            return position;
        }
        Shift shift = Shift.at(longitude, latitude);
        return GeoPoint.of(longitude + shift.longitude(), latitude + shift.latitude());
    }

    static GeoPoint toWgs84(GeoPoint position) {
        if (!isShifted(position.longitude(), position.latitude())) {
            return position;
        }
        double longitude = position.longitude();
        double latitude = position.latitude();
        for (int step = 0; step < MOST_STEPS; step++) {
            Shift shift = Shift.at(longitude, latitude);
            double nextLongitude = position.longitude() - shift.longitude();
            double nextLatitude = position.latitude() - shift.latitude();
            double moved = Math.max(Math.abs(nextLongitude - longitude), Math.abs(nextLatitude - latitude));
            longitude = nextLongitude;
            latitude = nextLatitude;
            if (moved < CLOSE_ENOUGH) {
                break;
            }
        }
        return GeoPoint.of(longitude, latitude);
    }

    /** How far the maps move a WGS-84 position, in degrees. */
    private record Shift(double longitude, double latitude) {
        static Shift at(double longitude, double latitude) {
            double east = longitude - 105.0;
            double north = latitude - 35.0;
            double radians = Math.toRadians(latitude);
            double curvature = 1 - ECCENTRICITY_SQUARED * Math.pow(Math.sin(radians), 2);
            double root = Math.sqrt(curvature);
            double metresPerDegreeNorth =
                    Math.toRadians(SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (curvature * root));
            double metresPerDegreeEast = Math.toRadians(SEMI_MAJOR_AXIS / root * Math.cos(radians));
            return new Shift(
                    metresEast(east, north) / metresPerDegreeEast, metresNorth(east, north) / metresPerDegreeNorth);
        }

        private static double metresNorth(double x, double y) {
            double trend = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
            return trend
                    + ripples(x)
                    + (20.0 * wave(y, 1) + 40.0 * wave(y, 3)) * 2.0 / 3.0
                    + (160.0 * wave(y, 12) + 320.0 * wave(y, 30)) * 2.0 / 3.0;
        }

        private static double metresEast(double x, double y) {
            double trend = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
            return trend
                    + ripples(x)
                    + (20.0 * wave(x, 1) + 40.0 * wave(x, 3)) * 2.0 / 3.0
                    + (150.0 * wave(x, 12) + 300.0 * wave(x, 30)) * 2.0 / 3.0;
        }

        private static double ripples(double x) {
            return (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2.0 / 3.0;
        }

        private static double wave(double degrees, int period) {
            return Math.sin(degrees * Math.PI / period);
        }
    }
}
