package io.wangge.dispatch.mongo.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.desk.CaseClock;
import io.wangge.dispatch.mongo.casefile.Replicas.Replica;
import io.wangge.kit.migration.Migrations;
import io.wangge.kit.outbox.OutboxRelay.Pace;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many cases fall due in one minute: a few thousand every day, and as many as one likes as a measurement.
 *
 * <pre>./mvnw -pl dispatch-service -am verify -Dtest=none -Dit.test=CaseClockGrowthIT -Dgrid.growth.timers=100000 \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false</pre>
 */
class CaseClockGrowthIT {
    private static final int CASES = Integer.getInteger("grid.growth.timers", 2_000);
    private static final int AT_A_TIME = 1_000;
    /** 80 % of the limit for accepting, one hour. */
    private static final Duration FIRST_STEP = Duration.ofMinutes(48);

    private static final Duration WITHIN = Duration.ofMinutes(5);

    private MongoClient client;
    private MongoDatabase database;
    private MongoCollection<Document> cases;
    private Replicas process;
    private String topic;

    @BeforeEach
    void fill() throws Exception {
        client = MongoClients.create(TestBackend.shared().mongoUri());
        database = client.getDatabase(TestBackend.shared().freshDatabase());
        cases = database.getCollection(CaseMigrations.CASES);
        Migrations.run(
                database,
                List.of(
                        CaseMigrations.indexes(1),
                        CaseMigrations.search(2),
                        CaseMigrations.timers(3),
                        CaseMigrations.provisional(4),
                        CaseMigrations.scopeMarks(5)));
        topic = "growth-" + UUID.randomUUID();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestBackend.shared().kafkaBootstrap()))) {
            admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1)))
                    .all()
                    .get();
        }
        process = new Replicas(database);
        List<Document> batch = new ArrayList<>();
        for (int n = 0; n < CASES; n++) {
            Instant opened = SmallDistrict.MORNING.plusMillis(60_000L * n / CASES);
            Case theCase = Shelf.open(id(n), "0103", "code-g1", "路边有垃圾", "worker-" + n % 1_000, opened);
            batch.add(Shelf.document(theCase).append("commands", List.of()).append("pending", List.of()));
            if (batch.size() == AT_A_TIME || n == CASES - 1) {
                cases.insertMany(batch);
                batch.clear();
            }
        }
        process.setTime(SmallDistrict.MORNING.plus(FIRST_STEP).plus(Duration.ofSeconds(61)));
        process.tick();
    }

    @AfterEach
    void close() throws Exception {
        process.close();
        database.drop();
        client.close();
    }

    @Test
    void all_that_fall_due_in_one_minute_are_acted_on_once_and_the_oldest_first() throws Exception {
        Replica replica = process.start(topic, Pace.DEFAULT);

        assertThat(workedOff(List.of(replica))).isLessThan(WITHIN);

        assertEachStepOnce();
        List<Date> actedOn = cases.find()
                .sort(Sorts.ascending("_id"))
                .projection(Projections.include("lastEventAt"))
                .map(document -> document.getDate("lastEventAt"))
                .into(new ArrayList<>());
        assertThat(actedOn).as("in the order in which they fell due").isSorted();
    }

    @Test
    void two_replicas_act_on_each_of_them_once() throws Exception {
        List<Replica> replicas = List.of(process.start(topic, Pace.DEFAULT), process.start(topic, Pace.DEFAULT));

        assertThat(workedOff(replicas)).isLessThan(WITHIN);

        assertEachStepOnce();
    }

    @Test
    void those_that_cannot_be_changed_keep_nobody_waiting() throws Exception {
        Replica replica = process.start(topic, Pace.DEFAULT);
        Date moment = Date.from(SmallDistrict.MORNING.plus(FIRST_STEP));
        List<String> broken =
                IntStream.range(0, CASES / 2).mapToObj(CaseClockGrowthIT::id).toList();
        // The longest overdue of all, in one moment: what nobody can work out, and one that nobody can even read.
        cases.updateMany(
                Filters.in("_id", broken),
                new Document("$set", new Document("nextTimerAt", moment)).append("$unset", new Document("hold", "")));
        cases.updateOne(
                Filters.eq("_id", broken.getFirst()), new Document("$set", new Document("state", "NO_SUCH_STATE")));

        CaseClock.Round round = replica.clock().round();

        assertThat(round.failed()).isEqualTo(broken.size());
        assertThat(round.fired()).isEqualTo(CASES - broken.size());
    }

    private Duration workedOff(List<Replica> replicas) throws Exception {
        Duration cpuBefore = cpu();
        long start = System.nanoTime();
        Replicas.together(replicas, CaseClockGrowthIT::settle);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "%,d cases by %d replica(s): %.1f s, CPU of all processes %.1f s%n",
                CASES,
                replicas.size(),
                took.toMillis() / 1e3,
                cpu().minus(cpuBefore).toMillis() / 1e3);
        return took;
    }

    private static void settle(Replica replica) {
        CaseClock.Round round;
        do {
            round = replica.clock().round();
            assertThat(round.failed()).isZero();
        } while (round.fired() + round.overtaken() > 0);
    }

    /** Opened with two events, and one step since. */
    private void assertEachStepOnce() {
        assertThat(cases.countDocuments(Filters.eq("version", 3L))).isEqualTo(CASES);
        assertThat(cases.countDocuments(Filters.size("timers", 4))).isEqualTo(CASES);
    }

    private static Duration cpu() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String id(int n) {
        return "case-%08d".formatted(n);
    }
}
