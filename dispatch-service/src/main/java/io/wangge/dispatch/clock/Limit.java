package io.wangge.dispatch.clock;

import io.wangge.contracts.directory.DirectoryEvent.LimitItem;

/**
 * How long something may take.
 *
 * @param amount from 1 to {@link #most}
 */
public record Limit(int amount, LimitUnit unit) {
    public Limit {
        if (amount < 1) {
            throw new IllegalArgumentException("A limit needs an amount of at least 1, not " + amount);
        }
        if (amount > most(unit)) {
            throw new IllegalArgumentException(
                    "A limit of " + amount + " " + unit + " is longer than ten years (" + most(unit) + ")");
        }
    }

    /** Ten years, at 250 workdays of eight hours: no limit of any regulation comes near it, and no calendar reaches further. */
    public static int most(LimitUnit unit) {
        return switch (unit) {
            case EMERGENCY_MINUTE -> 3650 * 24 * 60;
            case EMERGENCY_HOUR -> 3650 * 24;
            case WORK_HOUR -> 2500 * 8;
            case WORKDAY -> 2500;
            case NATURAL_DAY -> 3650;
        };
    }

    /** @throws IllegalArgumentException for an amount out of range or an unknown unit */
    public static Limit of(LimitItem item) {
        return new Limit(item.amount(), LimitUnit.valueOf(item.unit()));
    }
}
