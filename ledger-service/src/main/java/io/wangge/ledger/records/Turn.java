package io.wangge.ledger.records;

import io.wangge.contracts.Event;
import io.wangge.contracts.Refused;

/** What a wish does to a record. */
public sealed interface Turn<T> {
    /** @param after the record after {@code event} */
    record Next<T>(T after, Event event) implements Turn<T> {}

    /** The same was said before. */
    record Repeated<T>() implements Turn<T> {}

    record No<T>(Refused why) implements Turn<T> {}

    static <T> Turn<T> no(String code) {
        return new No<>(Refused.of(code));
    }
}
