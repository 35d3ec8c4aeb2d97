package io.wangge.ledger.callback;

import io.wangge.contracts.Refused;
import io.wangge.contracts.callback.CallbackEvent;
import java.time.Instant;
import java.util.List;

/** What becomes of an outcome. */
public sealed interface RoundDecision {

    /**
     * @param after the round after the events
     * @param at time of the events
     */
    record Changed(Round after, List<CallbackEvent> events, Instant at) implements RoundDecision {}

    /** The same was said before with the same id: the same answer again. */
    record Repeated() implements RoundDecision {}

    record NotAllowed(Refused why) implements RoundDecision {}
}
