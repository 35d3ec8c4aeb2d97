package io.wangge.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class CloudEventCodecTest {
    private static final Event BODY = Samples.all().getFirst();
    private static final Envelope<Event> ENVELOPE = new Envelope<>(
            "report/r1",
            1,
            Instant.parse("2026-11-23T04:00:00.123Z"),
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            BODY);

    @Test
    void on_kafka_an_event_has_the_headers_of_the_binary_mode() {
        ProducerRecord<String, byte[]> record = KafkaMessageFactory.<String>createWriter("topic", null, null, "r1")
                .writeBinary(CloudEventCodec.toCloudEvent("/wangge/intake", ENVELOPE));

        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "report/r1/1",
                        "ce_source", "/wangge/intake",
                        "ce_type", "io.wangge.report.received.v1",
                        "ce_subject", "report/r1",
                        "ce_time", "2026-11-23T04:00:00.123Z",
                        "ce_sequence", "1",
                        "ce_traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                        "content-type", "application/json"));
    }

    @Test
    void what_was_written_to_kafka_is_read_back_the_same() {
        ProducerRecord<String, byte[]> sent = KafkaMessageFactory.<String>createWriter("topic", null, null, "r1")
                .writeBinary(CloudEventCodec.toCloudEvent("/wangge/intake", ENVELOPE));
        ConsumerRecord<String, byte[]> received = new ConsumerRecord<>("topic", 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);

        CloudEvent event = KafkaMessageFactory.createReader(received).toEvent();

        assertThat(CloudEventCodec.fromCloudEvent(event)).isEqualTo(ENVELOPE);
    }

    @Test
    void an_id_that_is_not_stream_and_sequence_is_refused() {
        CloudEvent event = CloudEventBuilder.v1(CloudEventCodec.toCloudEvent("/wangge/intake", ENVELOPE))
                .withId("report/r1/2")
                .build();

        assertThatThrownBy(() -> CloudEventCodec.fromCloudEvent(event))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessage("id is not stream/sequence");
    }

    @Test
    void a_sequence_that_is_no_positive_number_is_refused() {
        for (String sequence : new String[] {"0", "-1", "one"}) {
            CloudEvent event = CloudEventBuilder.v1(CloudEventCodec.toCloudEvent("/wangge/intake", ENVELOPE))
                    .withId("report/r1/" + sequence)
                    .withExtension("sequence", sequence)
                    .build();

            assertThatThrownBy(() -> CloudEventCodec.fromCloudEvent(event)).isInstanceOf(UndecodableEvent.class);
        }
    }
}
