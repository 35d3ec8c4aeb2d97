package io.wangge.dispatch.routing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who is competent for a category in a span of days: an entry of the district's list (事权清单), or a power that was handed
 * down (下放, such as a permit handed to the townships on 1 July).
 *
 * @param id stable name, shown in the explanation of a route
 * @param category four digits
 * @param level code of the level of the ladder that is competent
 * @param lead as in {@link RuleOutcome#lead}; null for the category's lead
 * @param unitId territorial unit in which it holds; null for everywhere
 * @param from first day
 * @param to last day; null for open
 */
public record Mandate(
        String id,
        Kind kind,
        String category,
        String level,
        @Nullable String lead,
        @Nullable String unitId,
        LocalDate from,
        @Nullable LocalDate to) {

    /** Declared by precedence: what was handed down goes before the list. */
    public enum Kind {
        /** 下放, 委托 */
        DELEGATION,
        /** 事权清单 */
        COMPETENCE
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether both hold on some day, of the same kind, for the same category in the same place. */
    boolean collidesWith(Mandate other) {
        return kind == other.kind
                && category.equals(other.category)
                && java.util.Objects.equals(unitId, other.unitId)
                && (other.to == null || !from.isAfter(other.to))
                && (to == null || !other.from.isAfter(to));
    }
}
