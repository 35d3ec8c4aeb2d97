package io.wangge.ledger.callback;

import io.wangge.contracts.callback.Grade;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a round ended.
 *
 * @param commandId of the outcome that ended it
 * @param fingerprint of that outcome's content
 * @param clerkId null when the last word was a resident's own, through a link
 * @param reached false when three attempts on different days failed (不可达): counts outside satisfaction
 */
public record Answer(
        String commandId,
        String fingerprint,
        @Nullable String clerkId,
        Instant at,
        boolean reached,
        @Nullable Boolean settled,
        @Nullable Grade grade,
        @Nullable Boolean unitAtFault) {}
