package io.wangge.ledger.mongo.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Updates;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.Histories;
import io.wangge.ledger.figures.Rollup;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.casefacts.FigureFactsDocuments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A recount in small windows: what happens between them, and what becomes of one that dies. */
@Timeout(120)
class RecountIT {
    private static final int CASES = 60;
    private static final int WINDOW = 7;

    private final LedgerStore store = new LedgerStore();
    private final FigureFolding folding = new FigureFolding(store.client, store.database, InstantSource.system());
    private final FigureRecount recount = recount(InstantSource.system());
    private final Random random = new Random(3);
    /** Second halves of histories, and whole ones of cases that nobody knows yet. */
    private final List<List<Envelope<Event>>> coming = new ArrayList<>();

    @BeforeEach
    void halfOfTheirHistories() {
        for (int i = 0; i < CASES; i++) {
            List<Envelope<Event>> events =
                    Histories.random("case-" + i, random.nextLong()).events();
            store.book().write(events.subList(0, 1 + events.size() / 2));
            coming.add(new ArrayList<>(events.subList(1 + events.size() / 2, events.size())));
            coming.add(new ArrayList<>(
                    Histories.random("new-" + i, random.nextLong()).events()));
        }
        coming.removeIf(List::isEmpty);
        folding.fold();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private FigureRecount recount(InstantSource clock) {
        return new FigureRecount(store.client, store.database, clock, WINDOW);
    }

    /** Some waits to be folded, some is folded. */
    private void something() {
        for (int i = 0; i < 10 && !coming.isEmpty(); i++) {
            store.book().write(List.of(coming.get(random.nextInt(coming.size())).removeFirst()));
            coming.removeIf(List::isEmpty);
            if (i == 6) {
                folding.fold();
            }
        }
    }

    @Test
    void whatHappensBetweenWindowsIsCountedOnceOnEitherSideOfTheWindow() {
        List<Long> steps = new ArrayList<>();
        long cases = recount.recount("a", counted -> {
                    steps.add(counted);
                    something();
                })
                .orElseThrow();

        assertThat(steps).hasSizeGreaterThanOrEqualTo(CASES / WINDOW).isSorted();
        assertThat(cases).isGreaterThan(CASES);
        folding.fold();
        assertThat(rows()).isEqualTo(fromFacts());
        assertThat(generations()).containsExactly(2);
    }

    @Test
    void oneThatDiedGoesOnBehindItsLastWindowWhateverHappenedMeanwhile() {
        diesAfter(3 * WINDOW);
        something();
        folding.fold();
        assertThat(generations()).containsExactly(1, 2);

        List<Long> steps = new ArrayList<>();
        recount.recount("a", steps::add);

        assertThat(steps.getFirst()).isEqualTo(4L * WINDOW);
        folding.fold();
        assertThat(rows()).isEqualTo(fromFacts());
        assertThat(generations()).containsExactly(2);
    }

    @Test
    void oneOfAnotherIdBeginsAnewAndWhatIsForgottenDoesToo() {
        diesAfter(3 * WINDOW);
        List<Long> steps = new ArrayList<>();
        recount.recount("b", steps::add);
        assertThat(steps.getFirst()).isEqualTo(WINDOW);
        assertThat(rows()).isEqualTo(fromFacts());

        diesAfter(3 * WINDOW);
        recount.forget();
        steps.clear();
        recount.recount("a", steps::add);
        assertThat(steps.getFirst()).isEqualTo(WINDOW);
        assertThat(rows()).isEqualTo(fromFacts());
    }

    @Test
    void oneWhoseReplicaWasKilledIsBroughtToItsEndByAnotherWhenItsLeaseIsOver() {
        diesAfter(RecountState.ALL, 3 * WINDOW);
        Date until = Date.from(Instant.now().plusSeconds(100));
        store.collection(FigureMigrations.STATE)
                .updateOne(
                        FigureState.ID,
                        Updates.combine(
                                Updates.set(RecountState.UNTIL, until),
                                Updates.set(RecountState.IN_WINDOWS, until),
                                Updates.set(RecountState.PAUSE, until)));
        new FigureUpkeep(store.client, store.database, InstantSource.system()).run();
        assertThat(recount.recount()).isEmpty();
        assertThat(generations()).containsExactly(1, 2);

        something();
        InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(5));
        new FigureUpkeep(store.client, store.database, later).run();

        assertThat(generations()).containsExactly(2);
        folding.fold();
        assertThat(rows()).isEqualTo(fromFacts());
    }

