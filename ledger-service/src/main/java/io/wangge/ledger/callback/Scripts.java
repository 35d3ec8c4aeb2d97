package io.wangge.ledger.callback;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The scripts by category: that of the subclass, else of the class, else the general one. Data, never code. */
public final class Scripts {
    private static final int CLASS_DIGITS = 2;

    private final Map<String, Script> byCategory;

    /**
     * @param byCategory by four digits, two digits, and {@code ""} for all others
     * @throws IllegalArgumentException without a general one
     */
    public Scripts(Map<String, Script> byCategory) {
        if (!byCategory.containsKey("")) {
            throw new IllegalArgumentException("There is no general script, with the empty category");
        }
        this.byCategory = Map.copyOf(byCategory);
    }

    public Script of(@Nullable String category) {
        String code = category == null ? "" : category;
        String itsClass = code.substring(0, Math.min(CLASS_DIGITS, code.length()));
        return Stream.of(code, itsClass, "")
                .filter(byCategory::containsKey)
                .map(byCategory::get)
                .findFirst()
                .orElseThrow();
    }
}
