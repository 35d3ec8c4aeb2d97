package io.wangge.contracts.report;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Event;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of the stream {@code report/ID}. */
public sealed interface ReportEvent extends Event {

    /**
     * A report was taken in and stored.
     *
     * @param reportId made by the client; also the id of the case that it opens
     * @param category four digits as the reporter gave them, known or not
     * @param gridCode the grid that intake found by position or by code; null when there is none
     * @param claimedGridCode what the reporter gave, when intake knows no such grid or the position lies elsewhere
     * @param firstReceiver 首问责任人, who stays answerable until closing
     * @param residentId opaque id of the person behind the report; null when nobody is known, so nobody is called back
     * @param settledOnSpot present when the matter was settled where it was found (现场解决)
     * @param assetId of the asset that it is about (部件), as the reporter gave it, known or not
     * @param hardCase true when the resident turned to the hard-case desk directly (一号窗口)
     * @param circumstances what only some reports bring; absent for most
     */
    record Received(
            String reportId,
            String trackingNumber,
            Channel channel,
            @Nullable Nature nature,
            @Nullable String category,
            Erasable text,
            @Nullable GeoPoint location,
            @Nullable String gridCode,
            @Nullable String claimedGridCode,
            Urgency urgency,
            Actor firstReceiver,
            @Nullable String residentId,
            @Nullable OnSpotSettlement settledOnSpot,
            Instant receivedAt,
            @Nullable Instant observedAt,
            @Nullable String assetId,
            @Nullable Boolean hardCase,
            @Nullable Circumstances circumstances)
            implements ReportEvent {

        /** About no asset, at no particular desk. */
        public Received(
                String reportId,
                String trackingNumber,
                Channel channel,
                @Nullable Nature nature,
                @Nullable String category,
                Erasable text,
                @Nullable GeoPoint location,
                @Nullable String gridCode,
                @Nullable String claimedGridCode,
                Urgency urgency,
                Actor firstReceiver,
                @Nullable String residentId,
                @Nullable OnSpotSettlement settledOnSpot,
                Instant receivedAt,
                @Nullable Instant observedAt) {
            this(
                    reportId,
                    trackingNumber,
                    channel,
                    nature,
                    category,
                    text,
                    location,
                    gridCode,
                    claimedGridCode,
                    urgency,
                    firstReceiver,
                    residentId,
                    settledOnSpot,
                    receivedAt,
                    observedAt,
                    null,
                    null,
                    null);
        }

        /** Under no particular circumstances. */
        public Received(
                String reportId,
                String trackingNumber,
                Channel channel,
                @Nullable Nature nature,
                @Nullable String category,
                Erasable text,
                @Nullable GeoPoint location,
                @Nullable String gridCode,
                @Nullable String claimedGridCode,
                Urgency urgency,
                Actor firstReceiver,
                @Nullable String residentId,
                @Nullable OnSpotSettlement settledOnSpot,
                Instant receivedAt,
                @Nullable Instant observedAt,
                @Nullable String assetId,
                @Nullable Boolean hardCase) {
            this(
                    reportId,
                    trackingNumber,
                    channel,
                    nature,
                    category,
                    text,
                    location,
                    gridCode,
                    claimedGridCode,
                    urgency,
                    firstReceiver,
                    residentId,
                    settledOnSpot,
                    receivedAt,
                    observedAt,
                    assetId,
                    hardCase,
                    null);
        }
    }

    /**
     * What only some reports bring.
     *
     * @param agentId staff id of the agent who acts for the resident to the end (信访代理, 代办)
     * @param source where it comes from, for channels that have a number or place of their own
     * @param address in the reporter's words
     * @param accuracyMetres how far off the position may be, as the device said
     */
    record Circumstances(
            @Nullable String agentId,
            @Nullable Source source,
            @Nullable Erasable address,
            @Nullable Double accuracyMetres) {}

    /**
     * @param reference the superior's number, the call's record, the device, the article: by channel
     * @param answerBy when the superior wants an answer (上级交办); the case is due no later
     */
    record Source(String reference, @Nullable Instant answerBy) {}

    /** @param text what was done; photos stay with intake and are named by their ids */
    record OnSpotSettlement(Erasable text, List<String> attachmentIds) {}
}
