package io.wangge.kit.consume;

import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.contracts.wire.UndecodableEvent;

/** One message as it came, and what it says. */
record Arrival(Message message, Envelope<Event> event) {

    /** @throws UndecodableEvent when it is no event of ours; says why in words without its content */
    static Arrival of(Message message) {
        byte[] value = message.value();
        if (value == null) {
            throw new UndecodableEvent("the message has no body");
        }
        try {
            return new Arrival(
                    message,
                    CloudEventCodec.fromCloudEvent(KafkaMessageFactory.createReader(message.kafkaHeaders(), value)
                            .toEvent()));
        } catch (CloudEventRWException e) {
            throw new UndecodableEvent("not a CloudEvent: " + e.getKind());
        } catch (UndecodableEvent e) {
            throw e;
        } catch (RuntimeException e) {
            // The SDK parses attributes (time, source) with exceptions of its own making.
            throw new UndecodableEvent("not a CloudEvent: " + e.getClass().getSimpleName());
        }
    }

    String stream() {
        return event.stream();
    }

    long seq() {
        return event.seq();
    }
}
