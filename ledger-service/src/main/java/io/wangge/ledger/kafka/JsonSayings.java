package io.wangge.ledger.kafka;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.wire.EventJson;
import io.wangge.ledger.book.Sayings;
import io.wangge.ledger.entry.Said;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** The JSON tree of an event's body, as it stands on the wire. */
public final class JsonSayings implements Sayings {
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    @Override
    public Said of(Envelope<Event> event) {
        return new Said(
                event.stream(),
                event.seq(),
                EventJson.typeOf(event.body()),
                event.time(),
                EventJson.MAPPER.convertValue(event.body(), TREE));
    }
}
