package io.wangge.ledger.book;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.entry.Said;

/** Turns an event into what is chained; owned here, done where JSON is known. */
@FunctionalInterface
public interface Sayings {
    Said of(Envelope<Event> event);
}
