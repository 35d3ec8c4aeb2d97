package io.wangge.ledger.book;

import java.util.List;

/**
 * Hears of events before they are written into the book, so that whoever dies in between hears of them again; what it
 * does must bear that. What it throws holds up the batch, which then comes again.
 */
@FunctionalInterface
public interface Ahead {
    void coming(List<Told> events);
}
