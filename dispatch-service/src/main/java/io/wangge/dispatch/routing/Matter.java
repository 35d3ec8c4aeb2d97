package io.wangge.dispatch.routing;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the router is told of a report.
 *
 * @param category as the reporter gave it, known or not
 * @param gridCode null when the matter lies in no grid
 * @param text what the reporter wrote
 * @param assetId as the reporter gave it, known or not; null for none
 */
public record Matter(
        @Nullable String category,
        @Nullable String gridCode,
        Urgency urgency,
        Channel channel,
        @Nullable Nature nature,
        Instant receivedAt,
        String text,
        @Nullable String assetId) {

    /** About no asset. */
    public Matter(
            @Nullable String category,
            @Nullable String gridCode,
            Urgency urgency,
            Channel channel,
            @Nullable Nature nature,
            Instant receivedAt,
            String text) {
        this(category, gridCode, urgency, channel, nature, receivedAt, text, null);
    }

    /** Without a text. */
    public Matter(
            @Nullable String category,
            @Nullable String gridCode,
            Urgency urgency,
            Channel channel,
            @Nullable Nature nature,
            Instant receivedAt) {
        this(category, gridCode, urgency, channel, nature, receivedAt, "");
    }

    /** The same, were it of another category. */
    public Matter of(@Nullable String otherCategory) {
        return new Matter(otherCategory, gridCode, urgency, channel, nature, receivedAt, text, assetId);
    }

    /** What the report said, as the case that it opened keeps it. */
    public static Matter of(Opened opened) {
        return new Matter(
                opened.category(),
                opened.gridCode(),
                opened.urgency(),
                opened.channel(),
                opened.nature(),
                opened.receivedAt(),
                opened.text().value(),
                opened.assetId());
    }
}
