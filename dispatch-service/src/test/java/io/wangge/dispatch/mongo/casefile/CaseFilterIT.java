package io.wangge.dispatch.mongo.casefile;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.desk.CaseCounts;
import io.wangge.dispatch.desk.CaseFilter;
import io.wangge.dispatch.desk.CaseLists.BadCursor;
import io.wangge.dispatch.desk.CaseLists.Page;
import io.wangge.dispatch.desk.CaseLists.Tab;
import io.wangge.dispatch.desk.CaseLists.TooBroad;
import io.wangge.dispatch.desk.CaseQuery;
import io.wangge.kit.migration.Migrations;
import io.wangge.kit.search.SearchTerms;
import io.wangge.kit.store.Stored;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaseFilterIT {
    private static final TestBackend BACKEND = TestBackend.shared();
    private static final MongoClient CLIENT = MongoClients.create(BACKEND.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase(BACKEND.freshDatabase());
    private static final MongoCollection<Document> CASES = DATABASE.getCollection(CaseMigrations.CASES);
    private static final Map<String, Case> STORED = new HashMap<>();

    private static final Caller LEADER = SmallDistrict.staff("leader", Role.LEADER, "d");
    private static final Caller STREET = SmallDistrict.staff("desk", Role.DISPATCHER, "s");
    private static final Caller HANDLER = SmallDistrict.staff("handler", Role.HANDLER, "s-env");
    /** When half of them are overdue. */
    private static final Instant NOW = SmallDistrict.MORNING.plus(Duration.ofDays(2));

    private static final Duration PATIENT = Duration.ofSeconds(10);

    private final MongoCaseLists lists = new MongoCaseLists(DATABASE);

    /** To whom 800 cases are what a million are to the other. */
    private final MongoCaseLists amongMany = new MongoCaseLists(DATABASE, new ListChoice(CASES, 5, 1_000), PATIENT);

    @BeforeAll
    static void fill() {
        Migrations.run(
                DATABASE, List.of(CaseMigrations.indexes(1), CaseMigrations.search(2), CaseMigrations.scopeMarks(3)));
        Shelf shelf = new Shelf(CASES);
        List<String> categories = List.of("0102", "0103", "1301", "0401");
        List<String> texts = List.of("望江路井盖破损", "青石巷垃圾堆放", "望江路路灯不亮", "楼道堆放杂物");
        for (int n = 0; n < 800; n++) {
            Instant at = SmallDistrict.MORNING.plus(Duration.ofHours(n % 100));
            Case theCase = Shelf.open(
                    "case-%03d".formatted(n),
                    categories.get(n % 4),
                    n % 50 == 7 ? "in no grid" : n % 2 == 0 ? "code-g1" : "code-g2",
                    texts.get(n / 4 % 4),
                    "worker-" + n % 5,
                    at);
            if (n % 3 > 0 && theCase.state() == CaseState.PENDING_ACCEPTANCE) {
                theCase = Shelf.accept(theCase, at);
                theCase = n % 3 == 2 ? Shelf.close(theCase, at.plusSeconds(60)) : theCase;
            }
            shelf.put(theCase);
            STORED.put(theCase.id(), theCase);
        }
    }

    @AfterAll
    static void drop() {
        DATABASE.drop();
        CLIENT.close();
    }

    private static CaseQuery query(Tab tab, Caller caller, CaseFilter filter) {
        return CaseQuery.of(tab, caller, filter, SmallDistrict.DIRECTORY, NOW);
    }

    private List<String> ids(CaseQuery query) {
        List<String> ids = ids(lists, query);
        assertThat(ids(amongMany, query)).as("found another way").isEqualTo(ids);
        return ids;
    }

    private static List<String> ids(MongoCaseLists lists, CaseQuery query) {
        List<String> ids = new ArrayList<>();
        Page page = lists.page(query, null, 37);
        page.cases().forEach(stored -> ids.add(stored.id()));
        while (page.next().isPresent()) {
            page = lists.page(query, page.next().get(), 37);
            page.cases().forEach(stored -> ids.add(stored.id()));
        }
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    private static List<String> expected(Predicate<Case> condition) {
        return STORED.values().stream().filter(condition).map(Case::id).toList();
    }

    private static boolean isOpen(Case theCase) {
        return theCase.state() != CaseState.CLOSED;
    }

    private static boolean closedWithin(Case theCase, Instant from, Instant until) {
        return theCase.closing() != null
                && !theCase.closing().at().isBefore(from)
                && theCase.closing().at().isBefore(until);
    }

    static Stream<Arguments> each_filter() {
        Instant noon = SmallDistrict.MORNING.plus(Duration.ofHours(30));
        return Stream.of(
                row(
                        "unit",
                        CaseFilter.builder().unit(List.of("d", "s", "s-env")),
                        c -> c.holderPath().contains("s-env")),
                row(
                        "grid",
                        CaseFilter.builder().grid("code-g1", List.of("d", "s", "c", "g1")),
                        c -> "code-g1".equals(c.opened().gridCode())),
                row(
                        "place",
                        CaseFilter.builder().place(List.of("d")),
                        c -> c.opened().territoryPath().equals(List.of("d"))),
                row(
                        "states",
                        CaseFilter.builder().states(List.of(CaseState.CLOSED, CaseState.PENDING_DISPATCH)),
                        c -> c.state() == CaseState.CLOSED || c.state() == CaseState.PENDING_DISPATCH),
                row(
                        "level",
                        CaseFilter.builder().levels(List.of("COMMUNITY")),
                        c -> "COMMUNITY".equals(c.summary().level())),
                row(
                        "category",
                        CaseFilter.builder().categories(List.of("0102", "0401")),
                        c -> List.of("0102", "0401").contains(c.category())),
                row(
                        "due before",
                        CaseFilter.builder().dueBefore(noon),
                        c -> isOpen(c) && c.nextDueAt().isBefore(noon)),
                row(
                        "due after",
                        CaseFilter.builder().dueAfter(noon),
                        c -> isOpen(c) && !c.nextDueAt().isBefore(noon)),
                row(
                        "opened after",
                        CaseFilter.builder().openedAfter(noon),
                        c -> !c.openedAt().isBefore(noon)),
                row(
                        "opened on a day",
                        CaseFilter.builder().openedAfter(noon).openedBefore(noon.plus(Duration.ofDays(1))),
                        c -> !c.openedAt().isBefore(noon) && c.openedAt().isBefore(noon.plus(Duration.ofDays(1)))),
                row("closed after", CaseFilter.builder().closedAfter(noon), c -> closedWithin(c, noon, Instant.MAX)),
                row(
                        "closed on a day",
                        CaseFilter.builder().closedAfter(noon).closedBefore(noon.plus(Duration.ofDays(1))),
                        c -> closedWithin(c, noon, noon.plus(Duration.ofDays(1)))),
                row(
                        "closed in time, of states",
                        CaseFilter.builder()
                                .closedBefore(noon)
                                .states(List.of(CaseState.CLOSED, CaseState.IN_PROGRESS)),
                        c -> closedWithin(c, Instant.MIN, noon)),
                row(
                        "overdue",
                        CaseFilter.builder().overdue(true),
                        c -> isOpen(c) && c.lateFrom() != null && c.lateFrom().isBefore(NOW)),
                row(
                        "person",
                        CaseFilter.builder().person("worker-3"),
                        c -> c.opened().firstReceiver().id().equals("worker-3")),
                row(
                        "text",
                        CaseFilter.builder().terms(SearchTerms.of("望江路 路灯")),
                        c -> c.opened().text().value().contains("望江路路灯")),
                row(
                        "all at once",
                        CaseFilter.builder()
                                .categories(List.of("0103"))
                                .levels(List.of("STREET"))
                                .overdue(true)
                                .person("worker-1")
                                .terms(SearchTerms.of("堆放")),
                        c -> isOpen(c)
                                && "0103".equals(c.category())
                                && "STREET".equals(c.summary().level())
                                && c.lateFrom() != null
                                && c.lateFrom().isBefore(NOW)
                                && c.opened().firstReceiver().id().equals("worker-1")
                                && c.opened().text().value().contains("堆放")),
                row("case number", CaseFilter.builder().caseNumber("N-case-007"), c -> c.id().equals("case-007")),
                row(
                        "tracking number",
                        CaseFilter.builder().trackingNumber("T-case-008"),
                        c -> c.id().equals("case-008")));
    }

    private static Arguments row(String name, CaseFilter.Builder filter, Predicate<Case> condition) {
        return Arguments.of(name, filter.build(), condition);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void each_filter(String name, CaseFilter filter, Predicate<Case> condition) {
        for (Caller caller : List.of(LEADER, STREET, HANDLER)) {
            assertThat(ids(query(Tab.ALL, caller, filter)))
                    .as("all of %s", caller.staffId())
                    .containsExactlyInAnyOrderElementsOf(
                            expected(c -> condition.test(c) && caller.coversAny(c.scopeUnits())));
        }
        assertThat(expected(condition)).as("the filter finds something").isNotEmpty();

        assertThat(ids(query(Tab.INBOX, HANDLER, filter)))
                .as("inbox")
                .containsExactlyInAnyOrderElementsOf(expected(c -> condition.test(c)
                        && c.holderPath().contains("s-env")
                        && (c.state() == CaseState.PENDING_ACCEPTANCE || c.state() == CaseState.IN_PROGRESS)));

        Caller worker = SmallDistrict.staff("worker-1", Role.GRID_WORKER, "nowhere");
        assertThat(ids(query(Tab.REPORTED, worker, filter)))
                .as("reported")
                .containsExactlyInAnyOrderElementsOf(expected(c ->
                        condition.test(c) && c.opened().firstReceiver().id().equals("worker-1")));
    }

    @Test
    void a_unit_outside_of_the_scope_opens_no_door() {
        CaseFilter works = CaseFilter.builder().unit(List.of("d", "d-works")).build();

        assertThat(ids(query(Tab.ALL, LEADER, works))).isNotEmpty();
        assertThat(ids(query(Tab.ALL, HANDLER, works))).isEmpty();
    }

    @Test
    void a_case_that_is_not_the_callers_by_its_own_paths_stays_hidden_although_the_tree_of_today_says_so() {
        Caller newChief = SmallDistrict.staff("chief", Role.LEADER, "new-street");
        CaseFilter unit =
                CaseFilter.builder().unit(List.of("d", "new-street", "s-env")).build();

        assertThat(ids(query(Tab.ALL, newChief, unit))).isEmpty();
    }

    @Test
    void a_cursor_of_a_search_by_words_is_none_of_another_list() {
        CaseFilter words = CaseFilter.builder().terms(SearchTerms.of("望江")).build();
        String cursor =
                lists.page(query(Tab.ALL, LEADER, words), null, 5).next().orElseThrow();

        assertThatThrownBy(() -> lists.page(query(Tab.ALL, LEADER, CaseFilter.NONE), cursor, 5))
                .isInstanceOf(BadCursor.class);
    }

    @Test
    void a_search_by_words_shows_the_newest_first() {
        CaseFilter words = CaseFilter.builder().terms(SearchTerms.of("望江")).build();

        assertThat(ids(query(Tab.ALL, STREET, words))).isSortedAccordingTo((a, b) -> {
            int byOpening = STORED.get(b).openedAt().compareTo(STORED.get(a).openedAt());
            return byOpening != 0 ? byOpening : b.compareTo(a);
        });
    }

    @Test
    void counts_are_those_of_the_lists() {
        for (Caller caller : List.of(LEADER, STREET, HANDLER)) {
            CaseCounts counts = lists.counts(caller, caller == LEADER, NOW);

            assertThat(counts.inbox())
                    .isEqualTo(ids(query(Tab.INBOX, caller, CaseFilter.NONE)).size());
            assertThat(counts.all())
                    .isEqualTo(ids(query(Tab.ALL, caller, CaseFilter.NONE)).size());
            assertThat(counts.reported()).isZero();
            assertThat(counts.overdue())
                    .isEqualTo(ids(query(
                                    Tab.ALL,
                                    caller,
                                    CaseFilter.builder().overdue(true).build()))
                            .size());
            assertThat(counts.byState()).containsOnlyKeys(CaseState.values());
            assertThat(counts.byState().get(CaseState.CLOSED))
                    .isEqualTo(expected(c -> !isOpen(c) && caller.coversAny(c.scopeUnits()))
                            .size());
        }
    }

    @Test
    void an_export_reads_them_all_in_the_order_of_the_list_and_no_more_than_asked() {
        CaseQuery query = query(Tab.ALL, STREET, CaseFilter.NONE);
        try (Stream<Stored<Case>> all = lists.all(query, 1_000)) {
            assertThat(all.map(Stored::id).toList()).isEqualTo(ids(query));
        }
        try (Stream<Stored<Case>> some = lists.all(query, 10)) {
            assertThat(some.count()).isEqualTo(10);
        }
    }

    static Stream<Arguments> each_shape_has_its_index() {
        CaseFilter late = CaseFilter.builder().overdue(true).build();
        CaseFilter category =
                CaseFilter.builder().categories(List.of("0103", "0401")).build();
        CaseFilter words = CaseFilter.builder().terms(SearchTerms.of("井盖破损")).build();
        return Stream.of(
                shape("inbox", Tab.INBOX, STREET, CaseFilter.NONE, "inbox"),
                shape("all", Tab.ALL, STREET, CaseFilter.NONE, CaseMigrations.SCOPE),
                shape("all of everything", Tab.ALL, LEADER, CaseFilter.NONE, CaseMigrations.SCOPE),
                shape("reported", Tab.REPORTED, worker(), CaseFilter.NONE, "reported"),
                shape("state", Tab.ALL, LEADER, states(CaseState.IN_PROGRESS), CaseMigrations.SCOPE),
                shape("states", Tab.ALL, STREET, states(CaseState.CLOSED, CaseState.IN_PROGRESS), CaseMigrations.SCOPE),
                along("level", Tab.ALL, LEADER, level(), CaseMigrations.SCOPE),
                along("overdue", Tab.ALL, LEADER, late, CaseMigrations.SCOPE),
                shape("due", Tab.ALL, STREET, due(), CaseMigrations.SCOPE),
                shape("unit", Tab.ALL, LEADER, unit(), CaseMigrations.SCOPE),
                shape("grid", Tab.ALL, LEADER, grid(), CaseMigrations.SCOPE),
                shape("category of everything", Tab.ALL, LEADER, category, "category"),
                along("category", Tab.ALL, STREET, category, CaseMigrations.SCOPE),
                shape(
                        "person",
                        Tab.ALL,
                        LEADER,
                        CaseFilter.builder().person("worker-2").build(),
                        "reported"),
                shape("words", Tab.ALL, LEADER, words, CaseMigrations.TERMS),
                shape("words in the inbox", Tab.INBOX, HANDLER, words, CaseMigrations.TERMS));
    }

    private static Arguments shape(String name, Tab tab, Caller caller, CaseFilter filter, String index) {
        return Arguments.of(name, query(tab, caller, filter), index, false);
    }

    private static Arguments along(String name, Tab tab, Caller caller, CaseFilter filter, String index) {
        return Arguments.of(name, query(tab, caller, filter), index, true);
    }

    private static Caller worker() {
        return SmallDistrict.staff("worker-1", Role.GRID_WORKER, "g1");
    }

    private static CaseFilter states(CaseState... states) {
        return CaseFilter.builder().states(List.of(states)).build();
    }

    private static CaseFilter level() {
        return CaseFilter.builder().levels(List.of("STREET")).build();
    }

    private static CaseFilter due() {
        return CaseFilter.builder()
                .dueAfter(SmallDistrict.MORNING)
                .dueBefore(SmallDistrict.MORNING.plus(Duration.ofDays(3)))
                .build();
    }

    private static CaseFilter unit() {
        return CaseFilter.builder().unit(List.of("d", "s", "s-env")).build();
    }

    private static CaseFilter grid() {
        return CaseFilter.builder()
                .grid("code-g1", List.of("d", "s", "c", "g1"))
                .build();
    }

    @ParameterizedTest(name = "{0}: the index {2}, nothing sorted")
    @MethodSource
    void each_shape_has_its_index(String name, CaseQuery query, String index, boolean filteredAlongTheRange) {
        ListPlan plan = ListPlan.of(query);
        String cursor = lists.page(query, null, 5).next().orElseThrow();
        for (String from : new String[] {null, cursor}) {
            Document explained = lists.find(plan, from).limit(6).explain();
            String winner = explained
                    .get("queryPlanner", Document.class)
                    .get("winningPlan", Document.class)
                    .toJson();
            Document stats = explained.get("executionStats", Document.class);

            assertThat(winner).contains("\"indexName\": \"" + index + "\"").doesNotContain("\"COLLSCAN\"", "\"SORT\"");
            assertThat(stats.getInteger("totalDocsExamined"))
                    .as("documents looked at for six of 800")
                    .isLessThanOrEqualTo(60);
            // Filtered along a range: a key, and a step over it, for each case of the range, and none of them fetched.
            assertThat(stats.getInteger("totalKeysExamined"))
                    .as("keys looked at for six of 800")
                    .isLessThanOrEqualTo(filteredAlongTheRange ? 1_700 : 150);
        }
    }

    @Test
    void a_category_that_is_rare_is_found_by_itself() {
        CaseFilter rare = CaseFilter.builder().categories(List.of("0401")).build();

        assertThat(lists.planOf(query(Tab.ALL, STREET, rare)).index()).isEqualTo("category");
        assertThat(lists.planOf(query(Tab.INBOX, STREET, rare)).index()).isEqualTo("inbox");
        Document explained = lists.find(lists.planOf(query(Tab.ALL, STREET, rare)), null)
                .limit(6)
                .explain();
        assertThat(explained
                        .get("queryPlanner", Document.class)
                        .get("winningPlan", Document.class)
                        .toJson())
                .doesNotContain("\"COLLSCAN\"", "\"SORT\"");
    }

    @Test
    void a_level_of_the_whole_district_is_a_range_of_its_own() {
        Document stats = lists.find(lists.planOf(query(Tab.ALL, LEADER, level())), null)
                .limit(6)
                .explain()
                .get("executionStats", Document.class);

        assertThat(stats.getInteger("totalKeysExamined")).isLessThanOrEqualTo(60);
        assertThat(stats.getInteger("totalDocsExamined")).isLessThanOrEqualTo(6);
    }

    @Test
    void a_level_at_which_no_case_is_costs_nothing_to_nobody() {
        CaseFilter nowhere = CaseFilter.builder().levels(List.of("BLOCK")).build();
        for (Caller caller : List.of(LEADER, STREET)) {
            Document stats = amongMany
                    .find(amongMany.planOf(query(Tab.ALL, caller, nowhere)), null)
                    .limit(6)
                    .explain()
                    .get("executionStats", Document.class);

            assertThat(stats.getInteger("totalKeysExamined")).isLessThanOrEqualTo(60);
        }
    }

    @Test
    void of_several_words_the_texts_with_the_rarest_are_looked_through() {
        CaseFilter words =
                CaseFilter.builder().terms(SearchTerms.of("望江路 路灯不亮")).build();
        ListPlan plan = lists.planOf(query(Tab.ALL, LEADER, words));

        Document stats = lists.find(plan, null).explain().get("executionStats", Document.class);

        assertThat(plan.index()).isEqualTo(CaseMigrations.TERMS);
        assertThat(stats.getInteger("totalDocsExamined"))
                .as("a quarter of the texts speak of lamps, half of the road")
                .isEqualTo(200);
    }

    @Test
    void frequent_words_are_looked_for_in_a_range_that_is_shorter() {
        CaseFilter words = CaseFilter.builder().terms(SearchTerms.of("望江路")).build();

        assertThat(amongMany.planOf(query(Tab.ALL, HANDLER, words)).index()).isEqualTo(CaseMigrations.SCOPE);
        assertThat(amongMany.planOf(query(Tab.INBOX, HANDLER, words)).index()).isEqualTo("inbox");
        assertThat(amongMany.planOf(query(Tab.ALL, LEADER, words)).index()).isEqualTo(CaseMigrations.TERMS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_is_not_the_callers_is_passed_over_in_the_keys(String name, CaseQuery query, Predicate<Case> condition) {
        MongoCaseLists sifting = new MongoCaseLists(DATABASE, new ListChoice(CASES, 2, 0), Duration.ofSeconds(3));
        List<String> expected =
                expected(c -> condition.test(c) && query.caller().coversAny(c.scopeUnits()));
        ListPlan plan = sifting.planOf(query);
        ListPlan.Sifting sieve = requireNonNull(plan.sifting());
        Cursor cursor =
                Cursor.parse(plan.order(), sifting.page(query, null, 5).next().orElseThrow());

        for (Bson range :
                List.of(sieve.range(), and(sieve.range(), cursor.sameMoment()), and(sieve.range(), cursor.further()))) {
            Document explained = CASES.aggregate(KeySieve.pipeline(plan, range, sieve.units(), 50))
                    .hintString(plan.index())
                    .explain(ExplainVerbosity.EXECUTION_STATS);
            assertThat(explained.toJson()).contains("\"totalDocsExamined\": 0").doesNotContain("\"FETCH\"", "COLLSCAN");
        }
        assertThat(ids(sifting, query)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).hasSizeGreaterThan(5);
    }

    static Stream<Arguments> what_is_not_the_callers_is_passed_over_in_the_keys() {
        CaseFilter words = CaseFilter.builder().terms(SearchTerms.of("望江路")).build();
        CaseFilter unit = CaseFilter.builder().unit(List.of("d", "s")).build();
        CaseQuery held = CaseQuery.inScope(Tab.ALL, HANDLER, false, unit, NOW).in(Set.of("s"));
        return Stream.of(
                Arguments.of("words", query(Tab.ALL, HANDLER, words), (Predicate<Case>)
                        c -> c.opened().text().value().contains("望江路")),
                Arguments.of("unit", held, (Predicate<Case>) c -> c.holderPath().contains("s")));
    }

    @Test
    void a_page_that_is_not_full_goes_on_where_it_ended() {
        CaseFilter words = CaseFilter.builder().terms(SearchTerms.of("望江路")).build();
        CaseQuery query = query(Tab.ALL, HANDLER, words);
        ListPlan plan = new MongoCaseLists(DATABASE, new ListChoice(CASES, 2, 0), Duration.ofSeconds(3)).planOf(query);
        KeySieve hasty = new KeySieve(CASES, new Document(), Duration.ofSeconds(3), new KeySieve.Reach(7, 10, 1));

        List<String> found = new ArrayList<>();
        Cursor place = null;
        int pages = 0;
        do {
            KeySieve.Found page = hasty.first(plan, requireNonNull(plan.sifting()), place, 100);
            page.cases().forEach(theCase -> found.add(theCase.getString("_id")));
            place = page.goOn();
            pages++;
        } while (place != null);

        assertThat(pages).isGreaterThan(3);
        assertThat(found).doesNotHaveDuplicates().isEqualTo(ids(query));
    }

    @Test
    void a_case_without_marks_may_be_anybodys() {
        MongoCaseLists sifting = new MongoCaseLists(DATABASE, new ListChoice(CASES, 2, 0), Duration.ofSeconds(3));
        CaseFilter words = CaseFilter.builder().terms(SearchTerms.of("望江路")).build();
        List<String> before = ids(sifting, query(Tab.ALL, HANDLER, words));
        Document marked =
                requireNonNull(CASES.find(eq("_id", before.getFirst())).first());
        CASES.updateOne(eq("_id", before.getFirst()), unset(CaseMapper.SCOPE_MARKS));
        try {
            assertThat(ids(sifting, query(Tab.ALL, HANDLER, words))).isEqualTo(before);
        } finally {
            CASES.replaceOne(eq("_id", before.getFirst()), marked);
        }
    }

    @Test
    void a_search_that_takes_too_long_says_so() {
        MongoCaseLists hasty = new MongoCaseLists(DATABASE, new ListChoice(CASES), Duration.ofMillis(1));
        // Nobody holds it, so all cases are fetched to say so.
        CaseFilter nowhere = CaseFilter.builder().unit(List.of("no-such-unit")).build();
        CaseQuery query = CaseQuery.inScope(Tab.ALL, LEADER, true, nowhere, NOW);

        assertThatThrownBy(() -> hasty.page(query, null, 20)).isInstanceOf(TooBroad.class);
    }

    @Test
    void a_case_of_before_is_found_by_its_level() {
        MongoDatabase old = CLIENT.getDatabase(BACKEND.freshDatabase());
        try {
            MongoCollection<Document> cases = old.getCollection(CaseMigrations.CASES);
            STORED.values().stream()
                    .limit(50)
                    .forEach(theCase ->
                            cases.insertOne(Shelf.document(theCase).append("scopeUnits", theCase.scopeUnits())));

            for (int time = 0; time < 2; time++) {
                CaseMigrations.levelKeys(1).commands().forEach(old::runCommand);
            }

            for (Document now : cases.find()) {
                assertThat(now.get("scopeUnits"))
                        .isEqualTo(
                                Shelf.document(STORED.get(now.getString("_id"))).get("scopeUnits"));
            }
        } finally {
            old.drop();
        }
    }

    @Test
    void a_number_is_looked_up_and_nothing_sorted() {
        for (CaseFilter filter : List.of(
                CaseFilter.builder().caseNumber("N-case-007").build(),
                CaseFilter.builder().trackingNumber("T-case-008").build())) {
            Document explained = lists.find(ListPlan.of(query(Tab.ALL, STREET, filter)), null)
                    .limit(6)
                    .explain();

            assertThat(explained.toJson()).doesNotContain("\"COLLSCAN\"", "\"SORT\"");
            assertThat(explained.get("executionStats", Document.class).getInteger("totalDocsExamined"))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_case_of_before_gets_what_the_lists_are_found_by() {
        MongoDatabase old = CLIENT.getDatabase(BACKEND.freshDatabase());
        try {
            MongoCollection<Document> cases = old.getCollection(CaseMigrations.CASES);
            Migrations.run(old, List.of(CaseMigrations.indexes(1)));
            List<String> fields = List.of("holderUnits", "level", "lateFrom", "terms");
            STORED.values().stream().limit(100).forEach(theCase -> {
                Document document = Shelf.document(theCase);
                fields.forEach(document::remove);
                cases.insertOne(document);
            });

            Migrations.run(
                    old, List.of(CaseMigrations.indexes(1), CaseMigrations.search(2), CaseMigrations.scopeMarks(3)));

            for (Document now : cases.find()) {
                Document anew = Shelf.document(STORED.get(now.getString("_id")));
                for (String field : List.of("holderUnits", "level", "lateFrom")) {
                    assertThat(now.get(field)).as(field).isEqualTo(anew.get(field));
                }
                assertThat(now.getList("terms", String.class)).containsAll(anew.getList("terms", String.class));
            }
        } finally {
            old.drop();
        }
    }
}
