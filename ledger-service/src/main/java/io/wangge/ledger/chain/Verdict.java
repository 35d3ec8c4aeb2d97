package io.wangge.ledger.chain;

import org.jspecify.annotations.Nullable;

/**
 * Result of a check.
 *
 * @param entries how many were checked
 * @param streams how many chains were checked
 * @param firstBroken null when the ledger is whole
 */
public record Verdict(long entries, long streams, @Nullable Finding firstBroken) {
    public boolean ok() {
        return firstBroken == null;
    }
}
