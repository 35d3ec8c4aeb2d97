package io.wangge.dispatch.casefile;

import io.wangge.contracts.GeoPoint;
import io.wangge.dispatch.directory.Distances;
import java.time.Duration;
import java.util.Optional;

/**
 * 疑似重复: two open cases of one subclass, near in place and time (domain.md, Returns, duplicates, joint handling). The
 * system proposes, a person merges; what a person has found to be two matters is not proposed again.
 *
 * @param metres between the two places, rounded
 * @param apart between the two receipts
 */
public record Likeness(long metres, Duration apart) {

    /** @param metres at most between the places @param within at most between the receipts */
    public record Rule(int metres, Duration within) {}

    /** Empty when they are not alike, or when nobody knows the place of one of them. */
    public static Optional<Likeness> of(Case one, Case other, Rule rule) {
        GeoPoint here = one.opened().location();
        GeoPoint there = other.opened().location();
        String category = one.category();
        if (here == null
                || there == null
                || category == null
                || !category.equals(other.category())
                || one.id().equals(other.id())
                || one.state().isOver()
                || other.state().isOver()
                || isDismissed(one, other)) {
            return Optional.empty();
        }
        double metres = Distances.from(here).metresTo(there);
        Duration apart = Duration.between(
                        one.opened().receivedAt(), other.opened().receivedAt())
                .abs();
        return metres > rule.metres() || apart.compareTo(rule.within()) > 0
                ? Optional.empty()
                : Optional.of(new Likeness(Math.round(metres), apart));
    }

    private static boolean isDismissed(Case one, Case other) {
        return one.proceedings().notDuplicates().contains(other.id())
                || other.proceedings().notDuplicates().contains(one.id());
    }
}
