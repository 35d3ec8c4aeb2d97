package io.wangge.ledger.mongo.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.ClientSession;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.FigureFacts;
import io.wangge.ledger.figures.FigureShelf;
import io.wangge.ledger.figures.FigureShelf.Group;
import io.wangge.ledger.figures.FigureShelf.Question;
import io.wangge.ledger.figures.Histories;
import io.wangge.ledger.figures.History;
import io.wangge.ledger.figures.Measure;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.figures.Rollup;
import io.wangge.ledger.figures.Tally;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.mongo.board.MongoBoardShelf;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.casefacts.FigureFactsDocuments;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FigureRollupsIT {
    private static final List<String> UNITS = List.of("d", "s1", "s2", "c1", "c2", "g1", "g2", "s1-env");
    private static final Period WHOLE = new Period(LocalDate.of(2016, 11, 1), LocalDate.of(2018, 12, 31));
    private static final Instant NOW = History.time("2018-12-31T12:00");

    private final LedgerStore store = new LedgerStore();
    private final FigureFolding folding = new FigureFolding(store.client, store.database, InstantSource.system());
    private final MongoFigureShelf shelf = new MongoFigureShelf(store.client, store.database, InstantSource.system());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void rollupsEqualARecountAfterRandomHistoriesWithDuplicatesReorderingAndRestarts() {
        for (long seed : new long[] {1, 2, 3}) {
            List<History> histories = histories("s" + seed + "-", 40, seed);
            Random random = new Random(seed);
            List<List<Envelope<Event>>> waiting = shuffled(histories);
            while (!waiting.isEmpty()) {
                List<Envelope<Event>> batch = batch(waiting, random);
                store.book().write(batch);
                switch (random.nextInt(5)) {
                    case 0 -> store.book().write(batch);
                    case 1 -> folding.fold();
                    case 2 -> crashWhileFolding();
                    default -> {}
                }
            }
        }
        folding.fold();

        Map<String, Map<String, Long>> kept = rows();
        assertThat(kept).isEqualTo(fromFacts());
        Map<Dimension, Map<Group, Map<String, Long>>> answers = answers();

        assertThat(shelf.recount()).hasValue(120);

        assertThat(rows()).isEqualTo(kept);
        assertThat(answers()).isEqualTo(answers);
    }

    @Test
    void figuresAreTheSameBeforeAndAfterChangesAreFolded() {
        for (History history : histories("a-", 60, 7)) {
            store.book().write(history.events());
        }
        Map<Dimension, Map<Group, Map<String, Long>>> waiting = answers();

        folding.fold();

        assertThat(store.collection(FigureMigrations.CHANGES).countDocuments()).isZero();
        assertThat(answers()).isEqualTo(waiting);
    }

    @Test
    void theClosingsOfADayOpenToAsManyCasesAsTheBoardOfThatDayShows() {
        List<History> histories = histories("b-", 60, 11);
        histories.forEach(history -> store.book().write(history.events()));
        MongoBoardShelf boards = new MongoBoardShelf(store.client, store.database);
        Set<LocalDate> days = new TreeSet<>();
        store.collection(CaseFactsDocuments.COLLECTION).find().forEach(stored -> {
            FigureFacts facts = FigureFactsDocuments.read(stored.get(FigureFactsDocuments.FIELD, Document.class));
            if (facts != null && facts.closing() != null) {
                days.add(Days.dayOf(facts.closing().at()));
            }
        });

        long late = 0;
        for (LocalDate day : days) {
            Instant evening = day.atTime(23, 0).atZone(Days.ZONE).toInstant();
            for (String unit : UNITS) {
                int closed = closings(unit, day, true).size();
                assertThat((long) closed)
                        .isEqualTo(boards.read(unit, evening).today().closed());
                late += closed - closings(unit, day, false).size();
            }
        }
        assertThat(days).isNotEmpty();
        assertThat(late).isPositive();
    }

    private List<String> closings(String unit, LocalDate day, boolean byClosingDay) {
        List<String> cases = new ArrayList<>();
        Question question = new Question(
                List.of(Measure.CLOSED), unit, new Period(day, day), byClosingDay, Map.of(), List.of(), NOW);
        String at = null;
        do {
            FigureShelf.Page page = shelf.cases(question, at, 2);
            page.cases().forEach(one -> cases.add(one.summary().caseId()));
            at = page.at();
        } while (at != null);
        assertThat(cases).doesNotHaveDuplicates();
        return cases;
    }

    @Test
    void recountsAndFoldsInTheMiddleOfWritingLoseNothing() throws Exception {
        FigureRecount recount = new FigureRecount(store.client, store.database, InstantSource.system(), 7);
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> folds = threads.submit(() -> {
                while (writing.get()) {
                    folding.fold();
                }
            });
            Future<Integer> recounts = threads.submit(() -> {
                int done = 0;
                while (writing.get()) {
                    OptionalLong counted = done % 2 == 0 ? recount.recount() : recount.recountOpen();
                    done += counted.isPresent() ? 1 : 0;
                }
                return done;
            });
            Random random = new Random(11);
            List<List<Envelope<Event>>> waiting = shuffled(histories("r-", 150, 11));
            while (!waiting.isEmpty()) {
                store.book().write(batch(waiting, random));
            }
            writing.set(false);
            folds.get();
            assertThat(recounts.get()).isPositive();
        }
        folding.fold();

        assertThat(rows()).isEqualTo(fromFacts());
    }

    @Test
    void aRecountIsRefusedWhileOneRunsAndTakenOverWhenThatOneDied() {
        store.book().write(histories("a-", 1, 3).getFirst().events());
        setRecountUntil(Instant.now().plusSeconds(600));
        assertThat(shelf.recount()).isEmpty();
        folding.fold();
        assertThat(store.collection(FigureMigrations.CHANGES).countDocuments()).isEqualTo(1);

        setRecountUntil(Instant.now().minusSeconds(1));
        assertThat(shelf.recount()).hasValue(1);
        assertThat(store.collection(FigureMigrations.CHANGES).countDocuments()).isZero();
        assertThat(rows()).isEqualTo(fromFacts());
    }

    private void setRecountUntil(Instant until) {
        store.collection(FigureMigrations.STATE)
                .updateOne(FigureState.ID, new Document("$set", new Document("recountUntil", Date.from(until))));
    }

    /** It took the changes and added half of them, and was gone before the commit. */
    private void crashWhileFolding() {
        try (ClientSession crashed = store.client.startSession()) {
            crashed.startTransaction();
            store.collection(FigureMigrations.CHANGES).deleteMany(crashed, new Document());
            store.collection(FigureMigrations.DAYS)
                    .updateMany(crashed, new Document(), new Document("$inc", new Document("a.t.*.du", 1000L)));
            crashed.abortTransaction();
        }
    }

    private static List<History> histories(String prefix, int count, long seed) {
        Random random = new Random(seed);
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            histories.add(Histories.random(prefix + i, random.nextLong()));
        }
        return histories;
    }

    private static List<List<Envelope<Event>>> shuffled(List<History> histories) {
        List<List<Envelope<Event>>> waiting = new ArrayList<>();
        histories.forEach(history -> waiting.add(new ArrayList<>(history.events())));
        return waiting;
    }

    /** Some events of some cases, those of a case in their order. */
    private static List<Envelope<Event>> batch(List<List<Envelope<Event>>> waiting, Random random) {
        List<Envelope<Event>> batch = new ArrayList<>();
        for (int i = 0; i < 12 && !waiting.isEmpty(); i++) {
            List<Envelope<Event>> one = waiting.get(random.nextInt(waiting.size()));
            batch.add(one.removeFirst());
            waiting.removeIf(List::isEmpty);
        }
        return batch;
    }

    private Map<Dimension, Map<Group, Map<String, Long>>> answers() {
        Map<Dimension, Map<Group, Map<String, Long>>> answers = new HashMap<>();
        for (Dimension dimension : Dimension.values()) {
            Map<Group, Map<String, Long>> sums = new HashMap<>();
            Map<Group, Tally> tallies = shelf.read(UNITS, dimension, WHOLE, NOW);
            tallies.forEach((group, tally) -> {
                if (!tally.sums().isEmpty()) {
                    sums.put(group, tally.sums());
                }
            });
            answers.put(dimension, sums);
        }
        return answers;
    }

    private Map<String, Map<String, Long>> rows() {
        Map<String, Map<String, Long>> rows = new HashMap<>();
        store.figureRows((row, dimension, late, value, counts) -> rows.put(
                name(row.getInteger("day"), row.getString("unit"), dimension, late, value), new HashMap<>(counts)));
        return rows;
    }

    /** A full recount without the product's own. */
    private Map<String, Map<String, Long>> fromFacts() {
        Rollup rollup = new Rollup();
        store.collection(CaseFactsDocuments.COLLECTION).find().forEach(document -> {
            FigureFacts facts = FigureFactsDocuments.read(document.get(FigureFactsDocuments.FIELD, Document.class));
            Contribution.of(facts).forEach(contribution -> rollup.add(contribution, 1));
        });
        Map<String, Map<String, Long>> rows = new HashMap<>();
        rollup.rows()
                .forEach((row, cells) -> cells.forEach((cell, counts) -> rows.put(
                        name(row.day(), row.unit(), cell.dimension(), cell.lateClosing(), cell.value()),
                        row.part().packing().unpacked(counts))));
        return rows;
    }

    private static String name(int day, String unit, Dimension dimension, int late, String value) {
        return day + " " + unit + " " + dimension + " " + late + " " + value;
    }
}
