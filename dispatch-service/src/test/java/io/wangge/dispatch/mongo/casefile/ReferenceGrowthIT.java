package io.wangge.dispatch.mongo.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.Channel;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.clock.OfficeHours;
import io.wangge.dispatch.clock.OpeningHours;
import io.wangge.dispatch.clock.WorkdayCount;
import io.wangge.dispatch.desk.DryRun;
import io.wangge.dispatch.directory.UnitTree;
import io.wangge.dispatch.files.FileForm;
import io.wangge.dispatch.files.OrganisationExport;
import io.wangge.dispatch.files.OrganisationImport;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.dispatch.mongo.reference.MongoDraftShelf;
import io.wangge.dispatch.mongo.reference.MongoReferenceLibrary;
import io.wangge.dispatch.mongo.reference.ReferenceMigrations;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.Draft;
import io.wangge.dispatch.reference.DraftShelf;
import io.wangge.dispatch.reference.DraftShelf.Expected;
import io.wangge.dispatch.reference.ReferenceAssembly;
import io.wangge.dispatch.reference.ReferenceKeeper;
import io.wangge.dispatch.reference.ReferenceKeeper.Refreshed;
import io.wangge.dispatch.reference.ReferenceKind;
import io.wangge.dispatch.routing.Rule;
import io.wangge.dispatch.routing.RuleOutcome;
import io.wangge.kit.migration.Migrations;
import io.wangge.localstack.TestBackend;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Not a test of every day but a measurement: how long a large city's organisation takes from its files until it is in
 * force, and a dry run over as many reports as may be asked for.
 *
 * <pre>./mvnw -pl dispatch-service -am verify -Dtest=none -Dit.test=ReferenceGrowthIT -Dgrid.growth.grids=20000 \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false</pre>
 */
@EnabledIfSystemProperty(named = "grid.growth.grids", matches = "\\d+")
class ReferenceGrowthIT {
    private static final int GRIDS = Integer.getInteger("grid.growth.grids", 20_000);
    /** Beside the grids' own. */
    private static final int UNITS = GRIDS / 4;

    private static final int POINTS_AN_EDGE = Integer.getInteger("grid.growth.points", 5);
    private static final int REPORTS = 5_000;
    private static final int ACROSS = 200;
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final Random random = new Random(7);
    private final CelConditions compiler = new CelConditions();

    @Test
    void a_citys_organisation_comes_in_by_files_and_a_rule_book_is_tried() {
        try (MongoClient client = MongoClients.create(TestBackend.shared().mongoUri())) {
            MongoDatabase database = client.getDatabase(TestBackend.shared().freshDatabase());
            Migrations.run(database, List.of(ReferenceMigrations.indexes(1), CaseMigrations.newestFirst(2)));
            MongoReferenceLibrary library = new MongoReferenceLibrary(client, database);
            DraftShelf shelf = new MongoDraftShelf(database, library);
            ReferenceKeeper keeper = new ReferenceKeeper(
                    library, new ReferenceAssembly(compiler, ReferenceFiles.usual()), InstantSource.fixed(NOW));
            library.activate(others(), NOW);
            byte[] units = csv(new Content.Items(ReferenceKind.UNIT, List.copyOf(units())));
            byte[] grids = geoJson(new Content.Items(ReferenceKind.GRID, List.copyOf(grids())));
            say(
                    "%,d units in %,d KB of CSV, %,d grids in %,d KB of GeoJSON",
                    UNITS + GRIDS, units.length / 1_000, GRIDS, grids.length / 1_000);

            OrganisationImport readUnits = timed("read units", () -> read(ReferenceKind.UNIT, FileForm.CSV, units));
            OrganisationImport readGrids = timed("read grids", () -> read(ReferenceKind.GRID, FileForm.GEOJSON, grids));
            List<Draft> drafts = timed(
                    "keep both drafts",
                    () -> shelf.putAll(
                                    List.of(
                                            new Expected(
                                                    DraftShelf.NONE,
                                                    readUnits.content().orElseThrow()),
                                            new Expected(
                                                    DraftShelf.NONE,
                                                    readGrids.content().orElseThrow())),
                                    "admin",
                                    NOW)
                            .orElseThrow());
            assertThat(timed(
                            "check",
                            () -> keeper.check(
                                    drafts.stream().map(Draft::content).toList())))
                    .isEmpty();
            timed("bring into force", () -> shelf.activate(drafts, "admin", NOW).orElseThrow());
            assertThat(timed("take over", keeper::refresh)).isInstanceOf(Refreshed.Switched.class);

            report(database);
            DryRun dryRun = new DryRun(new MongoPastMatters(database), keeper, compiler);
            dryRun.run(draft(keeper), 100);
            DryRun.Outcome outcome =
                    timed("dry run of %,d reports".formatted(REPORTS), () -> dryRun.run(draft(keeper), REPORTS));
            say(
                    "%,d reports, %,d placed otherwise, %,d unmatched",
                    outcome.matters(), outcome.changed(), outcome.unmatched());
            assertThat(outcome.matters()).isEqualTo(REPORTS);
            database.drop();
        }
    }

