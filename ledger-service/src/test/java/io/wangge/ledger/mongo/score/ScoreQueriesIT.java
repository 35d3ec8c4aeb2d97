package io.wangge.ledger.mongo.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.Actor;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.figures.History;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.mongo.book.ListedEntries;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.score.Appeal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What scores and bulletins ask of the store is answered from its indexes. */
class ScoreQueriesIT {
    private static final Instant NOW = History.time("2017-01-02T06:00");

    private final LedgerStore store = new LedgerStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void eachQueryHasItsIndex() {
        assertThat(index(
                        ScoreMigrations.APPEALS,
                        Filters.and(Filters.in("unitPath", List.of("s1")), Filters.eq("month", "2016-12")),
                        new Document()))
                .isEqualTo("of_unit_by_month");
        assertThat(index(ScoreMigrations.SCORES, Filters.eq("run", "r"), Sorts.ascending("order")))
                .isEqualTo("of_sheet_by_rank");
        assertThat(index("bulletins", Filters.in("unitPath", List.of("s1")), Sorts.descending("to", "_id")))
                .isEqualTo("of_unit_latest_first");
        assertThat(index(
                        LedgerCollections.ENTRIES,
                        Filters.and(
                                Filters.eq("type", ListedEntries.SUPERVISED),
                                Filters.gte("time", Date.from(NOW)),
                                Filters.eq("scopeUnits", "s1")),
                        Sorts.descending("time", "_id")))
                .isEqualTo(ListedEntries.INDEX);
        assertThat(index(CaseFactsDocuments.COLLECTION, Filters.exists("fig.opened"), Sorts.ascending("fig.opened")))
                .isEqualTo("by_opening_day");
    }

    private String index(String collection, Bson filter, Bson sort) {
        Document plan = store.collection(collection).find(filter).sort(sort).explain();
        return deepest(plan.get("queryPlanner", Document.class).get("winningPlan", Document.class));
    }

    private static String deepest(Document stage) {
        Document inner = stage.get("inputStage", Document.class);
        return inner == null ? String.valueOf(stage.getString("indexName")) : deepest(inner);
    }

    @Test
    void anAppealIsReadAsItWasWritten() {
        AppealMapper mapper = new AppealMapper();
        Appeal open = new Appeal(
                "c.s1",
                "c",
                "N-c",
                List.of("d", "s1"),
                YearMonth.of(2016, 12),
                Actor.staff("leader", "s1"),
                NOW,
                "f",
                null);
        Appeal ruled = new Appeal(
                "c.s1",
                "c",
                "N-c",
                List.of("d", "s1"),
                YearMonth.of(2016, 12),
                Actor.staff("leader", "s1"),
                NOW,
                "f",
                new Appeal.Ruling(false, Actor.staff("inspector", "d"), NOW, "g"));

        assertThat(mapper.fromDocument("c.s1", mapper.toDocument(open))).isEqualTo(open);
        assertThat(mapper.fromDocument("c.s1", mapper.toDocument(ruled))).isEqualTo(ruled);
    }
}
