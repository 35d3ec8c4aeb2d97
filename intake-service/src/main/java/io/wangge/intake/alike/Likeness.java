package io.wangge.intake.alike;

import io.wangge.intake.place.Metres;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * 疑似重复 of two reports. The system proposes, people decide.
 *
 * @param metres between the two places, rounded; null when only the grid is the same
 * @param apart between the two receipts
 * @param wording share of common words, 0 to 1
 */
public record Likeness(@Nullable Long metres, Duration apart, double wording) {
    /** What says the same most, then what is nearest, then what is latest. */
    public static final Comparator<Likeness> NEAREST_FIRST = Comparator.comparingDouble(
                    (Likeness likeness) -> -Math.round(likeness.wording() * 10))
            .thenComparing(Likeness::metres, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Likeness::apart);

    /**
     * Same subclass, near and lately: domain.md, Possible duplicate. Where one of them has no subclass yet, or no position,
     * the words must speak for it too.
     *
     * @param wording how much two texts say the same, 0 to 1
     */
    public static Optional<Likeness> of(
            Matter one, Matter other, Rule rule, ToDoubleBiFunction<String, String> wording) {
        Duration apart = Duration.between(one.at(), other.at()).abs();
        boolean bothFiled = one.category() != null && other.category() != null;
        if (one.id().equals(other.id())
                || apart.compareTo(rule.within()) > 0
                || bothFiled && !String.valueOf(one.category()).equals(other.category())) {
            return Optional.empty();
        }
        Long metres = metres(one, other);
        boolean near = metres == null
                ? one.gridCode() != null && one.gridCode().equals(other.gridCode())
                : metres <= rule.metres();
        if (!near) {
            return Optional.empty();
        }
        double alike = wording.applyAsDouble(one.text(), other.text());
        return bothFiled && metres != null || alike >= rule.wording()
                ? Optional.of(new Likeness(metres, apart, alike))
                : Optional.empty();
    }

    private static @Nullable Long metres(Matter one, Matter other) {
        return one.location() == null || other.location() == null
                ? null
                : Math.round(Metres.between(one.location(), other.location()));
    }
}
