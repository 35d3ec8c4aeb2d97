package io.wangge.intake.place;

import io.wangge.contracts.GeoPoint;

/**
 * What the numbers of a position mean. Phones' satellites speak WGS-84, Chinese maps and most Chinese apps GCJ-02 (国测局
 * 坐标系), which lies 100 to 700 m beside it. Inside, everything is WGS-84.
 */
public enum CoordinateSystem {
    WGS84 {
        @Override
        public GeoPoint toWgs84(GeoPoint position) {
            return position;
        }
    },
    GCJ02 {
        @Override
        public GeoPoint toWgs84(GeoPoint position) {
            return Gcj02.toWgs84(position);
        }
    };

    /** The same place in WGS-84. */
    public abstract GeoPoint toWgs84(GeoPoint position);
}
