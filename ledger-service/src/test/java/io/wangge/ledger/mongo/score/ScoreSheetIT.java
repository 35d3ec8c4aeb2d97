package io.wangge.ledger.mongo.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Ladder;
import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.Channel;
import io.wangge.ledger.cel.CelExpressions;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.History;
import io.wangge.ledger.files.UsualFormulae;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.mongo.book.MongoCaseLedger;
import io.wangge.ledger.mongo.figures.FigureFolding;
import io.wangge.ledger.mongo.figures.MongoFigureShelf;
import io.wangge.ledger.score.Appeal;
import io.wangge.ledger.score.Appeals;
import io.wangge.ledger.score.Edition;
import io.wangge.ledger.score.FormulaDesk;
import io.wangge.ledger.score.ScoreDesk;
import io.wangge.ledger.score.ScoreDesk.Correction;
import io.wangge.ledger.score.ScoreSheet;
import io.wangge.ledger.score.UnitScore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Score sheets over real figures: the same again to the cent, and what was published stays. */
class ScoreSheetIT {
    private static final YearMonth DECEMBER = YearMonth.of(2016, 12);
    private static final Instant NOW = History.time("2017-01-02T06:00");
    private static final Directory DIRECTORY = Directory.of(List.of(
            new LadderItem(
                    "ladder",
                    1,
                    new Ladder(
                            List.of(new Level("STREET", "街道", "Street"), new Level("DISTRICT", "区县", "District")),
                            Map.of("small", "STREET"))),
            unit("d", "DISTRICT", null, List.of("d")),
            unit("s1", "STREET", "d", List.of("d", "s1")),
            unit("s2", "STREET", "d", List.of("d", "s2")),
            unit("s3", "STREET", "d", List.of("d", "s3")),
            new StaffItem("s-worker-1", 1, "网格员甲", List.of(new Grant(Role.GRID_WORKER, List.of("s1")))),
            new StaffItem("s-worker-2", 1, "网格员乙", List.of(new Grant(Role.GRID_WORKER, List.of("s2"))))));

    private final LedgerStore store = new LedgerStore();
    private final List<Appeal> granted = new ArrayList<>();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final MongoScoreShelf shelf = new MongoScoreShelf(store.database);
    private final FormulaDesk formulae =
            new FormulaDesk(new MongoFormulaShelf(store.database), new CelExpressions(), clock);
    private final ScoreDesk desk = new ScoreDesk(
            formulae,
            new CelExpressions(),
            new FigureDesk(
                    new MongoFigureShelf(store.client, store.database, clock), Map.of("SATISFIED", BigDecimal.ONE)),
            appeals(),
            caseId -> new MongoCaseLedger(store.database).facts(caseId),
            shelf,
            clock,
            () -> UUID.randomUUID().toString());

    private static UnitItem unit(String id, String level, @Nullable String parent, List<String> path) {
        return new UnitItem(id, 1, id + "街", id, level, null, parent, null, path);
    }

    private Appeals appeals() {
        return new Appeals() {
            @Override
            public List<Appeal> granted(Collection<String> units, YearMonth month) {
                return List.copyOf(granted);
            }

            @Override
            public List<Appeal> of(Collection<String> units, @Nullable YearMonth month, @Nullable Boolean open) {
                return List.copyOf(granted);
            }
        };
    }

