package io.wangge.dispatch.mongo.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.desk.CaseClock;
import io.wangge.dispatch.desk.CaseNumbers;
import io.wangge.dispatch.desk.FactsNow;
import io.wangge.dispatch.desk.OpeningDesk;
import io.wangge.dispatch.directory.Assets;
import io.wangge.dispatch.reference.Reference;
import io.wangge.kit.outbox.OutboxRelay.Pace;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.store.StreamStores;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several replicas look at one store while time is stepped forward. */
class CaseClockIT {
    private static final int CASES = 400;

    private final AtomicReference<Instant> now = new AtomicReference<>(SmallDistrict.MORNING);
    private final List<AutoCloseable> open = new ArrayList<>();
    private MongoClient client;
    private MongoDatabase database;

    /** A process of its own as far as the store can tell: own connections, own writer. */
    private record Replica(StreamStores stores, StreamStore<Case> cases, CaseClock clock, FactsNow facts) {}

    @BeforeEach
    void openDatabase() {
        client = MongoClients.create(TestBackend.shared().mongoUri());
        database = client.getDatabase(TestBackend.shared().freshDatabase());
        List.of(CaseMigrations.indexes(1), CaseMigrations.timers(2))
                .forEach(migration -> migration.commands().forEach(database::runCommand));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        database.drop();
        client.close();
    }

    @Test
    void three_replicas_take_every_step_of_every_case_once() throws Exception {
        List<Replica> replicas = List.of(replica(), replica(), replica());
        openCases(replicas.getFirst());

        for (int hour = 0; hour < 24 * 8; hour += 3) {
            now.set(SmallDistrict.MORNING.plus(Duration.ofHours(hour)));
            together(replicas);
        }

        assertStepsOnce(replicas.getFirst());
    }

    @Test
    void a_replica_that_dies_in_the_middle_leaves_nothing_out_and_nothing_twice() throws Exception {
        Replica dying = replica();
        Replica staying = replica();
        openCases(staying);
        now.set(SmallDistrict.MORNING.plus(Duration.ofHours(3)));
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            pool.submit(() -> dying.clock().round());
            // Its store goes away under its hands; what it had handed in may be written or not.
            dying.stores().close();
        }

        for (int hour = 3; hour < 24 * 8; hour += 3) {
            now.set(SmallDistrict.MORNING.plus(Duration.ofHours(hour)));
            together(List.of(staying));
        }

        assertStepsOnce(staying);
    }

    @Test
    void after_an_outage_the_steps_come_late_and_say_so() {
        Replica replica = replica();
        openCases(replica);

        now.set(SmallDistrict.MORNING.plus(Duration.ofDays(10)));
        settle(replica);

        List<Document> steps = steps();
        assertThat(steps).isNotEmpty().allMatch(step -> step.getBoolean("late"));
        assertStepsOnce(replica);
    }

    private void assertStepsOnce(Replica replica) {
        List<Document> steps = steps();
        // 80 and 100 % of acceptance, 50, 80 and 100 % of handling, then 150 and 200 % of the supervision clock.
        Map<String, Long> perCase = new java.util.TreeMap<>();
        steps.forEach(step -> perCase.merge(step.getString("case"), 1L, Long::sum));
        assertThat(perCase).hasSize(CASES);
        steps.forEach(step -> step.remove("late"));
        assertThat(steps).doesNotHaveDuplicates();
        perCase.keySet().forEach(id -> {
            Case theCase = replica.cases().load(id).orElseThrow().value();
            assertThat(theCase.timers()).allMatch(timer -> timer.at().isAfter(now.get()));
            assertThat(theCase.proceedings().supervision().level()).isEqualTo(CaseEvent.SupervisionLevel.RED);
        });
    }

    /** Nothing takes the events off: the topic is not there, so each document keeps all that happened to it. */
    private List<Document> steps() {
        List<Document> steps = new ArrayList<>();
        for (Document theCase : database.getCollection(CaseMigrations.CASES).find()) {
            int hold = 0;
            for (Document event : theCase.getList("pending", Document.class)) {
                Document what = Document.parse(event.getString("json")).get("what", Document.class);
                if (what.get("hold", Document.class) != null) {
                    hold = what.get("hold", Document.class).getInteger("number");
                }
                if (event.getString("type").contains("limit-step-reached")) {
                    boolean supervision = what.getString("clock").equals("supervision");
                    steps.add(new Document("case", theCase.getString("_id"))
                            .append("hold", supervision ? 0 : hold)
                            .append("clock", what.getString("clock"))
                            .append("percent", what.getInteger("percent"))
                            .append("fellDueAt", what.getString("fellDueAt"))
                            .append("late", what.getBoolean("late")));
                }
            }
        }
        return steps;
    }

    private void together(List<Replica> replicas) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(replicas.size())) {
            List<Callable<Void>> rounds = replicas.stream()
                    .<Callable<Void>>map(replica -> () -> {
                        settle(replica);
                        return null;
                    })
                    .toList();
            for (var done : pool.invokeAll(rounds)) {
                done.get();
            }
        }
    }

    private static void settle(Replica replica) {
        CaseClock.Round round;
        do {
            round = replica.clock().round();
            assertThat(round.failed()).isZero();
        } while (round.fired() + round.overtaken() > 0);
    }

    private void openCases(Replica replica) {
        AtomicInteger number = new AtomicInteger();
        CaseNumbers numbers = (unit, day) -> unit + "-" + number.incrementAndGet();
        OpeningDesk desk = new OpeningDesk(replica.cases(), replica.facts(), numbers, "STREET");
        assertThat(desk.open(IntStream.range(0, CASES)
                        .mapToObj(i -> SmallDistrict.report("case-" + i, "0103", "code-g1", "resident", null))
                        .map(report -> new Envelope<>(
                                Streams.report(report.reportId()), 1, SmallDistrict.MORNING, null, report))
                        .toList()))
                .isEmpty();
    }

    private Replica replica() {
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBackend.shared().kafkaBootstrap(), "max.block.ms", 500),
                new StringSerializer(),
                new ByteArraySerializer());
        Pace never = new Pace(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(1));
        StreamStores stores = new StreamStores(database, producer, "/wangge/dispatch", now::get, never);
        StreamStore<Case> cases = stores.open(
                CaseMigrations.CASES,
                Topics.CASES + "-nobody",
                Streams::ofCase,
                UnaryOperator.identity(),
                new CaseMapper());
        open.add(producer::close);
        open.add(stores::close);
        FactsNow facts = new FactsNow(
                () -> new Reference(
                        SmallDistrict.DIRECTORY,
                        SmallDistrict.RULES,
                        SmallDistrict.CALENDAR,
                        List.of(),
                        List.of(),
                        List.of(),
                        Assets.NONE,
                        1),
                new CelConditions(),
                SmallDistrict.facts(SmallDistrict.MORNING).policy(),
                now::get);
        return new Replica(stores, cases, new CaseClock(cases, new MongoCasesDue(database), facts), facts);
    }
}
