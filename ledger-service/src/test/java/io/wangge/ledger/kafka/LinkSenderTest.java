package io.wangge.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Topics;
import io.wangge.contracts.callback.CallbackEvent.RoundAbandoned;
import io.wangge.contracts.callback.CallbackEvent.RoundOpened;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.ledger.callback.RoundLink;
import io.wangge.ledger.desk.RoundLinks;
import io.wangge.ledger.desk.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class LinkSenderTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private final Map<String, RoundLink> kept = new HashMap<>();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final LinkSender sender = sender(producer);

    @Test
    void each_reporter_of_a_round_is_told_of_a_link_of_his_own_that_opens_the_round() {
        sender.apply(List.of(opened(NOON, "person-1", "person-2", "person-1", "")));

        assertThat(raised())
                .extracting(Raised::to)
                .containsExactly(Recipient.resident("person-1"), Recipient.resident("person-2"));
        Raised first = raised().getFirst();
        assertThat(first.subject()).isEqualTo("callback-link");
        assertThat(first.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(14)));
        String token = String.valueOf(first.link()).replace("/#/rate/", "");
        assertThat(kept.get(Tokens.hash(token)).residentId()).isEqualTo("person-1");
        assertThat(kept.get(Tokens.hash(token)).roundId()).isEqualTo("case-1.1");
        assertThat(producer.history().getFirst().key()).isEqualTo("person-1");
    }

    @Test
    void the_same_round_heard_again_says_just_the_same() {
        sender.apply(List.of(opened(NOON, "person-1")));
        sender.apply(List.of(opened(NOON, "person-1")));

        assertThat(raised()).hasSize(2).containsOnly(raised().getFirst());
        assertThat(kept).hasSize(1);
    }

    @Test
    void old_rounds_and_other_events_send_nothing() {
        sender.apply(List.of(
                opened(NOON.minus(LinkSender.TOO_LATE).minusMillis(1), "person-1"),
                new Envelope<>("round/case-1.1", 2, NOON, null, new RoundAbandoned("case-1.1", "case-1", "x"))));

        assertThat(producer.history()).isEmpty();
        assertThat(kept).isEmpty();
    }

    @Test
    void what_the_broker_did_not_take_fails_the_batch_so_that_it_comes_again() {
        try (MockProducer<String, byte[]> failing =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer())) {
            failing.sendException = new KafkaException("away");

            assertThatThrownBy(() -> sender(failing).apply(List.of(opened(NOON, "person-1"))))
                    .isInstanceOf(KafkaException.class);
        }
    }

    private LinkSender sender(MockProducer<String, byte[]> to) {
        return new LinkSender(
                new RoundLinks() {
                    @Override
                    public void keep(RoundLink link) {
                        kept.put(link.id(), link);
                    }

                    @Override
                    public void keepAll(List<RoundLink> links) {
                        links.forEach(link -> kept.putIfAbsent(link.id(), link));
                    }

                    @Override
                    public Optional<RoundLink> find(String id) {
                        return Optional.ofNullable(kept.get(id));
                    }
                },
                (round, resident) -> "token-" + round + "-" + resident,
                to,
                "/wangge/ledger",
                InstantSource.fixed(NOON));
    }

    private static Envelope<Event> opened(Instant at, String... residents) {
        return new Envelope<>(
                "round/case-1.1", 1, at, null, new RoundOpened("case-1.1", "case-1", List.of(residents), at, null));
    }

    private List<Raised> raised() {
        return producer.history().stream().map(LinkSenderTest::read).toList();
    }

    private static Raised read(ProducerRecord<String, byte[]> sent) {
        assertThat(sent.topic()).isEqualTo(Topics.NOTICES);
        ConsumerRecord<String, byte[]> heard = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(heard.headers()::add);
        return (Raised) CloudEventCodec.fromCloudEvent(
                        KafkaMessageFactory.createReader(heard).toEvent())
                .body();
    }
}
