package io.wangge.ledger.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What boards said before: one moment for each unit and {@link #SLOT}, the last one of it, for eight days and more. */
public interface BoardMemory {
    Duration SLOT = Duration.ofMinutes(10);

    /** In place of an earlier moment of the same slot; whoever comes second with the same leaves the same. */
    void keep(Moment moment);

    /** Oldest first. */
    List<Moment> since(Instant from, String unit);

    /** Somebody looks at this unit's board. */
    void watched(String unit, Instant at);

    /** Units that somebody looked at since then. */
    List<String> watchedSince(Instant from);
}
