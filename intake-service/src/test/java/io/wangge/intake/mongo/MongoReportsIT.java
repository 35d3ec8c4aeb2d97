package io.wangge.intake.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.intake.SomeReports;
import io.wangge.intake.SomeStandings;
import io.wangge.intake.desk.CaseStandings;
import io.wangge.intake.desk.PagePlace;
import io.wangge.intake.desk.Reports;
import io.wangge.intake.desk.ReportsContract;
import io.wangge.intake.report.Report;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MongoReportsIT implements ReportsContract {
    private static IntakeStore store;

    @BeforeAll
    static void open() {
        store = new IntakeStore();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    public Reports reports() {
        return store.reports;
    }

    @Override
    public CaseStandings standings() {
        return store.standings;
    }

    @Test
    void the_standing_of_a_case_leaves_the_streams_own_version_alone() {
        Report report = SomeReports.by("s", null, NOON);
        store.reports.add(report, new Envelope<>("report/" + report.id(), 1, NOON, null, report.received()));
        store.standings.keep(Map.of(report.id(), SomeStandings.of(CaseState.PENDING_DISPATCH, 1, NOON)));

        Document document = store.database
                .getCollection(MongoReports.COLLECTION)
                .find(new Document("_id", report.id()))
                .first();

        assertThat(document.getLong("version")).isEqualTo(1);
        assertThat(document.getLong("caseSeq")).isEqualTo(1);
    }

    @Test
    void the_first_page_of_own_reports_is_read_from_its_index_without_sorting() {
        assertReadsFromIndex(MongoReports.pageFilter("staff-7", null));
    }

    @Test
    void later_pages_of_own_reports_start_in_the_middle_of_the_index() {
        Document plan =
                assertReadsFromIndex(MongoReports.pageFilter("staff-7", new PagePlace(NOON.plusSeconds(50), "m")));

        // 120 reports of this person, 50 of them newer than the place: what lies before it is not touched.
        assertThat(plan.get("executionStats", Document.class).getInteger("totalKeysExamined"))
                .isLessThan(60);
    }

    @Test
    void what_a_caller_reported_before_is_read_from_its_index_without_sorting() {
        for (int i = 0; i < 3; i++) {
            Report report = SomeReports.full("staff-9", NOON.plusSeconds(i));
            store.reports.add(report, new Envelope<>("report/" + report.id(), 1, NOON, null, report.received()));
        }

        assertThat(store.reports.ofResident("person-1", 2))
                .extracting(report -> report.received().receivedAt())
                .containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(1));
        Document plan = store.database
                .getCollection(MongoReports.COLLECTION)
                .find(new Document("residentId", "person-1"))
                .sort(new Document("receivedAt", -1).append("_id", -1))
                .explain(ExplainVerbosity.QUERY_PLANNER);
        assertThat(plan.get("queryPlanner", Document.class)
                        .get("winningPlan", Document.class)
                        .toJson())
                .contains("of_resident")
                .doesNotContain("COLLSCAN")
                .doesNotContain("\"SORT\"");
    }

    private static Document assertReadsFromIndex(Bson filter) {
        if (store.reports.reportedBy("staff-7", null, 1).isEmpty()) {
            for (int i = 0; i < 240; i++) {
                Report report = SomeReports.by(i % 2 == 0 ? "staff-7" : "staff-8", null, NOON.plusSeconds(i / 2));
                store.reports.add(report, new Envelope<>("report/" + report.id(), 1, NOON, null, report.received()));
            }
        }
        Document plan = store.database
                .getCollection(MongoReports.COLLECTION)
                .find(filter)
                .sort(new Document("receivedAt", -1).append("_id", -1))
                .limit(51)
                .explain(ExplainVerbosity.EXECUTION_STATS);
        assertThat(plan.get("queryPlanner", Document.class)
                        .get("winningPlan", Document.class)
                        .toJson())
                .contains(IntakeMigrations.OWN_REPORTS_INDEX)
                .doesNotContain("COLLSCAN")
                .doesNotContain("\"SORT\"");
        return plan;
    }
}
