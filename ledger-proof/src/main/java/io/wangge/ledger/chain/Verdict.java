package io.wangge.ledger.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Result of a check.
 *
 * @param entries how many were checked
 * @param streams how many chains were checked
 * @param firstBroken null when the ledger is whole
 * @param seals how many seals were checked
 * @param sealedUntil when the last of them was closed: what was recorded before it can no more be changed unseen; null when
 *     there is none
 * @param unsealed entries that wait for the next seal
 * @param archived how many of the entries were read from archives
 */
public record Verdict(
        long entries,
        long streams,
        @Nullable Finding firstBroken,
        long seals,
        @Nullable Instant sealedUntil,
        long unsealed,
        long archived) {
    public Verdict(
            long entries,
            long streams,
            @Nullable Finding firstBroken,
            long seals,
            @Nullable Instant sealedUntil,
            long unsealed) {
        this(entries, streams, firstBroken, seals, sealedUntil, unsealed, 0);
    }

    public Verdict(long entries, long streams, @Nullable Finding firstBroken) {
        this(entries, streams, firstBroken, 0, null, 0);
    }

    public boolean ok() {
        return firstBroken == null;
    }
}
