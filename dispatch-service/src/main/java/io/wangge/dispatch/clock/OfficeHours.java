package io.wangge.dispatch.clock;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;

/**
 * When an office is open in a week.
 *
 * @param usual on workdays that have no hours of their own, and on swapped workdays
 * @param onDays hours of a day of the week in place of the usual ones: a long Wednesday, a service window on Saturdays.
 *     It is closed on holidays all the same
 */
public record OfficeHours(OpeningHours usual, Map<DayOfWeek, OpeningHours> onDays) {
    public OfficeHours {
        onDays = Map.copyOf(onDays);
    }

    /** The same on every workday. */
    public static OfficeHours of(OpeningHours usual) {
        return new OfficeHours(usual, Map.of());
    }

    Optional<OpeningHours> on(DayOfWeek day, DayKind kind) {
        return switch (kind) {
            case HOLIDAY -> Optional.empty();
            // Who swaps a Saturday works it like the day that it is swapped for.
            case SWAPPED_WORKDAY -> Optional.of(usual);
            case WEEKDAY -> Optional.of(onDays.getOrDefault(day, usual));
            case WEEKEND -> Optional.ofNullable(onDays.get(day));
        };
    }
}
