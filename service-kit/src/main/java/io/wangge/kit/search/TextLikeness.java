package io.wangge.kit.search;

import java.util.Set;

/** How much two texts say the same, by the terms that they share ({@link SearchTerms}). */
public final class TextLikeness {
    private TextLikeness() {}

    /**
     * Dice's coefficient: twice what is shared, of all that both have. Between 0 (no term in common, or none at all) and
     * 1; a short text within a long one counts for more than by Jaccard's, as people say one thing at different lengths.
     */
    public static double of(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> smaller = one.size() <= other.size() ? one : other;
        Set<String> larger = smaller == one ? other : one;
        long shared = smaller.stream().filter(larger::contains).count();
        return 2.0 * shared / (one.size() + other.size());
    }

    public static double of(String one, String other) {
        return of(SearchTerms.of(one), SearchTerms.of(other));
    }
}
