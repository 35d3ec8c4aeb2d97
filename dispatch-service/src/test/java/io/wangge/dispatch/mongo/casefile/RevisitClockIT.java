package io.wangge.dispatch.mongo.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Streams;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseCommand;
import io.wangge.dispatch.casefile.CaseDecider;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.casefile.StaffCommand;
import io.wangge.dispatch.mongo.casefile.Replicas.Replica;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.Stored;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 回头看 with several replicas on one store: what is due is asked for once. */
class RevisitClockIT {
    private static final int CASES = 60;
    private static final Caller HANDLER = SmallDistrict.staff("handler", Role.HANDLER, "s-env");

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
    void three_replicas_ask_again_once_for_each_case_that_was_closed_with_a_poor_grade() throws Exception {
        List<Replica> replicas = List.of(process.start(), process.start(), process.start());
        process.openCases(replicas.getFirst(), CASES);
        for (int i = 0; i < CASES; i++) {
            close(replicas.getFirst(), "case-" + i, i % 2 == 0 ? Grade.FAIR : Grade.SATISFIED);
        }

        process.setTime(SmallDistrict.MORNING.plus(Duration.ofDays(40)));
        Replicas.together(replicas, RevisitClockIT::settle);
        Replicas.together(replicas, RevisitClockIT::settle);

        for (int i = 0; i < CASES; i++) {
            Case theCase =
                    replicas.get(1).cases().load("case-" + i).orElseThrow().value();
            assertThat(theCase.state()).isEqualTo(CaseState.CLOSED);
            assertThat(theCase.timers()).isEmpty();
            assertThat(theCase.roundId()).isEqualTo(i % 2 == 0 ? "case-" + i + ".2" : null);
            assertThat(asked("case-" + i)).isEqualTo(i % 2 == 0 ? 1 : 0);
        }
    }

    /** As the document still holds its events. */
    private long asked(String id) {
        Document theCase = database.getCollection(CaseMigrations.CASES)
                .find(new Document("_id", id))
                .first();
        assertThat(theCase).isNotNull();
        return theCase.getList("pending", Document.class).stream()
                .filter(event -> event.getString("type").contains("revisit-requested"))
                .count();
    }

    private void close(Replica replica, String id, Grade grade) {
        Erasable text = new Erasable("已清", "salt");
        for (CaseCommand command : List.of(
                new CaseCommand.ByStaff(HANDLER, new StaffCommand.Accept()),
                new CaseCommand.ByStaff(HANDLER, new StaffCommand.Complete(text, List.of())),
                new CaseCommand.CallbackAnswered(id + ".1", true, true, grade, null))) {
            Stored<Case> before = replica.cases().load(id).orElseThrow();
            Accepted accepted = (Accepted)
                    CaseDecider.decide(before.value(), command, replica.facts().get());
            List<Envelope<CaseMessage<CaseEvent>>> events = new ArrayList<>();
            Case now = before.value();
            for (CaseEvent event : accepted.events()) {
                now = now.apply(event, accepted.at(), replica.facts().get());
                events.add(new Envelope<>(
                        Streams.ofCase(id),
                        before.version() + events.size() + 1,
                        accepted.at(),
                        null,
                        new CaseMessage<>(accepted.by(), now.summary(), event)));
            }
            assertThat(replica.cases().update(before, now, UUID.randomUUID().toString(), events))
                    .isInstanceOf(Commit.Done.class);
        }
    }

    private static void settle(Replica replica) {
        int moved;
        do {
            var round = replica.clock().round();
            assertThat(round.failed()).isZero();
            moved = round.fired() + round.overtaken();
        } while (moved > 0);
    }
}
