package io.wangge.ledger.book;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.entry.Said;

/**
 * An event as this program understands it, and as its producer said it: the second is what is chained, with the fields
 * that a newer producer adds.
 */
public record Told(Envelope<Event> event, Said said) {}
