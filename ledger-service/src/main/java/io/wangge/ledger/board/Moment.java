package io.wangge.ledger.board;

import java.time.Instant;

/**
 * What a board said at a moment; the day's counts begin anew at midnight.
 *
 * @param open, overdue as they stood then
 */
public record Moment(
        String unit, Instant at, int day, long reported, long filed, long closed, long open, long overdue) {
    static Moment of(String unit, Board board) {
        Board.Today today = board.today();
        return new Moment(
                unit,
                board.at(),
                today.day(),
                today.reported(),
                today.filed(),
                today.closed(),
                board.standing().all().open(),
                board.standing().all().overdue());
    }
}
