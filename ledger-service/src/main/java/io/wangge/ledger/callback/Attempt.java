package io.wangge.ledger.callback;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Nobody answered.
 *
 * @param commandId of the outcome that said so
 * @param fingerprint of that outcome's content, to know a repeat from another one with the same id
 * @param residentId who was called; null in a round with one reporter
 * @param day where the resident lives: only different days count towards giving up
 * @param atTheDoor nobody was at home; false for a call
 */
public record Attempt(
        String commandId,
        String fingerprint,
        String clerkId,
        Instant at,
        LocalDate day,
        @Nullable String residentId,
        boolean atTheDoor) {}
