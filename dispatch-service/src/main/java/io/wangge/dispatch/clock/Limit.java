package io.wangge.dispatch.clock;

import io.wangge.contracts.directory.DirectoryEvent.LimitItem;

/**
 * How long something may take.
 *
 * @param amount at least 1
 */
public record Limit(int amount, LimitUnit unit) {
    public Limit {
        if (amount < 1) {
            throw new IllegalArgumentException("A limit needs an amount of at least 1, not " + amount);
        }
    }

    /** @throws IllegalArgumentException for an amount below 1 or an unknown unit */
    public static Limit of(LimitItem item) {
        return new Limit(item.amount(), LimitUnit.valueOf(item.unit()));
    }
}
