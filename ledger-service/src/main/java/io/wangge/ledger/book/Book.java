package io.wangge.ledger.book;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ledger as its writers see it. */
public interface Book {
    /**
     * Adds a batch as one: entries, heads, case facts, rounds with their pending outcomes, or nothing of it.
     *
     * @param events within a stream in order and without gaps; repeats are dropped
     * @return what was new
     */
    Changes write(List<Told> events);

    /** Seq of the last entry of each stream that has one. */
    Map<String, Long> positionsOf(Set<String> streams);
}
