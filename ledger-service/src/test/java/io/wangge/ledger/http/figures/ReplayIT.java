package io.wangge.ledger.http.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Topics;
import io.wangge.ledger.Story;
import io.wangge.ledger.figures.FigureShelf;
import io.wangge.ledger.figures.Histories;
import io.wangge.ledger.http.RunningLedger;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All that Kafka still holds, taken in again from its beginning. */
@Timeout(240)
class ReplayIT {
    private static final String GROUP = "grid.ledger.entries";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> COUNTED = List.of("entries", "streams", "pages", "case_facts", "rounds");

    private final String database = TestBackend.shared().freshDatabase();

    @Test
    void aReplayOfEverythingThatKafkaHoldsChangesNothing() throws Exception {
        forgetPosition();
        Map<String, Object> before;
        try (RunningLedger ledger = new RunningLedger(database)) {
            events().forEach(ledger::send);
            before = standing(ledger);
        }
        assertThat((Long) before.get("entries")).isPositive();

        forgetPosition();
        try (RunningLedger ledger = new RunningLedger(database)) {
            Map<String, Object> after = standing(ledger);
            assertThat(after).isEqualTo(before);
            ledger.bean(FigureShelf.class).recount();
            assertThat(standing(ledger)).isEqualTo(before);
        }
    }

    /** Random lives, some told twice, those of a case in their order. */
    private static List<Envelope<Event>> events() {
        Random random = new Random(20261122);
        List<Envelope<Event>> events = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            List<Envelope<Event>> history =
                    Histories.random("replay-" + i, random.nextLong()).events();
            events.addAll(history);
            if (random.nextInt(3) == 0) {
                events.addAll(history);
            }
        }
        events.addAll(new Story().waitingForCallback().events());
        events.addAll(new Story().waitingForCallback().closed().events());
        return events;
    }

    private void forgetPosition() throws Exception {
        try (Admin admin = admin()) {
            admin.deleteConsumerGroups(List.of(GROUP)).all().get();
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(GroupIdNotFoundException.class);
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", TestBackend.shared().kafkaBootstrap()));
    }

    /** When everything was taken in and published. */
    private Map<String, Object> standing(RunningLedger ledger) {
        MongoDatabase store = ledger.bean(MongoClient.class).getDatabase(database);
        await().atMost(SOON)
                .during(Duration.ofSeconds(1))
                .until(() -> behind() == 0
                        && store.getCollection("rounds")
                                        .countDocuments(new Document("pending.0", new Document("$exists", true)))
                                == 0
                        && store.getCollection("figure_changes").countDocuments() == 0);
        Map<String, Object> standing = new HashMap<>();
        COUNTED.forEach(name -> standing.put(name, store.getCollection(name).countDocuments()));
        Map<String, Document> figures = new TreeMap<>();
        for (String rows : List.of("figure_days", "figure_open")) {
            store.getCollection(rows).find().forEach(row -> {
                String key = rows + " " + row.get("day") + " " + row.get("unit") + " " + row.get("people");
                row.remove("_id");
                row.remove("generation");
                clear(row);
                figures.put(key, row);
            });
        }
        standing.put("figures", figures);
        return standing;
    }

    /** What was added and taken away again leaves a zero, which says what nothing says. */
    private static void clear(Document counts) {
        counts.values().removeIf(value -> {
            if (value instanceof Document inner) {
                clear(inner);
                return inner.isEmpty();
            }
            return value instanceof Number number && number.longValue() == 0;
        });
    }

    private static long behind() throws Exception {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(Set.of(Topics.REPORTS, Topics.CASES, Topics.CALLBACKS, Topics.AUDIT))
                    .allTopicNames()
                    .get()
                    .forEach((topic, description) -> description
                            .partitions()
                            .forEach(one ->
                                    latest.put(new TopicPartition(topic, one.partition()), OffsetSpec.latest())));
            var ends = admin.listOffsets(latest).all().get();
            var positions = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue().offset()
                            - (positions.get(end.getKey()) == null
                                    ? 0
                                    : positions.get(end.getKey()).offset()))
                    .sum();
        }
    }
}
