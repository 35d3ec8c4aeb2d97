package io.wangge.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.callback.CallbackEvent.AttemptFailed;
import io.wangge.contracts.callback.CallbackEvent.RoundOpened;
import io.wangge.contracts.casefile.CaseEvent.CallbackRequested;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.kit.store.Stored;
import io.wangge.ledger.Story;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.RoundOpening;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class VisitCallerTest {
    private static final Instant NOON = Story.START;
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    @Test
    void the_workers_of_the_grid_are_told_to_knock_once_for_each_round_and_who_may_not() {
        caller(Channel.GRID_WORKER)
                .apply(List.of(
                        envelope(1, new RoundOpened("c.1", "c", List.of("p-1"), NOON, null)),
                        envelope(2, new AttemptFailed("c.1", "c", Story.WORKER, 1, null, null))));

        assertThat(producer.history()).hasSize(1);
        Raised raised = read(producer.history().getFirst());
        assertThat(raised.noticeId()).isEqualTo("callback-visit:c.1");
        assertThat(raised.to()).isEqualTo(Recipient.unit("u-grid-1", "GRID_WORKER"));
        assertThat(raised.caseId()).isEqualTo("c");
        assertThat(raised.facts())
                .containsEntry("roundId", "c.1")
                .containsEntry("category", "0102")
                .containsEntry("doerId", "s-handler-1");
    }

    @Test
    void nobody_is_told_of_a_round_that_a_clerk_calls_about_or_of_old_ones() {
        caller(Channel.HOTLINE).apply(List.of(envelope(1, new RoundOpened("c.1", "c", List.of("p-1"), NOON, null))));
        VisitCaller late = new VisitCaller(
                ids -> Map.of("c.1", stored(Channel.GRID_WORKER)),
                producer,
                "/wangge/ledger",
                InstantSource.fixed(NOON.plus(LinkSender.TOO_LATE).plusMillis(1)));
        late.apply(List.of(envelope(1, new RoundOpened("c.1", "c", List.of("p-1"), NOON, null))));

        assertThat(producer.history()).isEmpty();
    }

    private VisitCaller caller(Channel channel) {
        return new VisitCaller(
                ids -> Map.of("c.1", stored(channel)), producer, "/wangge/ledger", InstantSource.fixed(NOON));
    }

    private static Stored<Round> stored(Channel channel) {
        Round round = RoundOpening.open(
                        "c",
                        new CallbackRequested("c.1", List.of("p-1"), "u-community-1", channel, NOON),
                        new Story("c").summary(CaseState.PENDING_CALLBACK),
                        null,
                        Story.HANDLER,
                        NOON)
                .round();
        return new Stored<>("c.1", 1, round, List.of(), 0);
    }

    private static Envelope<Event> envelope(long seq, CallbackEvent event) {
        return new Envelope<>("round/c.1", seq, NOON, null, event);
    }

    private static Raised read(ProducerRecord<String, byte[]> sent) {
        ConsumerRecord<String, byte[]> heard = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(heard.headers()::add);
        return (Raised) CloudEventCodec.fromCloudEvent(
                        KafkaMessageFactory.createReader(heard).toEvent())
                .body();
    }
}
