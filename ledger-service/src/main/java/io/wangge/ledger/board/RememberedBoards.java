package io.wangge.ledger.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Boards with what they said before. Those that somebody looks at go on being counted for a week, also while nobody
 * does, once a minute: one read and one small write each.
 */
public final class RememberedBoards implements BoardShelf {
    static final Duration AFTERWARDS = Duration.ofDays(7);
    private static final Duration NEWS = Duration.ofMinutes(10);

    private final BoardShelf shelf;
    private final BoardMemory memory;
    private final ConcurrentHashMap<String, Instant> told = new ConcurrentHashMap<>();

    public RememberedBoards(BoardShelf shelf, BoardMemory memory) {
        this.shelf = shelf;
        this.memory = memory;
    }

    @Override
    public Board read(String unit, Instant now) {
        boolean first = told.get(unit) == null;
        boolean news = Objects.requireNonNullElse(told.get(unit), Instant.EPOCH)
                .plus(NEWS)
                .isBefore(now);
        Board board = shelf.read(unit, now);
        if (news) {
            memory.watched(unit, now);
            told.put(unit, now);
        }
        if (first) {
            memory.keep(Moment.of(unit, board));
        }
        return board.with(Past.of(memory.since(Past.reachOf(now), unit), now));
    }

    /** Once a minute. */
    public void remember(Instant now) {
        memory.watchedSince(now.minus(AFTERWARDS)).forEach(unit -> memory.keep(Moment.of(unit, shelf.read(unit, now))));
    }
}
