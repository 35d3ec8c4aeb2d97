package io.wangge.dispatch.mongo.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseOpening;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.desk.CaseFilter;
import io.wangge.dispatch.desk.CaseLists.BadCursor;
import io.wangge.dispatch.desk.CaseLists.Page;
import io.wangge.dispatch.desk.CaseLists.Tab;
import io.wangge.dispatch.desk.CaseQuery;
import io.wangge.kit.migration.Migrations;
import io.wangge.kit.store.Stored;
import io.wangge.localstack.TestBackend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MongoCaseListsIT {
    private static final TestBackend BACKEND = TestBackend.shared();
    private static final MongoClient CLIENT = MongoClients.create(BACKEND.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase(BACKEND.freshDatabase());
    private static final MongoCollection<Document> CASES = DATABASE.getCollection(CaseMigrations.CASES);
    /** Works for a community and for a department, and dispatches for the street. */
    private static final Caller BUSY = new Caller(
            "worker",
            "忙",
            List.of(
                    new Grant(Role.COMMUNITY_CLERK, List.of("c")),
                    new Grant(Role.HANDLER, List.of("s-env")),
                    new Grant(Role.DISPATCHER, List.of("s"))));

    private final MongoCaseLists lists = new MongoCaseLists(DATABASE);

    @BeforeAll
    static void storeSomeCases() {
        Migrations.run(
                DATABASE, List.of(CaseMigrations.indexes(1), CaseMigrations.search(2), CaseMigrations.scopeMarks(3)));
        List<String> categories = List.of("0102", "0103", "1301", "0401");
        for (int n = 0; n < 400; n++) {
            store(n, categories.get(n % categories.size()), n % 2 == 0 ? "code-g1" : "code-g2");
        }
    }

    @AfterAll
    static void drop() {
        DATABASE.drop();
        CLIENT.close();
    }

    private static void store(int n, String category, String grid) {
        Instant at = SmallDistrict.MORNING.plusSeconds(n % 50);
        Accepted accepted = new CaseOpening(
                        SmallDistrict.report("case-%03d".formatted(n), category, grid, "resident", null),
                        SmallDistrict.facts(at))
                .open("990100001-20260302-%04d".formatted(n));
        Opened opened = (Opened) accepted.events().getFirst();
        Case theCase =
                Case.open(opened.reportId(), opened, at).apply(accepted.events().getLast(), at);
        CASES.insertOne(
                new CaseMapper().toDocument(theCase).append("_id", theCase.id()).append("version", 2L));
    }

    private static CaseQuery query(Tab tab, Caller caller) {
        return CaseQuery.of(tab, caller, CaseFilter.NONE, SmallDistrict.DIRECTORY, SmallDistrict.MORNING);
    }

    private List<String> all(Tab tab, Caller caller, int limit) {
        List<String> ids = new ArrayList<>();
        Page page = lists.page(query(tab, caller), null, limit);
        page.cases().forEach(stored -> ids.add(stored.id()));
        while (page.next().isPresent()) {
            page = lists.page(query(tab, caller), page.next().get(), limit);
            page.cases().forEach(stored -> ids.add(stored.id()));
        }
        return ids;
    }

    @Test
    void the_inbox_holds_what_waits_for_the_callers_units_and_roles() {
        assertThat(all(Tab.INBOX, BUSY, 100)).hasSize(300);
        assertThat(all(Tab.INBOX, SmallDistrict.staff("w", Role.HANDLER, "s-env"), 100))
                .hasSize(100);
        assertThat(all(Tab.INBOX, SmallDistrict.staff("w", Role.DISPATCHER, "d"), 100))
                .hasSize(100);
        assertThat(all(Tab.INBOX, SmallDistrict.staff("w", Role.INSPECTOR, "d"), 100))
                .isEmpty();
    }

    @Test
    void all_is_everything_in_scope_and_nothing_else() {
        assertThat(all(Tab.ALL, SmallDistrict.staff("l", Role.LEADER, "d"), 100))
                .hasSize(400);
        assertThat(all(Tab.ALL, SmallDistrict.staff("w", Role.GRID_WORKER, "g1"), 100))
                .hasSize(200);
        assertThat(all(Tab.ALL, SmallDistrict.staff("w", Role.HANDLER, "d-works"), 100))
                .hasSize(100);
        assertThat(all(Tab.ALL, SmallDistrict.staff("w", Role.HANDLER, "nowhere"), 100))
                .isEmpty();
    }

    @Test
    void reported_is_what_the_caller_took_in_wherever_it_is_now() {
        assertThat(all(Tab.REPORTED, SmallDistrict.staff("worker", Role.HOTLINE_AGENT, "nowhere"), 100))
                .hasSize(400);
        assertThat(all(Tab.REPORTED, SmallDistrict.staff("other", Role.LEADER, "d"), 100))
                .isEmpty();
    }

    @Test
    void pages_follow_each_other_in_the_order_of_the_due_times_without_gaps_and_repeats() {
        List<Stored<Case>> whole = new ArrayList<>();
        Page page = lists.page(query(Tab.INBOX, BUSY), null, 7);
        whole.addAll(page.cases());
        while (page.next().isPresent()) {
            page = lists.page(query(Tab.INBOX, BUSY), page.next().get(), 7);
            whole.addAll(page.cases());
        }

        assertThat(whole).extracting(Stored::id).doesNotHaveDuplicates().hasSize(300);
        assertThat(whole).isSortedAccordingTo((a, b) -> {
            int byDue = a.value().nextDueAt().compareTo(b.value().nextDueAt());
            return byDue != 0 ? byDue : a.id().compareTo(b.id());
        });
    }

    @Test
    void a_cursor_that_is_none_of_ours_is_refused() {
        assertThatThrownBy(() -> lists.page(query(Tab.ALL, BUSY), "???", 10)).isInstanceOf(BadCursor.class);
        assertThatThrownBy(() -> lists.page(query(Tab.ALL, BUSY), "YWJj", 10)).isInstanceOf(BadCursor.class);
    }

    @Test
    void a_case_number_stands_once() {
        Document twin = CASES.find().first();
        twin.put("_id", "another");

        assertThatThrownBy(() -> CASES.insertOne(twin)).hasMessageContaining("case_number");
    }
}
