package io.wangge.dispatch.mongo.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseOpening;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.desk.CaseFilter;
import io.wangge.dispatch.desk.CaseLists.Tab;
import io.wangge.dispatch.desk.CaseQuery;
import io.wangge.kit.migration.Migrations;
import io.wangge.kit.store.Stored;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProceedingsListsIT {
    private static final TestBackend BACKEND = TestBackend.shared();
    private static final MongoClient CLIENT = MongoClients.create(BACKEND.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase(BACKEND.freshDatabase());
    private static final MongoCollection<Document> CASES = DATABASE.getCollection(CaseMigrations.CASES);
    private static final Instant AT = SmallDistrict.MORNING;
    private static final Instant LATER = AT.plus(Duration.ofDays(30));
    private static final Erasable WORDS = new Erasable("已联系", "salt");
    private static final Caller LEADER = SmallDistrict.staff("leader", Role.LEADER, "s");

    private final MongoCaseLists lists = new MongoCaseLists(DATABASE);

    @BeforeAll
    static void storeCasesOnWhichSomethingGoesOn() {
        Migrations.run(
                DATABASE, List.of(CaseMigrations.indexes(1), CaseMigrations.search(2), CaseMigrations.scopeMarks(3)));
        store("quiet");
        store("escalation", new CaseEvent.EscalationAsked("c", "办不了", WORDS));
        store("suspension", new CaseEvent.SuspensionAsked("waits-for-season", WORDS, LATER));
        store("extension", new CaseEvent.ExtensionAsked(1, 1, "WORKDAY", "缺料"));
        store(
                "endorsed",
                new CaseEvent.ExtensionAsked(1, 1, "WORKDAY", "缺料"),
                new CaseEvent.ExtensionEndorsed(1, "同意"));
        store(
                "declined",
                new CaseEvent.ExtensionAsked(1, 1, "WORKDAY", "缺料"),
                new CaseEvent.ExtensionDeclined(1, "抓紧"));
        store("sponsored", new CaseEvent.SponsorNamed("leader", LATER));
        store("of-another", new CaseEvent.SponsorNamed("stranger", LATER));
        store("supervised", new CaseEvent.Supervised(SupervisionLevel.YELLOW, "person", "久拖", "c", LATER));
        store("helped", new CaseEvent.HelperNamed(1, "s-env", List.of("d", "s", "s-env"), "清运", LATER));
        store(
                "help-ended",
                new CaseEvent.HelperNamed(1, "s-env", List.of("d", "s", "s-env"), "清运", LATER),
                new CaseEvent.HelperTaskEnded(1, "s-env", WORDS));
    }

    @AfterAll
    static void drop() {
        DATABASE.drop();
        CLIENT.close();
    }

    private static void store(String id, CaseEvent... events) {
        Accepted accepted = new CaseOpening(
                        SmallDistrict.report(id, "0102", "code-g1", "resident", null), SmallDistrict.facts(AT))
                .open("N-" + id);
        Opened opened = (Opened) accepted.events().getFirst();
        Case theCase = Case.open(opened.reportId(), opened, AT)
                .apply(accepted.events().getLast(), AT)
                .apply(new CaseEvent.Accepted("c"), AT);
        for (CaseEvent event : events) {
            theCase = theCase.apply(event, AT);
        }
        CASES.insertOne(new CaseMapper().toDocument(theCase).append("_id", id).append("version", 2L));
    }

    private Set<String> ids(Tab tab, Caller caller) {
        CaseQuery query = CaseQuery.of(tab, caller, CaseFilter.NONE, SmallDistrict.DIRECTORY, AT);
        Set<String> ids = new HashSet<>();
        lists.page(query, null, 100).cases().stream().map(Stored::id).forEach(ids::add);
        return ids;
    }

    @Test
    void a_leader_finds_what_waits_for_his_word_and_nobody_elses() {
        assertThat(ids(Tab.APPROVALS, LEADER)).containsExactlyInAnyOrder("escalation", "suspension", "endorsed");
        assertThat(ids(Tab.APPROVALS, SmallDistrict.staff("d", Role.DISPATCHER, "s")))
                .containsExactly("extension");
        assertThat(ids(Tab.APPROVALS, SmallDistrict.staff("c", Role.COMMUNITY_CLERK, "c")))
                .isEmpty();
        assertThat(ids(Tab.APPROVALS, SmallDistrict.staff("o", Role.LEADER, "nowhere")))
                .isEmpty();
    }

    @Test
    void a_leader_finds_the_cases_that_he_sponsors_where_he_may_see_them() {
        assertThat(ids(Tab.SPONSORED, LEADER)).containsExactly("sponsored");
        assertThat(ids(Tab.SPONSORED, SmallDistrict.staff("stranger", Role.LEADER, "nowhere")))
                .isEmpty();
    }

    @Test
    void who_oversees_finds_what_is_under_supervision() {
        assertThat(ids(Tab.SUPERVISED, SmallDistrict.staff("i", Role.INSPECTOR, "d")))
                .containsExactly("supervised");
        assertThat(ids(Tab.SUPERVISED, SmallDistrict.staff("h", Role.HANDLER, "s")))
                .isEmpty();
    }

    @Test
    void supervision_is_narrowed_to_a_card() {
        Caller inspector = SmallDistrict.staff("i", Role.INSPECTOR, "d");
        Instant now = AT.plus(Duration.ofHours(1));
        for (SupervisionLevel card : SupervisionLevel.values()) {
            CaseFilter filter = CaseFilter.builder().supervision(List.of(card)).build();
            CaseQuery query = CaseQuery.of(Tab.SUPERVISED, inspector, filter, SmallDistrict.DIRECTORY, now);
            assertThat(lists.page(query, null, 100).cases().stream().map(Stored::id))
                    .as("%s", card)
                    .hasSize(card == SupervisionLevel.YELLOW ? 1 : 0);
        }
    }

    @Test
    void a_helper_finds_his_open_tasks() {
        assertThat(ids(Tab.HELPING, SmallDistrict.staff("h", Role.HANDLER, "s-env")))
                .containsExactly("helped");
        assertThat(ids(Tab.HELPING, SmallDistrict.staff("h", Role.HANDLER, "d-works")))
                .isEmpty();
    }

    @Test
    void the_inbox_itself_stays_as_it_was() {
        assertThat(ids(Tab.INBOX, LEADER)).isEmpty();
        assertThat(ids(Tab.INBOX, SmallDistrict.staff("c", Role.COMMUNITY_CLERK, "c")))
                .hasSize(11);
    }

    @Test
    void a_case_of_before_stands_on_the_same_lists() {
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        MongoDatabase old = CLIENT.getDatabase(BACKEND.freshDatabase());
        try {
            MongoCollection<Document> cases = old.getCollection(CaseMigrations.CASES);
            for (Document now : CASES.find()) {
                List<String> keys = now.getList(ListKeys.INBOX, String.class);
                expected.put(now.getString("_id"), Set.copyOf(keys));
                List<String> before = new ArrayList<>(keys);
                before.removeIf(key -> !key.startsWith("H:"));
                cases.insertOne(now.append(ListKeys.INBOX, before));
            }

            for (int time = 0; time < 2; time++) {
                CaseMigrations.proceedingsKeys(1).commands().forEach(old::runCommand);
            }

            for (Document now : cases.find()) {
                assertThat(Set.copyOf(now.getList(ListKeys.INBOX, String.class)))
                        .as(now.getString("_id"))
                        .isEqualTo(expected.get(now.getString("_id")));
            }
        } finally {
            old.drop();
        }
    }
}
