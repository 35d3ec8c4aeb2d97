package io.wangge.dispatch.mongo.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.desk.CaseClock;
import io.wangge.dispatch.desk.CaseNumbers;
import io.wangge.dispatch.desk.DueTimesAnew;
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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Several processes on one store, as far as the store can tell: own connections, own writers, one wall clock. */
final class Replicas implements AutoCloseable {
    private final AtomicReference<Instant> now = new AtomicReference<>(SmallDistrict.MORNING);
    private final AtomicInteger step = new AtomicInteger();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final MongoDatabase database;

    /** @param calendar that is in force on this one */
    record Replica(
            StreamStores stores,
            StreamStore<Case> cases,
            CaseClock clock,
            DueTimesAnew dueTimes,
            FactsNow facts,
            AtomicReference<BusinessCalendar> calendar) {}

    Replicas(MongoDatabase database) {
        this.database = database;
    }

    Instant now() {
        return now.get();
    }

    void setTime(Instant time) {
        now.set(time);
    }

    /** From now on each look at the clock finds it a millisecond later. */
    void tick() {
        step.set(1);
    }

    private Instant tell() {
        return now.updateAndGet(time -> time.plusMillis(step.get()));
    }

    /** Nothing takes its events off: the topic is not there, so each document keeps all that happened to it. */
    Replica start() {
        return start(Topics.CASES + "-nobody", new Pace(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(1)));
    }

    Replica start(String topic, Pace pace) {
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBackend.shared().kafkaBootstrap(), "max.block.ms", 500),
                new StringSerializer(),
                new ByteArraySerializer());
        StreamStores stores = new StreamStores(database, producer, "/wangge/dispatch", this::tell, pace);
        StreamStore<Case> cases =
                stores.open(CaseMigrations.CASES, topic, Streams::ofCase, UnaryOperator.identity(), new CaseMapper());
        open.add(producer::close);
        open.add(stores::close);
        AtomicReference<BusinessCalendar> calendar = new AtomicReference<>(SmallDistrict.CALENDAR);
        FactsNow facts = new FactsNow(
                () -> new Reference(
                        SmallDistrict.DIRECTORY,
                        SmallDistrict.RULES,
                        calendar.get(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Assets.NONE,
                        SmallDistrict.ESCALATION,
                        SmallDistrict.POLICY,
                        Map.of()),
                new CelConditions(),
                this::tell);
        CaseClock clock = new CaseClock(cases, new MongoCasesDue(database), facts);
        DueTimesAnew dueTimes = new DueTimesAnew(cases, new MongoCasesProvisional(database), facts);
        return new Replica(stores, cases, clock, dueTimes, facts, calendar);
    }

    /** As many cases, opened now. */
    void openCases(Replica replica, int many) {
        AtomicInteger number = new AtomicInteger();
        CaseNumbers numbers = (unit, day) -> unit + "-" + number.incrementAndGet();
        OpeningDesk desk = new OpeningDesk(replica.cases(), replica.facts(), numbers, "STREET");
        assertThat(desk.open(IntStream.range(0, many)
                        .mapToObj(i -> SmallDistrict.report("case-" + i, "0103", "code-g1", "resident", null))
                        .map(report -> new Envelope<>(Streams.report(report.reportId()), 1, now.get(), null, report))
                        .toList()))
                .isEmpty();
    }

    /** All of them at once, each in its own thread. */
    static void together(List<Replica> replicas, Consumer<Replica> what) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(replicas.size())) {
            List<Callable<Void>> all = replicas.stream()
                    .<Callable<Void>>map(replica -> () -> {
                        what.accept(replica);
                        return null;
                    })
                    .toList();
            for (var done : pool.invokeAll(all)) {
                done.get();
            }
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }
}
