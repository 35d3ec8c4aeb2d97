package io.wangge.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.Story;
import io.wangge.ledger.desk.RoundShelf.Page;
import io.wangge.ledger.desk.RoundShelf.Place;
import io.wangge.ledger.desk.RoundTab;
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
        store.collection(LedgerMigrations.ROUNDS)
                .updateOne(new Document("open", true), new Document("$set", new Document("triedOn", "2026-03-02")));

        assertThat(shelf.page(RoundTab.DUE, STREET, TODAY, null, 100).rounds()).hasSize(29);
        assertThat(shelf.page(RoundTab.DUE, STREET, TODAY.plusDays(1), null, 100)
                        .rounds())
                .hasSize(30);
        assertThat(shelf.page(RoundTab.OPEN, STREET, TODAY, null, 100).rounds()).hasSize(30);
    }

    @Test
    void anotherStreetSeesNothing() {
        assertThat(shelf.page(RoundTab.OPEN, Set.of("u-street-2"), TODAY, null, 100)
                        .rounds())
                .isEmpty();
        assertThat(shelf.page(RoundTab.OPEN, Set.of(), TODAY, null, 100).rounds())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RoundTab.class)
    void everyListComesFromItsIndexWithoutSorting(RoundTab tab) {
        Place place = shelf.page(tab, STREET, TODAY, null, 5).next();
        Document plan = shelf.query(tab, STREET, TODAY, place).limit(5).explain(ExplainVerbosity.QUERY_PLANNER);

        String winning = plan.get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();
        assertThat(winning)
                .contains(tab == RoundTab.DONE ? "done_latest_first" : "open_by_due")
                .doesNotContain("COLLSCAN")
                .doesNotContain("\"stage\": \"SORT\"");
    }

    @Test
    void theLedgerOfACaseComesFromItsIndex() {
        Document plan = store.collection(LedgerMigrations.ENTRIES)
                .find(new Document("caseId", "x"))
                .sort(new Document("time", 1).append("_id", 1))
                .explain(ExplainVerbosity.QUERY_PLANNER);

        assertThat(plan.toJson()).contains("of_case").doesNotContain("COLLSCAN").doesNotContain("\"stage\": \"SORT\"");
    }

    private Set<String> walk(RoundTab tab, Set<String> units) {
        Set<String> seen = new HashSet<>();
        Place place = null;
        do {
            Page page = shelf.page(tab, units, TODAY, place, 7);
            page.rounds().forEach(round -> assertThat(seen.add(round.id())).isTrue());
            place = page.next();
        } while (place != null);
        return seen;
    }
}
