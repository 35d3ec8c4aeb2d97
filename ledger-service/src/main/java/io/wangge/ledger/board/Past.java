package io.wangge.ledger.board;

import io.wangge.ledger.figures.Days;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a board is held against. It is what the board itself said then, so that nobody finds yesterday's figures changed.
 *
 * @param yesterday the last moment of yesterday up to this hour; null when nobody counted then
 * @param hours of the last 24 hours and the running one those that were counted, oldest first
 */
public record Past(@Nullable Moment yesterday, List<Hour> hours) {
    public static final Past NONE = new Past(null, List.of());

    /** Further back than this hour of yesterday nothing is held against today. */
    static final Duration LATEST = Duration.ofMinutes(30);

    private static final int HOURS = 24;
    private static final Duration DAY = Duration.ofHours(HOURS);

    /** @param from its beginning @param open, overdue at its end */
    public record Hour(Instant from, long reported, long filed, long closed, long open, long overdue) {}

    /** From here on moments are needed. */
    static Instant reachOf(Instant now) {
        return now.minus(DAY).minus(LATEST).minus(Duration.ofHours(1));
    }

    /** @param moments oldest first, from {@link #reachOf} on */
    static Past of(List<Moment> moments, Instant now) {
        return new Past(yesterday(moments, now.minus(DAY)), hours(moments, now));
    }

    private static @Nullable Moment yesterday(List<Moment> moments, Instant thisHour) {
        return moments.stream()
                .filter(moment -> moment.day() == Days.number(thisHour)
                        && !moment.at().isAfter(thisHour)
                        && moment.at().isAfter(thisHour.minus(LATEST)))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** What was counted between two moments belongs to the hour of the second. */
    private static List<Hour> hours(List<Moment> moments, Instant now) {
        Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(DAY);
        Map<Instant, Hour> hours = new TreeMap<>();
        for (int i = 1; i < moments.size(); i++) {
            Moment before = moments.get(i - 1);
            Moment after = moments.get(i);
            Instant hour = after.at().truncatedTo(ChronoUnit.HOURS);
            boolean unbroken =
                    Duration.between(before.at(), after.at()).compareTo(BoardMemory.SLOT.multipliedBy(2)) <= 0;
            if (!hour.isBefore(first) && unbroken) {
                boolean sameDay = before.day() == after.day();
                hours.merge(hour, between(hour, sameDay ? before : null, after), Past::sum);
            }
        }
        return new ArrayList<>(hours.values());
    }

    private static Hour between(Instant hour, @Nullable Moment before, Moment after) {
        // Never below nothing: what was merged or annulled since counts no more.
        return new Hour(
                hour,
                Math.max(0, after.reported() - (before == null ? 0 : before.reported())),
                Math.max(0, after.filed() - (before == null ? 0 : before.filed())),
                Math.max(0, after.closed() - (before == null ? 0 : before.closed())),
                after.open(),
                after.overdue());
    }

    private static Hour sum(Hour before, Hour more) {
        return new Hour(
                before.from(),
                before.reported() + more.reported(),
                before.filed() + more.filed(),
                before.closed() + more.closed(),
                more.open(),
                more.overdue());
    }
}
