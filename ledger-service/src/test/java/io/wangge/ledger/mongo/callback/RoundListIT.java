package io.wangge.ledger.mongo.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.Story;
import io.wangge.ledger.desk.RoundShelf.Page;
import io.wangge.ledger.desk.RoundShelf.Place;
import io.wangge.ledger.desk.RoundTab;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.mongo.LedgerStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundListIT {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Instant NOW = Instant.parse("2026-03-04T00:00:00Z");
    private static final Set<String> STREET = Set.of("u-street-1", "u-street-2");

    private final LedgerStore store = new LedgerStore();
    private final MongoRoundShelf shelf = new MongoRoundShelf(store.database);

    @BeforeEach
    void thirtyOpenAndTenDone() {
        List<Envelope<Event>> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Story story = new Story().waitingForCallback();
            events.addAll(i < 30 ? story.events() : story.closed().events());
        }
        store.book().write(events);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void pagesLeaveNothingOutAndRepeatNothing() {
        assertThat(walk(RoundTab.OPEN, STREET)).hasSize(30);
        assertThat(walk(RoundTab.DUE, STREET)).hasSize(30);
        assertThat(walk(RoundTab.DONE, STREET)).hasSize(10);
    }

    @Test
    void aRoundThatWasTriedTodayIsNotDueUntilTomorrow() {
        store.collection(CallbackMigrations.ROUNDS)
                .updateOne(new Document("open", true), new Document("$set", new Document("triedOn", "2026-03-02")));

        assertThat(shelf.page(RoundTab.DUE, STREET, TODAY, NOW, null, 100).rounds())
                .hasSize(29);
        assertThat(shelf.page(RoundTab.DUE, STREET, TODAY.plusDays(1), NOW, null, 100)
                        .rounds())
                .hasSize(30);
        assertThat(shelf.page(RoundTab.OPEN, STREET, TODAY, NOW, null, 100).rounds())
                .hasSize(30);
    }

    @Test
    void whatIsDueBeforeNowIsOverdue() {
        assertThat(shelf.page(RoundTab.OVERDUE, STREET, TODAY, NOW, null, 100).rounds())
                .hasSize(30);
        assertThat(shelf.page(RoundTab.OVERDUE, STREET, TODAY, Story.START, null, 100)
                        .rounds())
                .isEmpty();
    }

    @Test
    void anAnswerThatWaitsForAWordOnTheFaultStandsOnItsOwnList() {
        store.collection(CallbackMigrations.ROUNDS)
                .updateOne(new Document("open", true), new Document("$set", new Document("toJudge", true)));

        assertThat(shelf.page(RoundTab.JUDGE, STREET, TODAY, NOW, null, 100).rounds())
                .hasSize(1);
    }

    @Test
    void anotherStreetSeesNothing() {
        assertThat(shelf.page(RoundTab.OPEN, Set.of("u-street-2"), TODAY, NOW, null, 100)
                        .rounds())
                .isEmpty();
        assertThat(shelf.page(RoundTab.OPEN, Set.of(), TODAY, NOW, null, 100).rounds())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RoundTab.class)
    void everyListComesFromItsIndexWithoutSorting(RoundTab tab) {
        store.collection(CallbackMigrations.ROUNDS)
                .updateMany(new Document("open", true), new Document("$set", new Document("toJudge", true)));
        Place place = shelf.page(tab, STREET, TODAY, NOW, null, 5).next();
        Document plan = shelf.query(tab, STREET, TODAY, NOW, place).limit(5).explain(ExplainVerbosity.QUERY_PLANNER);

        String winning = plan.get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();
        assertThat(winning)
                .contains(
                        switch (tab) {
                            case DONE -> "done_latest_first";
                            case JUDGE -> "to_judge_by_due";
                            case DUE, OPEN, OVERDUE -> "open_by_due";
                        })
                .doesNotContain("COLLSCAN")
                .doesNotContain("\"stage\": \"SORT\"");
    }

    @Test
    void aGridWorkersVisitsAreThoseOfHisGridWithoutHisOwnWorkAndWhereNobodyWasAtHomeToday() {
        Set<String> grid = Set.of("u-grid-1");
        assertThat(shelf.visits(grid, "s-grid-worker-1", TODAY, null, 100).rounds())
                .hasSize(30);
        assertThat(shelf.visits(grid, Story.HANDLER.id(), TODAY, null, 100).rounds())
                .isEmpty();
        assertThat(shelf.visits(Set.of("u-grid-2"), "s-grid-worker-2", TODAY, null, 100)
                        .rounds())
                .isEmpty();
        store.collection(CallbackMigrations.ROUNDS)
                .updateOne(new Document("open", true), new Document("$set", new Document("knockedOn", "2026-03-02")));
        assertThat(shelf.visits(grid, "s-grid-worker-1", TODAY, null, 100).rounds())
                .hasSize(29);

        Page first = shelf.visits(grid, "s-grid-worker-1", TODAY, null, 20);
        Page second = shelf.visits(grid, "s-grid-worker-1", TODAY, first.next(), 20);
        assertThat(second.rounds()).hasSize(9).doesNotContainAnyElementsOf(first.rounds());
        String plan = shelf.visits(grid, "s-grid-worker-1", TODAY, first.next())
                .limit(5)
                .explain(ExplainVerbosity.QUERY_PLANNER)
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();
        assertThat(plan).contains("to_visit_by_due").doesNotContain("COLLSCAN").doesNotContain("\"stage\": \"SORT\"");
    }

    @Test
    void theLedgerOfACaseComesFromItsIndex() {
        Document plan = store.collection(LedgerCollections.ENTRIES)
                .find(new Document("caseId", "x"))
                .sort(new Document("time", 1).append("_id", 1))
                .explain(ExplainVerbosity.QUERY_PLANNER);

        assertThat(plan.toJson()).contains("of_case").doesNotContain("COLLSCAN").doesNotContain("\"stage\": \"SORT\"");
    }

    private Set<String> walk(RoundTab tab, Set<String> units) {
        Set<String> seen = new HashSet<>();
        Place place = null;
        do {
            Page page = shelf.page(tab, units, TODAY, NOW, place, 7);
            page.rounds().forEach(round -> assertThat(seen.add(round.id())).isTrue());
            place = page.next();
        } while (place != null);
        return seen;
    }
}
