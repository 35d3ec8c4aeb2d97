package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.desk.CaseFilter;
import io.wangge.dispatch.desk.CaseLists.Tab;
import io.wangge.dispatch.desk.CaseQuery;
import io.wangge.kit.migration.Migrations;
import io.wangge.kit.search.SearchTerms;
import io.wangge.localstack.TestBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Not a test of every day but a measurement: how long the lists take with many cases, and what their indexes cost a
 * change of state.
 *
 * <pre>./mvnw -pl dispatch-service -am verify -Dtest=none -Dit.test=CaseGrowthIT -Dgrid.growth.cases=1000000 \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false</pre>
 */
@EnabledIfSystemProperty(named = "grid.growth.cases", matches = "\\d+")
class CaseGrowthIT {
    private static final int CASES = Integer.getInteger("grid.growth.cases", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("grid.growth.rounds", 100);
    private static final int TO_REACH_MILLIS = 100;

    private final Random random = new Random(11);
    private final MadeUpCases made = new MadeUpCases();

    @Test
    void lists_stay_quick_however_many_cases_there_are() {
        try (MongoClient client = MongoClients.create(TestBackend.shared().mongoUri())) {
            MongoDatabase database = client.getDatabase(TestBackend.shared().freshDatabase());
            long start = System.nanoTime();
            // Indexes that are built at once, of what lies there, take a tenth of the time.
            fill(database, CASES);
            Migrations.run(
                    database,
                    List.of(CaseMigrations.indexes(1), CaseMigrations.search(2), CaseMigrations.scopeMarks(3)));
            say("%,d cases stored and indexed in %d s", CASES, seconds(start));
            Document size = database.runCommand(new Document("collStats", CaseMigrations.CASES));
            say(
                    "data %s MB, indexes %s MB: %s",
                    megabytes(size.get("size", Number.class)),
                    megabytes(size.get("totalIndexSize", Number.class)),
                    size.get("indexSizes"));

            MongoCaseLists lists = new MongoCaseLists(database);
            Map<String, Long> slowest = new LinkedHashMap<>();
            queries()
                    .forEach((name, query) ->
                            slowest.put(name, measure(name, () -> lists.page(query.get(), null, 20))));
            callers()
                    .forEach((name, caller) -> slowest.put(
                            "counts, " + name,
                            measure(
                                    "counts, " + name,
                                    () -> lists.counts(caller, name.equals("district"), MadeUpCases.NOW))));
            database.drop();
            slowest.values().removeIf(p95 -> p95 <= TO_REACH_MILLIS);
            say("p95 above %d ms: %s", TO_REACH_MILLIS, slowest);
        }
    }

    @Test
    void what_the_indexes_cost_a_change_of_state() {
        try (MongoClient client = MongoClients.create(TestBackend.shared().mongoUri())) {
            MongoDatabase database = client.getDatabase(TestBackend.shared().freshDatabase());
            Migrations.run(database, List.of(CaseMigrations.indexes(1)));
            fill(database, 20_000);
            change(database, "warm-up");
            change(database, "indexes of before");
            Migrations.run(
                    database,
                    List.of(CaseMigrations.indexes(1), CaseMigrations.search(2), CaseMigrations.scopeMarks(3)));
            change(database, "indexes of now, warm-up");
            change(database, "indexes of now");
            database.drop();
        }
    }

    private void change(MongoDatabase database, String name) {
        long start = System.nanoTime();
        int changes = 20_000;
        for (int from = 0; from < changes; from += 500) {
            List<WriteModel<Document>> batch = new ArrayList<>();
            for (int n = from; n < from + 500; n++) {
                batch.add(new UpdateOneModel<>(
                        Filters.eq("_id", MadeUpCases.id(n)),
                        Updates.combine(
                                Updates.set("state", n % 2 == 0 ? "IN_PROGRESS" : "PENDING_ACCEPTANCE"),
                                Updates.set("order", random.nextLong(1L << 40)),
                                Updates.inc("version", 1L))));
            }
            database.getCollection(CaseMigrations.CASES).bulkWrite(batch);
        }
        say("%s: %d µs a change", name, (System.nanoTime() - start) / 1_000 / changes);
    }

    private Map<String, Caller> callers() {
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put("district", SmallDistrict.staff("leader", Role.LEADER, "d"));
        callers.put("street", SmallDistrict.staff("desk", Role.DISPATCHER, "s3"));
        callers.put("community", SmallDistrict.staff("clerk", Role.COMMUNITY_CLERK, "s3-c4"));
        callers.put("department", SmallDistrict.staff("handler", Role.HANDLER, "s3-d5"));
        return callers;
    }

    private Map<String, Supplier<CaseQuery>> queries() {
        Map<String, Supplier<CaseQuery>> queries = new LinkedHashMap<>();
        callers().forEach((name, caller) -> {
            boolean all = name.equals("district");
            queries.put(
                    "inbox, " + name,
                    () -> CaseQuery.inScope(Tab.INBOX, caller, all, CaseFilter.NONE, MadeUpCases.NOW));
            filters()
                    .forEach((filter, builder) -> queries.put(
                            filter + ", " + name,
                            () -> query(caller, all, builder.get().build())));
        });
        return queries;
    }

    private static CaseQuery query(Caller caller, boolean all, CaseFilter filter) {
        List<String> asked = filter.placePath().isEmpty() ? filter.unitPath() : filter.placePath();
        Set<String> within = asked.isEmpty() ? caller.units() : Set.of(asked.getLast());
        return new CaseQuery(Tab.ALL, caller, all, within, filter, MadeUpCases.NOW);
    }

    private Map<String, Supplier<CaseFilter.Builder>> filters() {
        Map<String, Supplier<CaseFilter.Builder>> filters = new LinkedHashMap<>();
        filters.put("all", CaseFilter::builder);
        filters.put("state", () -> CaseFilter.builder().states(List.of(any(CaseState.values()))));
        filters.put("level", () -> CaseFilter.builder().levels(List.of(any(MadeUpCases.LEVELS))));
        filters.put("category", () -> CaseFilter.builder().categories(List.of(made.category(random))));
        filters.put("rare category", () -> CaseFilter.builder().categories(List.of(MadeUpCases.RARE_CATEGORY)));
        filters.put(
                "class of categories",
                () -> CaseFilter.builder()
                        .categories(IntStream.range(0, 10)
                                .mapToObj("05%02d"::formatted)
                                .toList()));
        filters.put("overdue", () -> CaseFilter.builder().overdue(true));
        filters.put(
                "due today",
                () -> CaseFilter.builder()
                        .dueAfter(MadeUpCases.NOW)
                        .dueBefore(MadeUpCases.NOW.plus(Duration.ofHours(12))));
        filters.put("unit", () -> {
            String street = "s" + random.nextInt(10);
            return CaseFilter.builder().unit(List.of("d", street, street + "-d" + random.nextInt(10)));
        });
        filters.put("grid", () -> {
            List<String> path = made.territory(random);
            return CaseFilter.builder().grid("code-" + path.getLast(), path);
        });
        filters.put("person", () -> CaseFilter.builder().person("worker-" + random.nextInt(2000)));
        filters.put(
                "level, category and overdue",
                () -> CaseFilter.builder()
                        .levels(List.of("STREET"))
                        .categories(List.of(made.category(random)))
                        .overdue(true));
        filters.put("words", () -> CaseFilter.builder().terms(SearchTerms.of(made.matter(random))));
        filters.put(
                "place and words",
                () -> CaseFilter.builder().terms(SearchTerms.of(made.place(random) + " " + made.matter(random))));
        filters.put("words that nobody wrote", () -> CaseFilter.builder().terms(SearchTerms.of("火箭发射")));
        return filters;
    }

    private void fill(MongoDatabase database, int many) {
        List<Document> batch = new ArrayList<>();
        for (int n = 0; n < many; n++) {
            batch.add(made.document(n, random));
            if (batch.size() == 1_000 || n == many - 1) {
                database.getCollection(CaseMigrations.CASES).insertMany(batch);
                batch.clear();
            }
        }
    }

    private long measure(String name, Runnable query) {
        List<Long> micros = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            query.run();
            micros.add((System.nanoTime() - start) / 1_000);
        }
        micros.sort(null);
        long p95 = micros.get(ROUNDS * 95 / 100);
        say(
                "%-45s p50 %7.1f ms   p95 %7.1f ms   longest %7.1f ms",
                name, micros.get(ROUNDS / 2) / 1e3, p95 / 1e3, micros.getLast() / 1e3);
        return p95 / 1_000;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static long seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    private static long megabytes(Number bytes) {
        return bytes.longValue() / 1_000_000;
    }

    private static void say(String text, Object... values) {
        System.out.println(text.formatted(values));
    }
}
