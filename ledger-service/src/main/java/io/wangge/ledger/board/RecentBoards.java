package io.wangge.ledger.board;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A board that was read a moment ago is as good as a new one: whoever takes it follows from its position and misses
 * nothing. When a street's screens all come back at once, it is read once.
 */
public final class RecentBoards implements BoardShelf {
    static final Duration RECENT = Duration.ofSeconds(1);

    private final BoardShelf shelf;
    private final ConcurrentHashMap<String, Board> recent = new ConcurrentHashMap<>();

    public RecentBoards(BoardShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Board read(String unit, Instant now) {
        return recent.compute(
                unit,
                (same, before) ->
                        before != null && before.at().plus(RECENT).isAfter(now) ? before : shelf.read(unit, now));
    }
}
