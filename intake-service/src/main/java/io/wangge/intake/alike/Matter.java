package io.wangge.intake.alike;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.report.ReportEvent.Received;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to report, or has.
 *
 * @param id of the report
 * @param gridCode where there is no position
 * @param at when it was received, or now
 */
public record Matter(
        String id,
        @Nullable String category,
        String text,
        @Nullable GeoPoint location,
        @Nullable String gridCode,
        Instant at) {
    public static Matter of(Received received) {
        return new Matter(
                received.reportId(),
                received.category(),
                received.text().value(),
                received.location(),
                received.gridCode(),
                received.receivedAt());
    }
}
