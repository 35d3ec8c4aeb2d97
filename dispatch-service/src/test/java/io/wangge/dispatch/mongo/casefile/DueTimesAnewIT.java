package io.wangge.dispatch.mongo.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.desk.DueTimesAnew.Round;
import io.wangge.dispatch.mongo.casefile.Replicas.Replica;
import io.wangge.localstack.TestBackend;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The holidays of a year are published while several replicas work. */
class DueTimesAnewIT {
    private static final int CASES = 700;
    private static final Instant YEAR_END = SmallDistrict.at("2026-12-31T16:30");
    private static final BusinessCalendar WITH_2027 =
            SmallDistrict.published(SmallDistrict.CALENDAR, 2027, Set.of(LocalDate.of(2027, 1, 1)));

    private MongoClient client;
    private MongoDatabase database;
    private Replicas process;

    @BeforeEach
    void openDatabase() {
        client = MongoClients.create(TestBackend.shared().mongoUri());
        database = client.getDatabase(TestBackend.shared().freshDatabase());
        List.of(CaseMigrations.indexes(1), CaseMigrations.timers(2), CaseMigrations.provisional(3))
                .forEach(migration -> migration.commands().forEach(database::runCommand));
        process = new Replicas(database);
        process.setTime(YEAR_END);
    }

    @AfterEach
    void close() throws Exception {
        process.close();
        database.drop();
        client.close();
    }

    @Test
    void two_replicas_set_each_provisional_due_time_anew_once() throws Exception {
        List<Replica> replicas = List.of(process.start(), process.start());
        process.openCases(replicas.getFirst(), CASES);
        assertThat(awaiting()).isEqualTo(CASES);
        assertThat(replicas.getFirst().dueTimes().round()).isEqualTo(new Round(0, 0, 0));

        replicas.forEach(replica -> replica.calendar().set(WITH_2027));
        Replicas.together(replicas, DueTimesAnewIT::settle);

        assertThat(awaiting()).isZero();
        assertAllSettled(replicas.getFirst());
        assertThat(replicas.getFirst().dueTimes().round()).isEqualTo(new Round(0, 0, 0));
    }

    @Test
    void what_a_replica_with_the_old_calendar_opens_is_set_anew_by_the_next_look() {
        Replica old = process.start();
        Replica ready = process.start();
        ready.calendar().set(WITH_2027);
        assertThat(ready.dueTimes().round().set()).isZero();

        process.openCases(old, 3);
        assertThat(old.dueTimes().round().set()).isZero();

        assertThat(ready.dueTimes().round().set()).isEqualTo(3);
        assertAllSettled(ready);
    }

    @Test
    void a_replica_that_dies_in_the_middle_leaves_nothing_out_and_nothing_twice() {
        Replica dying = process.start();
        Replica staying = process.start();
        process.openCases(staying, CASES);
        List.of(dying, staying).forEach(replica -> replica.calendar().set(WITH_2027));

        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            pool.submit(() -> dying.dueTimes().round());
            // Its store goes away under its hands; what it had handed in may be written or not.
            dying.stores().close();
        }
        settle(staying);

        assertAllSettled(staying);
    }

    @Test
    void the_open_cases_that_wait_are_found_by_their_index_alone() {
        Replica replica = process.start();
        process.openCases(replica, 5);

        Document plan = database.getCollection(CaseMigrations.CASES)
                .find(MongoCasesProvisional.filter(2027, "case-1"))
                .sort(Sorts.ascending("_id"))
                .projection(Projections.include("_id"))
                .hintString(CaseMigrations.PROVISIONAL)
                .explain();

        assertThat(plan.toJson()).contains("IXSCAN").doesNotContain("FETCH").doesNotContain("\"stage\": \"SORT\"");
    }

    private static void settle(Replica replica) {
        Round round;
        do {
            round = replica.dueTimes().round();
            assertThat(round.failed()).isZero();
        } while (round.set() + round.overtaken() > 0);
    }

    private long awaiting() {
        return database.getCollection(CaseMigrations.CASES).countDocuments(Filters.eq(CaseMapper.AWAITED_YEAR, 2027));
    }

    private void assertAllSettled(Replica replica) {
        AtomicInteger cases = new AtomicInteger();
        database.getCollection(CaseMigrations.CASES).find().forEach(document -> {
            assertThat(document.getList("pending", Document.class).stream()
                            .filter(event -> event.getString("type").contains("due-times-set-anew")))
                    .hasSize(1);
            Case theCase = replica.cases()
                    .load(document.getString("_id"))
                    .orElseThrow()
                    .value();
            assertThat(theCase.due().at()).isEqualTo(SmallDistrict.at("2027-01-04T11:30"));
            assertThat(theCase.due().provisional()).isFalse();
            assertThat(theCase.hold().handlingDueAt()).isEqualTo(theCase.due().at());
            assertThat(theCase.timers())
                    .last()
                    .matches(timer -> timer.at().equals(theCase.due().at()));
            cases.incrementAndGet();
        });
        assertThat(cases.get()).isPositive();
    }
}