    @BeforeEach
    void playIn() {
        formulae.begin(UsualFormulae.read());
        // s1: four due, three closed on time, one late. s2: one due and one closed; s3: none.
        for (int i = 0; i < 3; i++) {
            write(held("s1-" + i, "s1")
                    .at("2016-12-10T09:00")
                    .completed()
                    .at("2016-12-11T09:00")
                    .closed("SATISFIED"));
        }
        write(held("s1-late", "s1")
                .at("2016-12-20T09:00")
                .completed()
                .at("2016-12-21T09:00")
                .closed("SATISFIED"));
        write(held("s2-0", "s2")
                .at("2016-12-10T09:00")
                .completed()
                .at("2016-12-11T09:00")
                .closed("UNSATISFIED"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aMonthIsScoredForEveryUnitAndRanked() {
        List<UnitScore> scores = shelf.scores(publish(), null);

        // on time 75 × 35 + closed 100 × 20 + satisfied 100 × 30 + no rework × 10 + response × 5
        assertThat(scores).extracting(UnitScore::unitId).containsExactly("s1", "s2", "s3");
        assertThat(scores.get(0).total()).isEqualTo(new BigDecimal("91.25"));
        assertThat(scores.get(1).total()).isEqualTo(new BigDecimal("70.00"));
        assertThat(scores.get(2).total()).isNull();
        assertThat(scores).extracting(UnitScore::rank).containsExactly(1, 2, 0);
        assertThat(scores.get(0).figures()).containsEntry("on_time_rate", new BigDecimal("0.7500"));
    }

    /** Who took the matter in answers for it to the end, whoever holds it. */
    @Test
    void peopleAreScoredByWhatTheyTookIn() {
        ScoreSheet sheet =
                desk.publish(formulae.inForce("grid-worker", DECEMBER).orElseThrow(), DECEMBER, DIRECTORY);

        List<UnitScore> scores = shelf.scores(sheet, null);
        assertThat(scores).extracting(UnitScore::unitId).containsExactly("s-worker-1", "s-worker-2");
        // 5 of 30 reports × 40 + all of them filed × 40 + all closed × 20
        assertThat(scores.get(0).total()).isEqualTo(new BigDecimal("66.67"));
        assertThat(scores.get(1).total()).isEqualTo(new BigDecimal("0.00"));
        assertThat(shelf.scores(sheet, List.of("s2")))
                .extracting(UnitScore::unitId)
                .containsExactly("s-worker-2");
        assertThat(desk.corrections(sheet, DIRECTORY)).isEmpty();
    }

    @Test
    void theSameMonthWorkedOutAgainIsEqualToTheCent() {
        ScoreSheet sheet = publish();

        new FigureFolding(store.client, store.database, clock).fold();

        assertThat(desk.corrections(sheet, DIRECTORY)).isEmpty();
        assertThat(publish()).isEqualTo(sheet);
    }

    @Test
    void aLateEventIsShownAsACorrectionAndThePublishedSheetStays() {
        ScoreSheet sheet = publish();
        List<UnitScore> published = shelf.scores(sheet, null);

        write(held("s2-1", "s2")
                .at("2016-12-12T09:00")
                .completed()
                .at("2016-12-13T09:00")
                .closed("SATISFIED"));

        List<Correction> corrections = desk.corrections(sheet, DIRECTORY);
        assertThat(corrections).singleElement().satisfies(correction -> {
            assertThat(correction.published().unitId()).isEqualTo("s2");
            assertThat(correction.published().total()).isEqualTo(new BigDecimal("70.00"));
            assertThat(correction.now().total()).isEqualTo(new BigDecimal("85.00"));
            assertThat(correction.figures())
                    .extracting(UnitScore.Difference::figure)
                    .containsExactly("satisfaction_rate");
        });
        assertThat(shelf.scores(sheet, null)).isEqualTo(published);
    }

    @Test
    void aGrantedAppealChangesTheScoreAndNotTheFact() {
        ScoreSheet sheet = publish();

        granted.add(new Appeal(
                "s1-late.s1",
                "s1-late",
                "N-s1-late",
                List.of("d", "s1"),
                DECEMBER,
                Actor.staff("leader", "s1"),
                NOW,
                "f",
                new Appeal.Ruling(true, Actor.staff("inspector", "d"), NOW, "g")));

        List<Correction> corrections = desk.corrections(sheet, DIRECTORY);
        assertThat(corrections).singleElement().satisfies(correction -> {
            assertThat(correction.now().total()).isEqualTo(new BigDecimal("100.00"));
            assertThat(correction.newlyExcused()).containsExactly("s1-late");
        });
        assertThat(new MongoCaseLedger(store.database)
                        .facts("s1-late")
                        .orElseThrow()
                        .figures()
                        .closing()
                        .onTime())
                .isFalse();
    }

    @Test
    void replicasThatPublishAtTheSameMomentLeaveOneWholeSheet() throws Exception {
        Edition edition = formulae.inForce("street", DECEMBER).orElseThrow();
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ScoreSheet> publishing = () -> desk.publish(edition, DECEMBER, DIRECTORY);
            List<Future<ScoreSheet>> all = replicas.invokeAll(List.of(publishing, publishing, publishing, publishing));
            for (Future<ScoreSheet> each : all) {
                assertThat(each.get()).isEqualTo(all.getFirst().get());
            }
        }

        assertThat(shelf.sheets(DECEMBER)).hasSize(1);
        assertThat(store.collection(ScoreMigrations.SCORES).countDocuments()).isEqualTo(3);
    }

    private ScoreSheet publish() {
        return desk.publish(formulae.inForce("street", DECEMBER).orElseThrow(), DECEMBER, DIRECTORY);
    }

    /** Opened on the 5th, due on the 15th. */
    private static History held(String caseId, String street) {
        return new History(caseId, List.of("d", street))
                .at("2016-12-05T09:00")
                .opened(Channel.GRID_WORKER)
                .dispatched(List.of("d", street), "STREET", "2016-12-15T18:00")
                .at("2016-12-05T09:30")
                .accepted();
    }

    private void write(History history) {
        store.tell(history.events());
    }
}
