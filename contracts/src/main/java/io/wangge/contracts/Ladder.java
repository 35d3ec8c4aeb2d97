package io.wangge.contracts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The levels from the lowest to the highest, and which level is the ceiling of each scale (小事不出社区, 大事不出街道).
 * Both are data: other places have three or five levels and another pair of guards.
 *
 * @param levels lowest first
 * @param ceilings scale of a category → code of the highest level it may reach
 */
public record Ladder(List<Level> levels, Map<String, String> ceilings) {

    public Level top() {
        return levels.getLast();
    }

    /** The next level upward, none at the top. */
    public Optional<Level> above(String code) {
        int at = indexOf(code);
        return at + 1 < levels.size() ? Optional.of(levels.get(at + 1)) : Optional.empty();
    }

    public boolean isBelow(String lower, String higher) {
        return indexOf(lower) < indexOf(higher);
    }

    /** @throws IllegalArgumentException for a scale that has no ceiling */
    public Level ceilingOf(String scale) {
        String code = ceilings.get(scale);
        if (code == null) {
            throw new IllegalArgumentException("No ceiling for scale " + scale);
        }
        return levels.get(indexOf(code));
    }

    private int indexOf(String code) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No such level: " + code);
    }
}
