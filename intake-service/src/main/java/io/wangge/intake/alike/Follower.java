package io.wangge.intake.alike;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who follows a report that is there already instead of sending another: with a number of his own, to hear the
 * outcome.
 *
 * @param id made by the client, so that the same can be sent again
 * @param reportId what is followed
 * @param staffId who took it down
 * @param residentId opaque id of who wants to hear; null when it is the member of staff himself
 * @param text what he has to add
 * @param contentHash to tell a repeat
 */
public record Follower(
        String id,
        String reportId,
        String trackingNumber,
        String staffId,
        @Nullable String residentId,
        @Nullable String text,
        Instant at,
        String contentHash) {}
