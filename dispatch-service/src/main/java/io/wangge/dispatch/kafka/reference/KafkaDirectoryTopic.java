package io.wangge.dispatch.kafka.reference;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.dispatch.reference.Announcement;
import io.wangge.dispatch.reference.DirectoryTopic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Sends announcements as CloudEvents in binary mode. The topic has one partition, so their order stands. */
public final class KafkaDirectoryTopic implements DirectoryTopic {
    private final Producer<String, byte[]> producer;
    private final String source;
    private final String topic;
    private final Duration patience;

    /**
     * @param source CloudEvents source of this service
     * @param patience how long the broker has to confirm; longer than the producer's own delivery timeout makes no sense
     */
    public KafkaDirectoryTopic(Producer<String, byte[]> producer, String source, String topic, Duration patience) {
        this.producer = producer;
        this.source = source;
        this.topic = topic;
        this.patience = patience;
    }

    @Override
    public void send(List<Announcement> announcements) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            List<Future<RecordMetadata>> sent = announcements.stream()
                    .map(announcement -> producer.send(record(announcement)))
                    .toList();
            for (Future<RecordMetadata> confirmation : sent) {
                confirmation.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAnnounced("interrupted while the broker was to confirm", e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotAnnounced("the broker did not confirm " + announcements.size() + " messages on " + topic, e);
        }
    }

    private ProducerRecord<String, byte[]> record(Announcement announcement) {
        CloudEvent event = CloudEventCodec.toCloudEvent(source, announcement.event());
        return KafkaMessageFactory.<String>createWriter(topic, null, announcement.key())
                .writeBinary(event);
    }
}
