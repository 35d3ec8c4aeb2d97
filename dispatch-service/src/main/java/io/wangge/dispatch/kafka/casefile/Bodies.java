package io.wangge.dispatch.kafka.casefile;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.dispatch.desk.Unusable;
import io.wangge.kit.consume.EventHandler.Unappliable;
import java.util.List;

/** Envelopes by what is in them. */
final class Bodies {
    private Bodies() {}

    /** Those that say this; a topic carries other facts too, and may carry more kinds in the future. */
    static <B extends Event> List<Envelope<B>> of(Class<B> body, List<Envelope<Event>> events) {
        return events.stream()
                .filter(event -> body.isInstance(event.body()))
                .map(event -> new Envelope<>(
                        event.stream(), event.seq(), event.time(), event.traceparent(), body.cast(event.body())))
                .toList();
    }

    static List<Unappliable> unappliable(List<Unusable> unusable) {
        return unusable.stream()
                .map(one -> new Unappliable(anyBody(one.event()), one.cause()))
                .toList();
    }

    private static Envelope<Event> anyBody(Envelope<? extends Event> event) {
        return new Envelope<>(event.stream(), event.seq(), event.time(), event.traceparent(), event.body());
    }
}
