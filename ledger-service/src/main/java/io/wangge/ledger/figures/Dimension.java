package io.wangge.ledger.figures;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a unit's figures of a day are split by. */
public enum Dimension {
    ALL("a", contribution -> "*"),
    LEVEL("l", Contribution::level),
    CATEGORY("k", Contribution::category),
    CHANNEL("c", Contribution::channel),
    /** Stored apart: a district has a thousand of them a day. */
    WORKER("w", Contribution::worker),
    /** Of open cases alone. */
    PLACE("p", Contribution::place);

    /** Just functions, though the type cannot say so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Contribution, @Nullable String> value;

    private final String key;

    Dimension(String key, Function<Contribution, @Nullable String> value) {
        this.key = key;
        this.value = value;
    }

    public String key() {
        return key;
    }

    /** Null where the contribution has no part in this split. */
    public @Nullable String of(Contribution contribution) {
        return value.apply(contribution);
    }

    /** Times are kept in total and by level: a bucket for each case in each split would be most of what is stored. */
    public Map<String, Long> kept(Map<String, Long> counts) {
        if (this == ALL || this == LEVEL) {
            return counts;
        }
        Map<String, Long> kept = new HashMap<>(counts);
        kept.keySet().removeIf(TimeSpan::isBucket);
        return kept;
    }
}
