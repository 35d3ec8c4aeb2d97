package io.wangge.dispatch.mongo.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.desk.CaseClock;
import io.wangge.dispatch.mongo.casefile.Replicas.Replica;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several replicas look at one store while time is stepped forward. */
class CaseClockIT {
    private static final int CASES = 400;

    private MongoClient client;
    private MongoDatabase database;
    private Replicas process;

    @BeforeEach
    void openDatabase() {
        client = MongoClients.create(TestBackend.shared().mongoUri());
        database = client.getDatabase(TestBackend.shared().freshDatabase());
        List.of(CaseMigrations.indexes(1), CaseMigrations.timers(2))
                .forEach(migration -> migration.commands().forEach(database::runCommand));
        process = new Replicas(database);
    }

    @AfterEach
    void close() throws Exception {
        process.close();
        database.drop();
        client.close();
    }

    @Test
    void three_replicas_take_every_step_of_every_case_once() throws Exception {
        List<Replica> replicas = List.of(process.start(), process.start(), process.start());
        process.openCases(replicas.getFirst(), CASES);

        for (int hour = 0; hour < 24 * 8; hour += 3) {
            process.setTime(SmallDistrict.MORNING.plus(Duration.ofHours(hour)));
            Replicas.together(replicas, CaseClockIT::settle);
        }

        assertStepsOnce(replicas.getFirst());
    }

    @Test
    void a_replica_that_dies_in_the_middle_leaves_nothing_out_and_nothing_twice() throws Exception {
        Replica dying = process.start();
        Replica staying = process.start();
        process.openCases(staying, CASES);
        process.setTime(SmallDistrict.MORNING.plus(Duration.ofHours(3)));
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            pool.submit(() -> dying.clock().round());
            // Its store goes away under its hands; what it had handed in may be written or not.
            dying.stores().close();
        }

        for (int hour = 3; hour < 24 * 8; hour += 3) {
            process.setTime(SmallDistrict.MORNING.plus(Duration.ofHours(hour)));
            settle(staying);
        }

        assertStepsOnce(staying);
    }

    @Test
    void after_an_outage_the_steps_come_late_and_say_so() {
        Replica replica = process.start();
        process.openCases(replica, CASES);

        process.setTime(SmallDistrict.MORNING.plus(Duration.ofDays(10)));
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
            assertThat(theCase.timers()).allMatch(timer -> timer.at().isAfter(process.now()));
            assertThat(theCase.proceedings().supervision().level()).isEqualTo(CaseEvent.SupervisionLevel.RED);
        });
    }

    /** As each document still holds them. */
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

    private static void settle(Replica replica) {
        CaseClock.Round round;
        do {
            round = replica.clock().round();
            assertThat(round.failed()).isZero();
        } while (round.fired() + round.overtaken() > 0);
    }
}
