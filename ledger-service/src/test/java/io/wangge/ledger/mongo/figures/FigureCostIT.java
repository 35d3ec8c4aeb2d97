package io.wangge.ledger.mongo.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.report.Channel;
import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.FigureShelf.Question;
import io.wangge.ledger.figures.History;
import io.wangge.ledger.figures.Measure;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.figures.Rollup;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.mongo.board.MongoBoardShelf;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.casefacts.FigureFactsDocuments;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What figures cost, and how fast they are read from many cases; prints. */
class FigureCostIT {
    private static final int COMMUNITIES = 40;
    private static final int GRIDS = 10;
    /** In a district some thousand people take matters in. */
    private static final int WORKERS_A_GRID = 3;
    /** Of those that are left open. */
    private static final double SUPERVISED = 0.1;

    private static final Instant START = History.time("2026-01-01T08:00");

    private final LedgerStore store = new LedgerStore();
    private final FigureFolding folding = new FigureFolding(store.client, store.database, InstantSource.system());
    private final MongoFigureShelf shelf = new MongoFigureShelf(store.client, store.database, InstantSource.system());

    @AfterEach
    void close() {
        store.close();
    }

    /** Also runs against a build without figures, for comparing. */
    @Test
    @EnabledIfSystemProperty(named = "grid.figures.lifecycles", matches = "\\d+")
    void costOfALifecycle() {
        int lifecycles = Integer.getInteger("grid.figures.lifecycles");
        Random random = new Random(1);
        play(0, lifecycles / 4, random, Duration.ofSeconds(60));
        long jvm = jvmNanos();
        long mongod = mongodMicros();
        play(lifecycles, lifecycles, random, Duration.ofSeconds(60));
        System.out.printf(
                "%d lifecycles: JVM %.3f ms, mongod %.3f ms of CPU each%n",
                lifecycles, (jvmNanos() - jvm) / 1e6 / lifecycles, (mongodMicros() - mongod) / 1e3 / lifecycles);
    }

