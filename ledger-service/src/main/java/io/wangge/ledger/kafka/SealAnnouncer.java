package io.wangge.ledger.kafka;

import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.seal.SealEvent;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.Seal;
import io.wangge.ledger.seal.Signature;
import io.wangge.ledger.sealing.Noticeboard;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Seals on {@code grid.seals.v1}, and the ledger's own events on their topics; each waits for the broker's word. */
public final class SealAnnouncer implements Noticeboard {
    private static final String KEY = "ledger";

    private final Producer<String, byte[]> producer;
    private final String source;
    private final InstantSource clock;

    /** @param source CloudEvents source of this service */
    public SealAnnouncer(Producer<String, byte[]> producer, String source, InstantSource clock) {
        this.producer = producer;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public void publish(Seal seal) {
        SealEvent closed = new SealEvent.Closed(
                seal.no(),
                seal.day(),
                seal.closedAt(),
                seal.entries(),
                seal.root(),
                seal.prevHash(),
                seal.hash(),
                keyId(seal.signature()),
                value(seal.signature()));
        send(Topics.SEALS, KEY, new Envelope<>(Streams.seals(), seal.no(), seal.closedAt(), null, closed));
    }

    @Override
    public void publish(DaySeal day) {
        SealEvent closed = new SealEvent.DayClosed(
                day.no(),
                day.day(),
                day.firstSeal(),
                day.lastSeal(),
                day.root(),
                day.prevHash(),
                day.hash(),
                keyId(day.signature()),
                value(day.signature()));
        send(Topics.SEALS, KEY, new Envelope<>(Streams.daySeals(), day.no(), clock.instant(), null, closed));
    }

    /** @throws KafkaException when the broker has not taken it; it may be sent again */
    public void send(String topic, String key, Envelope<? extends Event> event) {
        try {
            producer.send(KafkaMessageFactory.<String>createWriter(topic, null, null, key)
                            .writeBinary(CloudEventCodec.toCloudEvent(source, event)))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException(event.id() + " was not taken by the broker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while " + event.id() + " was sent", e);
        }
    }

    private static @Nullable String keyId(@Nullable Signature signature) {
        return signature == null ? null : signature.keyId();
    }

    private static @Nullable String value(@Nullable Signature signature) {
        return signature == null ? null : signature.value();
    }
}
