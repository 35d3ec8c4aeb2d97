package io.wangge.ledger.kafka;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.wire.EventJson;
import io.wangge.kit.consume.EventHandler.Heard;
import io.wangge.ledger.book.Told;
import io.wangge.ledger.entry.Said;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Events with the JSON tree of their bodies, as it came over the wire. */
public final class JsonSayings {
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private JsonSayings() {}

    public static Told of(Heard heard) {
        Envelope<Event> event = heard.event();
        return new Told(
                event,
                new Said(
                        event.stream(),
                        event.seq(),
                        EventJson.typeOf(event.body()),
                        event.time(),
                        EventJson.MAPPER.readValue(heard.json(), TREE)));
    }

    /** For an event of our own, in the words that it is published in. */
    public static Told of(Envelope<Event> event) {
        return of(new Heard(event, EventJson.write(event.body()).getBytes(StandardCharsets.UTF_8)));
    }
}