    @Test
    @EnabledIfSystemProperty(named = "grid.figures.cases", matches = "\\d+")
    void boardsAreReadFromManyCasesInTime() {
        int cases = Integer.getInteger("grid.figures.cases");
        fill(cases, new Random(2));
        LocalDate to = LocalDate.of(2026, 3, 31);
        Instant now = History.time("2026-03-31T12:00");
        List<String> grids = new ArrayList<>();
        List<String> communities = new ArrayList<>();
        for (int i = 0; i < COMMUNITIES; i++) {
            communities.add("c" + i);
            for (int j = 0; j < GRIDS; j++) {
                grids.add("g" + i + "-" + j);
            }
        }
        Period month = new Period(to.minusDays(29), to);
        Period quarter = new Period(to.minusDays(89), to);
        System.out.printf(
                "%d cases, %d open; ms p50 / p95%n",
                cases, store.collection(CaseFactsDocuments.COLLECTION).countDocuments(new Document("fig.open", true)));
        for (Dimension dimension : Dimension.values()) {
            time("district, 90 days by " + dimension, () -> shelf.read(List.of("d"), dimension, quarter, now));
            time("street, 30 days by " + dimension, () -> shelf.read(List.of("s1"), dimension, month, now));
        }
        time("40 communities, 90 days", () -> shelf.read(communities, Dimension.ALL, quarter, now));
        time("40 communities, 90 days by LEVEL", () -> shelf.read(communities, Dimension.LEVEL, quarter, now));
        MongoBoardShelf boards = new MongoBoardShelf(store.client, store.database);
        for (String unit : List.of("d", "s1", "c3")) {
            time("board of " + unit, () -> boards.read(unit, now));
        }
        time("400 grids, 30 days", () -> shelf.read(grids, Dimension.ALL, month, now));
        for (Measure measure : List.of(Measure.CLOSED, Measure.OVERDUE_OPEN, Measure.REPORTED, Measure.HOLDS_LATE)) {
            time(
                    "first page of " + measure + " of a community",
                    () -> shelf.cases(
                            new Question(List.of(measure), "c3", quarter, false, Map.of(), List.of(), now), null, 50));
        }
        long start = System.nanoTime();
        assertThat(shelf.recount()).hasValue(cases);
        System.out.printf("recount: %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }

    private static void time(String what, Runnable read) {
        long[] nanos = new long[40];
        read.run();
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            read.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf("%-45s %7.1f %7.1f%n", what, nanos[20] / 1e6, nanos[38] / 1e6);
    }

    /** Facts and rollups alone: entries are not read by figures. */
    private void fill(int cases, Random random) {
        Rollup rollup = new Rollup();
        List<Document> facts = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            Duration into = Duration.ofMinutes(90L * 24 * 60 * i / cases);
            History history = lifecycle("case-" + i, random, START.plus(into), random.nextInt(100) < 94);
            Contribution.of(history.facts()).forEach(contribution -> rollup.add(contribution, 1));
            Document one = new Document("_id", history.caseId)
                    .append("state", history.state().name())
                    .append(
                            "summary",
                            CaseFactsDocuments.tree(((io.wangge.contracts.casefile.CaseMessage<?>)
                                            history.events().getLast().body())
                                    .after()))
                    .append(FigureFactsDocuments.FIELD, FigureFactsDocuments.of(history.facts()));
            if (history.facts().closing() == null && random.nextDouble() < SUPERVISED) {
                one.append(CaseFactsDocuments.SUPERVISION, "YELLOW");
            }
            facts.add(one);
            if (facts.size() == 2000 || i == cases - 1) {
                store.collection(CaseFactsDocuments.COLLECTION).insertMany(facts);
                facts.clear();
                FigureRows.add(store.database, null, new FigureState(1, 1, true), rollup);
                rollup.clear();
            }
        }
    }

    private void play(int from, int count, Random random, Duration apart) {
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            histories.add(lifecycle("case-" + (from + i), random, START.plus(apart.multipliedBy(i)), true));
        }
        // As in the loaded product: cases go side by side, each event in another batch, about 60 events each.
        List<Envelope<Event>> batch = new ArrayList<>();
        int batches = 0;
        for (int step = 0; step < count + 100; step++) {
            for (int age = 0; age < 100; age += 10) {
                int one = step - age;
                if (one >= 0
                        && one < count
                        && age / 10 < histories.get(one).events().size()) {
                    batch.add(histories.get(one).events().get(age / 10));
                }
            }
            if (batch.size() >= 60 || step == count + 99) {
                store.book().write(batch);
                batch.clear();
                if (++batches % 20 == 0) {
                    folding.fold();
                }
            }
        }
        folding.fold();
    }

    private static History lifecycle(String caseId, Random random, Instant at, boolean closed) {
        int community = random.nextInt(COMMUNITIES);
        String street = "s" + community % 4;
        String grid = community + "-" + random.nextInt(GRIDS);
        List<String> path = List.of("d", street, "c" + community);
        History history = new History(caseId, List.of("d", street, "c" + community, "g" + grid))
                .takenInBy("worker-" + grid + "-" + random.nextInt(WORKERS_A_GRID))
                .of("0%d%02d".formatted(1 + random.nextInt(4), 1 + random.nextInt(20)))
                .at(at)
                .opened(Channel.values()[random.nextInt(6)])
                .dispatched(path, "COMMUNITY", at.plus(Duration.ofHours(30)))
                .at(at.plus(Duration.ofMinutes(random.nextInt(60))))
                .accepted();
        return !closed
                ? history
                : history.at(history.now().plus(Duration.ofMinutes(random.nextInt(60 * 40))))
                        .commented()
                        .completed()
                        .closed(random.nextInt(20) == 0 ? "UNSATISFIED" : "SATISFIED");
    }

    private static long jvmNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private long mongodMicros() {
        Document extra = store.client
                .getDatabase("admin")
                .runCommand(new Document("serverStatus", 1))
                .get("extra_info", Document.class);
        return extra.get("user_time_us", Number.class).longValue()
                + extra.get("system_time_us", Number.class).longValue();
    }
}