    private static OrganisationImport read(ReferenceKind kind, FileForm form, byte[] bytes) {
        OrganisationImport read =
                OrganisationImport.read(kind, form, "file", bytes).orElseThrow();
        assertThat(read.faults()).isEmpty();
        return read;
    }

    private static byte[] csv(Content content) {
        return OrganisationExport.write(content, FileForm.CSV).orElseThrow();
    }

    private static byte[] geoJson(Content content) {
        return OrganisationExport.write(content, FileForm.GEOJSON).orElseThrow();
    }

    /** All but units and grids: as in the demo, without what names its units. */
    private static List<Content> others() {
        Content staff = new Content.Items(
                ReferenceKind.STAFF,
                List.of(new StaffItem("admin", 0, "管理员", List.of(new Grant(Role.ADMIN, List.of("top"))))));
        Content calendar = new Content.Calendar(
                ZoneId.of("Asia/Shanghai"),
                OfficeHours.of(OpeningHours.USUAL),
                List.of(),
                WorkdayCount.WHOLE_DAY,
                Map.of());
        return Stream.concat(
                        Stream.of(staff, calendar),
                        ReferenceFiles.demo().read().stream()
                                .filter(content -> content.kind() == ReferenceKind.LADDER
                                        || content.kind() == ReferenceKind.CATEGORY
                                        || content.kind() == ReferenceKind.RULE_BOOK))
                .toList();
    }

    private static List<String> kinds() {
        return ReferenceFiles.demo().read().stream()
                .filter(content -> content.kind() == ReferenceKind.UNIT)
                .flatMap(content -> ((Content.Items) content).items().stream())
                .flatMap(unit -> Optional.ofNullable(((UnitItem) unit).departmentKind()).stream())
                .distinct()
                .toList();
    }

    private static List<UnitItem> units() {
        List<UnitItem> units = new ArrayList<>();
        units.add(unit("top", "DISTRICT", null, null));
        int communities = GRIDS / 20;
        int streets = Math.max(1, communities / 10);
        for (int n = 0; n < streets; n++) {
            units.add(unit("s" + n, "STREET", null, "top"));
        }
        for (int n = 0; n < communities; n++) {
            units.add(unit("c" + n, "COMMUNITY", null, "s" + n % streets));
        }
        for (int n = 0; n < GRIDS; n++) {
            units.add(unit("g" + n, "BLOCK", null, "c" + n % communities));
        }
        List<String> kinds = kinds();
        for (int n = 0; units.size() < UNITS + GRIDS; n++) {
            int level = n / kinds.size();
            units.add(unit(
                    "d" + n,
                    level == 0 ? "DISTRICT" : "STREET",
                    kinds.get(n % kinds.size()),
                    level == 0 ? "top" : "s" + (level - 1) % streets));
        }
        return UnitTree.withPaths(units);
    }

