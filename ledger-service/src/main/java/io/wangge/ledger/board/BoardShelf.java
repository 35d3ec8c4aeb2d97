package io.wangge.ledger.board;

import java.time.Instant;

/** Where boards are read. */
public interface BoardShelf {
    /** As of one moment, which is not before the last event that anybody was told of. */
    Board read(String unit, Instant now);
}
