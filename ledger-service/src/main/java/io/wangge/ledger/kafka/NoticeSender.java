package io.wangge.ledger.kafka;

import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Topics;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.wire.CloudEventCodec;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Hands notices to the broker, a batch with one flush; intake knows by which way each goes on. */
final class NoticeSender {
    private final Producer<String, byte[]> producer;
    private final String source;

    /** @param source CloudEvents source of this service */
    NoticeSender(Producer<String, byte[]> producer, String source) {
        this.producer = producer;
        this.source = source;
    }

    /** @throws KafkaException when the broker did not take one: the whole batch comes again, and intake tells each once */
    void send(List<Envelope<Raised>> notices) {
        List<Future<RecordMetadata>> answers = notices.stream()
                .map(notice -> producer.send(KafkaMessageFactory.<String>createWriter(
                                Topics.NOTICES, null, null, notice.body().to().id())
                        .writeBinary(CloudEventCodec.toCloudEvent(source, notice))))
                .toList();
        try {
            for (Future<RecordMetadata> answer : answers) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("The broker did not take notices; they are sent again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while notices were sent", e);
        }
    }
}