    private static UnitItem unit(String id, String level, @Nullable String kind, @Nullable String parent) {
        String code = kind == null ? "9901" + id : null;
        return new UnitItem(id, 0, "第" + id + "单位", "Unit " + id, level, kind, parent, code, List.of());
    }

    /** A lattice of fields with bent borders, which neighbours have in common. */
    private static List<GridItem> grids() {
        List<GridItem> grids = new ArrayList<>();
        for (int n = 0; n < GRIDS; n++) {
            int x = n % ACROSS;
            int y = n / ACROSS;
            List<List<Double>> ring = new ArrayList<>();
            for (int i = 0; i < POINTS_AN_EDGE; i++) {
                ring.add(point(x + (double) i / POINTS_AN_EDGE, y));
            }
            for (int i = 0; i < POINTS_AN_EDGE; i++) {
                ring.add(point(x + 1, y + (double) i / POINTS_AN_EDGE));
            }
            for (int i = 0; i < POINTS_AN_EDGE; i++) {
                ring.add(point(x + 1 - (double) i / POINTS_AN_EDGE, y + 1));
            }
            for (int i = 0; i < POINTS_AN_EDGE; i++) {
                ring.add(point(x, y + 1 - (double) i / POINTS_AN_EDGE));
            }
            ring.add(ring.getFirst());
            grids.add(new GridItem("g" + n, 0, "9901g" + n, List.of(ring)));
        }
        return grids;
    }

    private static List<Double> point(double x, double y) {
        double lon = 120 + 0.002 * x + 0.0003 * Math.sin(3 * y);
        double lat = 30 + 0.002 * y + 0.0003 * Math.sin(3 * x);
        return List.of(Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6);
    }

    private void report(MongoDatabase database) {
        List<String> categories = ReferenceFiles.demo().read().stream()
                .filter(content -> content.kind() == ReferenceKind.CATEGORY)
                .flatMap(content -> ((Content.Items) content).items().stream())
                .map(Item::id)
                .toList();
        CaseMapper mapper = new CaseMapper();
        List<Document> documents = new ArrayList<>();
        for (int n = 0; n < REPORTS; n++) {
            String grid = "9901g" + random.nextInt(GRIDS);
            Opened opened = new Opened(
                    MadeUpCases.id(n),
                    "T-" + n,
                    "N-" + n,
                    Channel.HOTLINE,
                    null,
                    categories.get(random.nextInt(categories.size())),
                    new Erasable("幸福路" + n + "号垃圾堆放多日，影响出行，请尽快处理", "salt"),
                    null,
                    grid,
                    List.of("top"),
                    Urgency.NORMAL,
                    Actor.staff("worker", "top"),
                    null,
                    NOW.minusSeconds(60L * n));
            Case theCase = Case.open(opened.reportId(), opened, opened.receivedAt());
            documents.add(mapper.toDocument(theCase).append("_id", theCase.id()));
        }
        database.getCollection(CaseMigrations.CASES).insertMany(documents);
    }

    /** The present rules with one more before them. */
    private static List<Rule> draft(ReferenceKeeper keeper) {
        return Stream.concat(
                        Stream.of(new Rule(
                                "refuse-to-street",
                                "垃圾到街道",
                                "text.contains('垃圾') && classCode == '01'",
                                new RuleOutcome("STREET", null, false))),
                        keeper.current().ruleBook().rules().stream())
                .toList();
    }

    private static <T> T timed(String what, Supplier<T> work) {
        System.gc();
        long start = System.nanoTime();
        T result = work.get();
        long millis = (System.nanoTime() - start) / 1_000_000;
        Runtime machine = Runtime.getRuntime();
        say("%-30s %,6d ms, heap %,d MB", what, millis, (machine.totalMemory() - machine.freeMemory()) >> 20);
        return result;
    }

    private static void say(String text, Object... values) {
        System.out.println(text.formatted(values));
    }
}
