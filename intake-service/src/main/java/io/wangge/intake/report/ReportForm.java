package io.wangge.intake.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was handed in, unchecked: everything may be missing or wrong. {@link ReportRules} says what is, and
 * turns it into a {@link NewReport}.
 *
 * @param id UUID made by the client, so that the same report can be sent again
 * @param category as the reporter gives it; whether there is such a category is for dispatch to decide
 * @param observedAt RFC 3339 with offset
 * @param assetId of the asset that it is about (部件); whether there is such an asset is for dispatch to decide
 * @param hardCase true when the resident came to the hard-case desk (一号窗口)
 * @param coordinateSystem of the location: WGS84 (default) or GCJ02
 * @param accuracyMetres how far off the location may be
 * @param address in words, where there is no position or beside it
 * @param deviceTime RFC 3339: the device's clock at this very moment, so that a wrong clock is noticed
 * @param agentId staff id of the agent who acts for the resident (信访代理, 代办)
 * @param anonymous true when the person behind it does not want to be known
 */
public record ReportForm(
        @Nullable String id,
        @Nullable String category,
        @Nullable String text,
        @Nullable Position location,
        @Nullable String gridCode,
        @Nullable String urgency,
        @Nullable String channel,
        @Nullable String nature,
        @Nullable OnSpot settledOnSpot,
        @Nullable String observedAt,
        @Nullable Resident resident,
        @Nullable String assetId,
        @Nullable Boolean hardCase,
        @Nullable String coordinateSystem,
        @Nullable Double accuracyMetres,
        @Nullable String address,
        @Nullable String deviceTime,
        @Nullable String agentId,
        @Nullable Origin source,
        @Nullable Boolean anonymous) {

    /** A GeoJSON point: longitude, latitude and perhaps a height, which is not kept. */
    public record Position(@Nullable String type, @Nullable List<@Nullable Double> coordinates) {}

    /** 现场解决: what was done where the matter was found. */
    public record OnSpot(@Nullable String text, @Nullable List<@Nullable String> attachmentIds) {}

    /**
     * Where it comes from, for channels that have numbers of their own.
     *
     * @param reference the superior's number, the record of the call, the device, where it was published
     * @param answerBy RFC 3339: when a superior wants an answer
     */
    public record Origin(
            @Nullable String reference, @Nullable String answerBy) {}

    /** Whom to call back: somebody known already, or name and phone. */
    public record Resident(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String personId) {
        /** Never the content: a record's own text would carry name and phone into logs. */
        @Override
        public String toString() {
            return "Resident[…]";
        }
    }

    @Override
    public String toString() {
        return "ReportForm[id=" + id + "]";
    }
}
