package io.wangge.intake.report;

import io.wangge.contracts.GeoPoint;
import io.wangge.intake.place.CoordinateSystem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter's device said where the report itself carries something derived; stays in intake.
 *
 * @param clockSkew how far the device's clock was ahead (or, negative, behind); null when it did not say
 * @param observedAt by the device's own clock; null when the report carries the same
 * @param location in {@code system}; null when the report carries the same
 */
public record AsGiven(
        @Nullable Duration clockSkew,
        @Nullable Instant observedAt,
        @Nullable GeoPoint location,
        @Nullable CoordinateSystem system) {

    /** @return null when nothing was derived, as for most */
    public static @Nullable AsGiven of(NewReport report, Instant receivedAt) {
        ReportDetails details = report.details();
        DeviceClock clock = DeviceClock.of(details.deviceTime(), receivedAt);
        Instant said = report.observedAt();
        boolean corrected = said != null && !clock.ours(said, receivedAt).equals(said);
        boolean converted = details.system() != CoordinateSystem.WGS84 && report.location() != null;
        if (clock.skew() == null && !corrected && !converted) {
            return null;
        }
        return new AsGiven(
                clock.skew(),
                corrected ? said : null,
                converted ? report.location() : null,
                converted ? details.system() : null);
    }

    /** When it was seen, by our clock. */
    public static @Nullable Instant observedAt(NewReport report, Instant receivedAt) {
        Instant said = report.observedAt();
        return said == null
                ? null
                : DeviceClock.of(report.details().deviceTime(), receivedAt).ours(said, receivedAt);
    }
}