    @Test
    void aBatchThatDoesNotSayWhoseItIsSpoilsTheRowsAndItBeginsAnew() {
        AtomicLong told = new AtomicLong();
        List<Long> steps = new ArrayList<>();
        recount.recount("a", counted -> {
            steps.add(counted);
            if (told.incrementAndGet() == 3) {
                something();
                store.collection(FigureMigrations.CHANGES)
                        .updateMany(
                                new Document(),
                                Updates.combine(Updates.unset("changes.$[].case"), Updates.unset("open.$[].case")));
            }
        });
        assertThat(steps.subList(0, 4)).containsExactly(7L, 14L, 21L, 7L);
        folding.fold();
        assertThat(rows()).isEqualTo(fromFacts());
    }

    @Test
    void whatIsOpenAloneIsCountedInWindowsToo() {
        // Somebody changed it.
        store.collection(FigureMigrations.OPEN)
                .updateMany(new Document(), new Document("$inc", new Document("a.*.du", 7)));
        something();
        assertThat(rows()).isNotEqualTo(fromFacts());
        recount.recountOpen();
        folding.fold();
        assertThat(rows()).isEqualTo(fromFacts());
        assertThat(generations()).containsExactly(1);
    }

    @Test
    void aWindowReadsNoMoreThanItsCases() {
        store.commands.clear();
        recount.recount();
        long windows = CASES / WINDOW + 1;
        // Two finds of cases, of state and of changes; each answers at once.
        assertThat(store.commands.stream().filter("getMore"::equals)).isEmpty();
        assertThat(store.commands.stream().filter("find"::equals)).hasSizeLessThanOrEqualTo((int) (8 * windows + 8));
    }

    private void diesAfter(int cases) {
        diesAfter("a", cases);
    }

    private void diesAfter(String id, int cases) {
        assertThatThrownBy(() -> recount.recount(id, counted -> {
                    something();
                    if (counted >= cases) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
    }

    private List<Integer> generations() {
        return store.collection(FigureMigrations.DAYS)
                .distinct("generation", Integer.class)
                .into(new ArrayList<>());
    }

    private Map<String, Map<String, Long>> rows() {
        int generation = FigureState.of(FigureState.document(store.database)).generation();
        Map<String, Map<String, Long>> rows = new HashMap<>();
        store.figureRows((row, dimension, late, value, counts) -> {
            if (late == Contribution.NOT_CLOSED || row.getInteger("generation") == generation) {
                rows.put(
                        row.getInteger("day") + " " + row.getString("unit") + " " + dimension + " " + late + " "
                                + value,
                        new HashMap<>(counts));
            }
        });
        return rows;
    }

    private Map<String, Map<String, Long>> fromFacts() {
        Rollup rollup = new Rollup();
        store.collection(CaseFactsDocuments.COLLECTION)
                .find()
                .forEach(document -> Contribution.of(
                                FigureFactsDocuments.read(document.get(FigureFactsDocuments.FIELD, Document.class)))
                        .forEach(contribution -> rollup.add(contribution, 1)));
        Map<String, Map<String, Long>> rows = new HashMap<>();
        rollup.rows()
                .forEach((row, cells) -> cells.forEach((cell, counts) -> rows.put(
                        row.day() + " " + row.unit() + " " + cell.dimension() + " " + cell.lateClosing() + " "
                                + cell.value(),
                        row.part().packing().unpacked(counts))));
        return rows;
    }
}
