package io.wangge.dispatch.clock;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a due time was made of, in the order in which it happened: enough to compute it anew on a later calendar.
 *
 * @param start when the clock began
 * @param limit what it began with, the acceptance limit of a hold for example
 * @param moves few: at most two extensions, one suspension and the justified returns of a case
 */
public record ClockRun(Instant start, Limit limit, List<Move> moves) {
    public ClockRun {
        moves = List.copyOf(moves);
    }

    /** What moved its end. */
    public sealed interface Move {
        /** 延期, or the handling limit after the acceptance limit: counted from the end before it. */
        record Longer(Limit limit) implements Move {}

        /** 挂账. @param unit in which what was left counts: that of the limit that ran */
        record Paused(Instant from, Instant until, LimitUnit unit) implements Move {}

        /** What a justified return had used is given back. @param unit in which it counts */
        record GivenBack(Instant from, Instant until, LimitUnit unit) implements Move {}
    }

    public static ClockRun of(Instant start, Limit limit) {
        return new ClockRun(start, limit, List.of());
    }

    public ClockRun then(Move move) {
        return new ClockRun(
                start, limit, Stream.concat(moves.stream(), Stream.of(move)).toList());
    }

    /** When it is due by {@code calendar}. A pause after the end moves nothing: what is overdue stays overdue. */
    public Deadline due(BusinessCalendar calendar) {
        Deadline due = calendar.due(start, limit);
        for (Move move : moves) {
            Deadline next = switch (move) {
                case Move.Longer(Limit more) -> calendar.following(due.at(), more);
                case Move.Paused(Instant from, Instant until, LimitUnit unit) -> {
                    Countable left = calendar.left(from, due.at(), unit);
                    yield left.isNothing() ? due : calendar.resume(until, left);
                }
                case Move.GivenBack(Instant from, Instant until, LimitUnit unit) ->
                    calendar.resume(due.at(), calendar.countable(from, until, unit));
            };
            due = new Deadline(next.at(), due.provisional() || next.provisional());
        }
        return due;
    }
}
