package io.wangge.kit.outbox;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.wire.EventJson;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An event as it waits in its document.
 *
 * @param type CloudEvents type
 * @param json its body, written once: the broker gets these very bytes
 */
public record PendingEvent(
        long seq, String type, Instant time, @Nullable String traceparent, String json) {

    public static PendingEvent of(Envelope<?> event) {
        return new PendingEvent(
                event.seq(),
                EventJson.typeOf(event.body()),
                event.time(),
                event.traceparent(),
                EventJson.write(event.body()));
    }

    public static PendingEvent fromDocument(Document document) {
        return new PendingEvent(
                document.getLong("seq"),
                document.getString("type"),
                document.getDate("time").toInstant(),
                document.getString("traceparent"),
                document.getString("json"));
    }

    public Document toDocument() {
        Document document = new Document("seq", seq).append("type", type).append("time", Date.from(time));
        if (traceparent != null) {
            document.append("traceparent", traceparent);
        }
        return document.append("json", json);
    }
}
