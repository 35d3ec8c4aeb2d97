package io.wangge.ledger.records;

import io.wangge.contracts.Event;
import io.wangge.contracts.Refused;
import java.time.Instant;
import java.util.List;

/** What a wish does to a record. */
public sealed interface Turn<T> {
    /**
     * @param after the record after the events
     * @param at time of the events
     */
    record Next<T>(T after, Instant at, List<? extends Event> events) implements Turn<T> {}

    static <T extends Kept> Turn<T> next(T after, Event event) {
        return new Next<>(after, after.lastEventAt(), List.of(event));
    }

    /** The same was said before. */
    record Repeated<T>() implements Turn<T> {}

    record No<T>(Refused why) implements Turn<T> {}

    static <T> Turn<T> no(String code) {
        return new No<>(Refused.of(code));
    }
}
