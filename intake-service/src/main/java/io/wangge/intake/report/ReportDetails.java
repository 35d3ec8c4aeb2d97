package io.wangge.intake.report;

import io.wangge.intake.place.CoordinateSystem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What only some reports say, in normal form.
 *
 * @param system in which the position was given; the report's own is converted
 * @param accuracyMetres how far off the position may be
 * @param deviceTime the device's clock when it sent; told anew with each try, so no part of the content
 * @param agentId staff id of who acts for the resident
 * @param reference number, call, device or place of publication, by channel
 * @param answerBy when a superior wants an answer
 * @param anonymous that the person behind it did not want to be known
 */
public record ReportDetails(
        CoordinateSystem system,
        @Nullable Double accuracyMetres,
        @Nullable String address,
        @Nullable Instant deviceTime,
        @Nullable String agentId,
        @Nullable String reference,
        @Nullable Instant answerBy,
        boolean anonymous) {
    public static final ReportDetails NONE =
            new ReportDetails(CoordinateSystem.WGS84, null, null, null, null, null, null, false);
}
