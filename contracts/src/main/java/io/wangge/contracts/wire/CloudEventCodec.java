package io.wangge.contracts.wire;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.v1.CloudEventV1;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * {@link Envelope} ↔ CloudEvents 1.0: {@code id} = stream/seq, {@code subject} = stream, extension {@code sequence} =
 * seq, extension {@code traceparent}.
 */
public final class CloudEventCodec {
    private static final String SEQUENCE = "sequence";
    private static final String TRACEPARENT = "traceparent";

    private CloudEventCodec() {}

    public static CloudEvent toCloudEvent(String source, Envelope<?> event) {
        return toCloudEvent(
                source,
                event.stream(),
                event.seq(),
                EventJson.typeOf(event.body()),
                event.time(),
                event.traceparent(),
                EventJson.write(event.body()).getBytes(StandardCharsets.UTF_8));
    }

    /** For an event whose body was written before, as it stands in an outbox. */
    public static CloudEvent toCloudEvent(
            String source,
            String stream,
            long seq,
            String type,
            Instant time,
            @Nullable String traceparent,
            byte[] json) {
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(Envelope.id(stream, seq))
                .withSource(URI.create(source))
                .withType(type)
                .withSubject(stream)
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withExtension(SEQUENCE, Long.toString(seq))
                .withData("application/json", json);
        if (traceparent != null) {
            builder.withExtension(TRACEPARENT, traceparent);
        }
        return builder.build();
    }

    /** @throws UndecodableEvent when an attribute is missing or contradicts another, or the body cannot be read */
    public static Envelope<Event> fromCloudEvent(CloudEvent event) {
        String stream = present(event.getSubject(), CloudEventV1.SUBJECT);
        OffsetDateTime time = present(event.getTime(), CloudEventV1.TIME);
        long seq = sequence(event);
        if (!event.getId().equals(Envelope.id(stream, seq))) {
            throw new UndecodableEvent("id is not stream/sequence");
        }
        CloudEventData data = present(event.getData(), "data");
        Object traceparent = event.getExtension(TRACEPARENT);
        return new Envelope<>(
                stream,
                seq,
                time.toInstant(),
                traceparent == null ? null : traceparent.toString(),
                EventJson.read(event.getType(), data.toBytes()));
    }

    private static long sequence(CloudEvent event) {
        Object sequence = present(event.getExtension(SEQUENCE), SEQUENCE);
        try {
            long seq = Long.parseLong(sequence.toString());
            if (seq > 0) {
                return seq;
            }
        } catch (NumberFormatException e) {
            // said below, in the words of both cases
        }
        throw new UndecodableEvent("sequence is not a positive number");
    }

    private static <T> T present(@Nullable T value, String attribute) {
        if (value == null) {
            throw new UndecodableEvent("attribute " + attribute + " is missing");
        }
        return value;
    }
}
