package io.wangge.intake.http.report;

import io.wangge.intake.report.Report;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gets who has sent a report.
 *
 * @param trackingNumber to ask after it
 * @param gridCode absent when it lies in no grid
 */
public record ReceiptAnswer(
        String id, String trackingNumber, @Nullable String gridCode, Instant receivedAt) {
    public static ReceiptAnswer of(Report report) {
        var received = report.received();
        return new ReceiptAnswer(report.id(), received.trackingNumber(), received.gridCode(), received.receivedAt());
    }
}
