package io.wangge.dispatch.casefile;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseEvent;
import java.time.Instant;
import java.util.List;

/** What became of a command. */
public sealed interface Decision {

    /** @param by who did it @param at event time @param events in order, at least one */
    record Accepted(Actor by, Instant at, List<CaseEvent> events) implements Decision {}

    /** Understood and not allowed. */
    record Rejected(Refused refused) implements Decision {}
}
