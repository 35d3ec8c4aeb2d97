package io.wangge.dispatch.clock;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a due time was made of, in the order in which it happened: enough to compute it anew on a later calendar.
 *
 * @param moves few: at most two extensions, one suspension and the justified returns of a case
 */
public record ClockRun(Beginning from, List<Move> moves) {
    public ClockRun {
        moves = List.copyOf(moves);
    }

    /** What its end was counted from. */
    public sealed interface Beginning {
        /** The clock's start. @param percent 50 for the half limit of a rework, else 100 */
        record Limited(Instant start, Limit limit, int percent) implements Beginning {}

        /** A due time that no later calendar moves; only what moved it is provisional. */
        record Certain(Instant due) implements Beginning {}
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
        return ofShare(start, limit, 100);
    }

    /** @param percent of the limit, at least 1 */
    public static ClockRun ofShare(Instant start, Limit limit, int percent) {
        return new ClockRun(new Beginning.Limited(start, limit, percent), List.of());
    }

    /** Of a clock whose due time is final so far. */
    public static ClockRun certain(Instant due) {
        return new ClockRun(new Beginning.Certain(due), List.of());
    }

    public ClockRun then(Move move) {
        return new ClockRun(from, Stream.concat(moves.stream(), Stream.of(move)).toList());
    }

    /** When it is due by {@code calendar}. A pause after the end moves nothing: what is overdue stays overdue. */
    public Deadline due(BusinessCalendar calendar) {
        Deadline due = switch (from) {
            case Beginning.Limited(Instant start, Limit limit, int percent) -> calendar.share(start, limit, percent);
            case Beginning.Certain(Instant at) -> new Deadline(at, false);
        };
        for (Move move : moves) {
            Deadline next = after(due.at(), move, calendar);
            due = new Deadline(next.at(), due.provisional() || next.provisional());
        }
        return due;
    }

    private static Deadline after(Instant due, Move move, BusinessCalendar calendar) {
        return switch (move) {
            case Move.Longer(Limit more) -> calendar.following(due, more);
            case Move.Paused(Instant from, Instant until, LimitUnit unit) -> {
                Countable left = calendar.left(from, due, unit);
                yield left.isNothing() ? new Deadline(due, false) : calendar.resume(until, left);
            }
            case Move.GivenBack(Instant from, Instant until, LimitUnit unit) -> {
                Countable used = calendar.countable(from, until, unit);
                yield used.isNothing() ? new Deadline(due, false) : calendar.resume(due, used);
            }
        };
    }
}
