package io.wangge.kit.consume;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.contracts.wire.UndecodableEvent;

/** One message as it came, and what it says. */
record Arrival(Message message, EventHandler.Heard heard) {

    /** @throws UndecodableEvent when it is no event of ours; says why in words without its content */
    static Arrival of(Message message) {
        byte[] value = message.value();
        if (value == null) {
            throw new UndecodableEvent("the message has no body");
        }
        try {
            CloudEvent came = KafkaMessageFactory.createReader(message.kafkaHeaders(), value)
                    .toEvent();
            Envelope<Event> event = CloudEventCodec.fromCloudEvent(came);
            CloudEventData data = came.getData();
            return new Arrival(message, new EventHandler.Heard(event, data == null ? value : data.toBytes()));
        } catch (CloudEventRWException e) {
            throw new UndecodableEvent("not a CloudEvent: " + e.getKind());
        } catch (UndecodableEvent e) {
            throw e;
        } catch (RuntimeException e) {
            // The SDK parses attributes (time, source) with exceptions of its own making.
            throw new UndecodableEvent("not a CloudEvent: " + e.getClass().getSimpleName());
        }
    }

    Envelope<Event> event() {
        return heard.event();
    }

    String stream() {
        return event().stream();
    }

    long seq() {
        return event().seq();
    }
}
