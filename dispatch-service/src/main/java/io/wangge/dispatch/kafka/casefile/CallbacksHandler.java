package io.wangge.dispatch.kafka.casefile;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.callback.CallbackEvent.RoundAnswered;
import io.wangge.dispatch.desk.CallbackDesk;
import io.wangge.kit.consume.EventHandler;
import java.util.List;

/** {@code grid.callbacks.v1}: the outcome of a round moves its case on; how the round went is the ledger's matter. */
public final class CallbacksHandler implements EventHandler {
    private final CallbackDesk desk;

    public CallbacksHandler(CallbackDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Unappliable> apply(List<Envelope<Event>> events) {
        return Bodies.unappliable(desk.apply(Bodies.of(RoundAnswered.class, events)));
    }
}
