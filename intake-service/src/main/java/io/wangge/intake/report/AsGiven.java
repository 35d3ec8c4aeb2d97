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
 * @param raisedBy the urgent word for which the report is more urgent than its sender said; null for most
 */
public record AsGiven(
        @Nullable Duration clockSkew,
        @Nullable Instant observedAt,
        @Nullable GeoPoint location,
        @Nullable CoordinateSystem system,
        @Nullable String raisedBy) {

    /** Of which the urgency is as it was said. */
    public AsGiven(
            @Nullable Duration clockSkew,
            @Nullable Instant observedAt,
            @Nullable GeoPoint location,
            @Nullable CoordinateSystem system) {
        this(clockSkew, observedAt, location, system, null);
    }

    /** @return null when nothing was derived, as for most */
    public static @Nullable AsGiven of(NewReport report, Instant receivedAt, @Nullable String raisedBy) {
        ReportDetails details = report.details();
        DeviceClock clock = DeviceClock.of(details.deviceTime(), receivedAt);
        Instant said = report.observedAt();
        boolean corrected = said != null && !clock.ours(said, receivedAt).equals(said);
        boolean converted = details.system() != CoordinateSystem.WGS84 && report.location() != null;
        if (clock.skew() == null && !corrected && !converted && raisedBy == null) {
            return null;
        }
        return new AsGiven(
                clock.skew(),
                corrected ? said : null,
                converted ? report.location() : null,
                converted ? details.system() : null,
                raisedBy);
    }

    /** When it was seen, by our clock. */
    public static @Nullable Instant observedAt(NewReport report, Instant receivedAt) {
        Instant said = report.observedAt();
        return said == null
                ? null
                : DeviceClock.of(report.details().deviceTime(), receivedAt).ours(said, receivedAt);
    }
}
