package io.wangge.ledger.mongo.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Updates;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.FigureShelf.Group;
import io.wangge.ledger.figures.Histories;
import io.wangge.ledger.figures.History;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is open is counted in rollups of its own, and those say at every hour what the cases say. */
class OpenCountsIT {
    private static final List<String> UNITS = List.of("d", "s1", "s2", "c1", "c2", "g1", "g2", "s1-env");
    private static final Period WHOLE = new Period(LocalDate.of(2016, 11, 1), LocalDate.of(2018, 12, 31));
    private static final Instant NOW = History.time("2016-12-20T12:00");

    private final LedgerStore store = new LedgerStore();
    private final FigureFolding folding = new FigureFolding(store.client, store.database, InstantSource.system());
    private final Random random = new Random(5);

    @BeforeEach
    void someHistories() {
        for (int i = 0; i < 150; i++) {
            List<Envelope<Event>> events =
                    Histories.random("case-" + i, random.nextLong()).events();
            // In two batches: what was open then is taken off again.
            int half = events.size() / 2;
            write(events.subList(0, half));
            if (i % 7 == 0) {
                folding.fold();
            }
            write(events.subList(half, events.size()));
        }
    }

    private void write(List<Envelope<Event>> events) {
        if (!events.isEmpty()) {
            store.book().write(events);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theRollupsSayWhatTheCasesSayAtEveryHourBeforeAndAfterTheyAreFolded() {
        assertThat(knowsOpen()).isTrue();
        theyAgreeAtEveryHour();
        folding.fold();
        theyAgreeAtEveryHour();
        new MongoFigureShelf(store.client, store.database, InstantSource.system()).recount();
        theyAgreeAtEveryHour();
        assertThat(knowsOpen()).isTrue();
    }

    private void theyAgreeAtEveryHour() {
        for (Instant now : moments()) {
            for (Dimension dimension : Dimension.values()) {
                assertThat(counted(dimension, now))
                        .as("%s at %s", dimension, now)
                        .isEqualTo(oneByOne(dimension, now))
                        .isNotEmpty();
            }
        }
    }

    /** And the very moments at which cases become overdue. */
    private List<Instant> moments() {
        List<Instant> moments =
                new ArrayList<>(List.of(History.time("2016-11-01T00:00"), NOW, History.time("2018-12-31T12:00")));
        store.collection(CaseFactsDocuments.COLLECTION)
                .find(new Document("fig.open", true))
                .limit(4)
                .forEach(facts -> {
                    Instant due = facts.get("fig", Document.class)
                            .get("s", Document.class)
                            .getDate("due")
                            .toInstant();
                    Instant midnight = Days.dayOf(due).atStartOfDay(Days.ZONE).toInstant();
                    moments.addAll(List.of(due, due.plusMillis(1), midnight, midnight.plusMillis(1)));
                });
        assertThat(moments).hasSizeGreaterThan(10);
        return moments;
    }

    @Test
    void ofTheCasesOnlyThoseAreLookedAtThatBecameOverdueToday() {
        Document facts = store.collection(CaseFactsDocuments.COLLECTION)
                .find(new Document("fig.open", true))
                .sort(new Document("_id", 1))
                .first();
        assertThat(facts).isNotNull();
        Instant due = facts.get("fig", Document.class)
                .get("s", Document.class)
                .getDate("due")
                .toInstant();
        int today = Days.dueDay(due);
        long overdue = store.collection(CaseFactsDocuments.COLLECTION)
                .countDocuments(new Document("fig.open", true)
                        .append("fig.day", today)
                        .append("fig.own", "d")
                        .append("fig.s.due", new Document("$lt", Date.from(due.plusMillis(1)))));
        Document explained = store.collection(CaseFactsDocuments.COLLECTION)
                .aggregate(OpenCases.overdueOn(List.of("d"), Set.of(Dimension.LEVEL), today, due.plusMillis(1)))
                .explain(ExplainVerbosity.EXECUTION_STATS);
        assertThat(overdue).isPositive();
        assertThat(mostOf(explained, "totalDocsExamined")).isEqualTo(overdue);
    }

    @Test
    void aRowStandsAsLongAsAnythingIsOpenInIt() {
        folding.fold();
        assertThat(store.collection(FigureMigrations.OPEN).countDocuments()).isPositive();
        store.collection(FigureMigrations.OPEN)
                .find()
                .forEach(row -> assertThat(row.get(Dimension.ALL.key(), Document.class)
                                .get("*", Document.class)
                                .get("du", Number.class)
                                .longValue())
                        .as("%s", row)
                        .isPositive());
    }

    @Test
    void afterAnOlderReplicaWroteOrFoldedCasesAreReadOneByOneUntilARecount() {
        folding.fold();
        FigureUpkeep upkeep = new FigureUpkeep(store.client, store.database, InstantSource.system());

        // A batch of one that does not know what is open.
        write(Histories.random("more-1", 3).events());
        store.collection(FigureMigrations.CHANGES).updateMany(new Document(), Updates.unset("open"));
        theyAgreeAtEveryHour();
        folding.fold();
        assertThat(knowsOpen()).isFalse();
        theyAgreeAtEveryHour();
        upkeep.run();
        assertThat(knowsOpen()).isTrue();
        theyAgreeAtEveryHour();

        // A fold of one that takes away what it does not know.
        write(Histories.random("more-2", 4).events());
        store.collection(FigureMigrations.CHANGES).deleteMany(new Document());
        store.collection(FigureMigrations.STATE).updateOne(FigureState.ID, Updates.inc("folds", 1L));
        assertThat(knowsOpen()).isFalse();
        write(Histories.random("more-3", 5).events());
        folding.fold();
        assertThat(knowsOpen()).isFalse();
        theyAgreeAtEveryHour();
        // Not again at once: the older replica may still be there.
        upkeep.run();
        assertThat(knowsOpen()).isFalse();
        InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(11));
        new FigureUpkeep(store.client, store.database, later).run();
        assertThat(knowsOpen()).isTrue();
        theyAgreeAtEveryHour();
    }

    private boolean knowsOpen() {
        try (ClientSession session = store.client.startSession()) {
            return FigureState.read(store.database, session).knowsOpen();
        }
    }

    private Map<Group, Map<String, Long>> counted(Dimension dimension, Instant now) {
        Map<Group, Map<String, Long>> sums = new HashMap<>();
        try (ClientSession session = store.client.startSession()) {
            new FigureReading(store.database, session)
                    .open(UNITS, Set.of(dimension), WHOLE, now)
                    .getOrDefault(dimension, Map.of())
                    .forEach((group, tally) -> keep(sums, group, tally.sums()));
        }
        return sums;
    }

    private Map<Group, Map<String, Long>> oneByOne(Dimension dimension, Instant now) {
        Map<Group, Map<String, Long>> sums = new HashMap<>();
        store.collection(CaseFactsDocuments.COLLECTION)
                .aggregate(OpenCases.sums(UNITS, Set.of(dimension), WHOLE, now))
                .forEach(found -> {
                    Document of = found.get("_id", Document.class);
                    String value = of.getString(dimension.key());
                    if (value != null) {
                        Map<String, Long> counts = new HashMap<>();
                        OpenCases.KEYS.forEach(key ->
                                counts.put(key, found.get(key, Number.class).longValue()));
                        keep(sums, new Group(of.getString("unit"), value), counts);
                    }
                });
        return sums;
    }

    private static void keep(Map<Group, Map<String, Long>> sums, Group group, Map<String, Long> counts) {
        Map<String, Long> some = new HashMap<>(counts);
        some.values().removeIf(count -> count == 0);
        if (!some.isEmpty()) {
            sums.put(group, some);
        }
    }

    /** Told for the whole and for each stage. */
    private static long mostOf(Object explained, String name) {
        return switch (explained) {
            case Document document ->
                document.entrySet().stream()
                        .mapToLong(entry -> entry.getKey().equals(name)
                                ? ((Number) entry.getValue()).longValue()
                                : mostOf(entry.getValue(), name))
                        .max()
                        .orElse(0);
            case List<?> list ->
                list.stream().mapToLong(one -> mostOf(one, name)).max().orElse(0);
            case null, default -> 0;
        };
    }
}
