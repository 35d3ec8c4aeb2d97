package io.wangge.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.model.Updates;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.FigureShelf.Group;
import io.wangge.ledger.figures.Histories;
import io.wangge.ledger.figures.History;
import io.wangge.ledger.figures.Period;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenSumsIT {
    private static final List<String> UNITS = List.of("d", "s1", "s2", "c1", "c2", "g1", "g2", "s1-env");
    private static final Period WHOLE = new Period(LocalDate.of(2016, 11, 1), LocalDate.of(2018, 12, 31));

    private final LedgerStore store = new LedgerStore();
    private final MongoFigureShelf shelf = new MongoFigureShelf(store.client, store.database, InstantSource.system());

    @BeforeEach
    void openCasesAlone() {
        Random random = new Random(5);
        for (int i = 0; i < 150; i++) {
            store.book().write(Histories.random("case-" + i, random.nextLong()).events());
        }
        store.collection(LedgerMigrations.FIGURE_CHANGES).deleteMany(new Document());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theKeysSayWhatTheCasesSayAtEveryHour() {
        List<Instant> moments =
                new ArrayList<>(List.of(History.time("2016-11-01T00:00"), History.time("2018-12-31T12:00")));
        // And the very moments at which cases become overdue.
        store.collection(LedgerMigrations.CASE_FACTS)
                .find(new Document("fig.open", true))
                .limit(10)
                .forEach(facts -> {
                    Instant due = facts.get("fig", Document.class)
                            .get("s", Document.class)
                            .getDate("due")
                            .toInstant();
                    moments.addAll(List.of(due, due.plusMillis(1)));
                });
        assertThat(moments).hasSizeGreaterThan(10);
        for (Instant now : moments) {
            for (Dimension dimension : Dimension.values()) {
                assertThat(sums(dimension, now))
                        .as("%s at %s", dimension, now)
                        .isEqualTo(oneByOne(dimension, now))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void noCaseIsReadForThem() {
        Document explained = store.collection(LedgerMigrations.CASE_FACTS)
                .aggregate(OpenSums.pipeline(LedgerMigrations.CASE_FACTS, List.of("d"), WHOLE, 20161210))
                .explain(ExplainVerbosity.EXECUTION_STATS);
        assertThat(sumOf(explained, "totalKeysExamined")).isPositive();
        assertThat(sumOf(explained, "totalDocsExamined")).isZero();
    }

    @Test
    void whatWasWrittenBeforeIsSaidLikewise() {
        Map<Group, Map<String, Long>> before = sums(Dimension.CATEGORY, History.time("2016-12-10T12:00"));
        store.collection(LedgerMigrations.CASE_FACTS)
                .updateMany(new Document(), Updates.unset("fig." + OpenSums.FIELD));
        assertThat(sums(Dimension.CATEGORY, History.time("2016-12-10T12:00"))).isNotEqualTo(before);

        store.database.runCommand(OpenSums.migration(1).commands().getFirst());

        assertThat(sums(Dimension.CATEGORY, History.time("2016-12-10T12:00"))).isEqualTo(before);
    }

    private Map<Group, Map<String, Long>> sums(Dimension dimension, Instant now) {
        Map<Group, Map<String, Long>> sums = new HashMap<>();
        shelf.read(UNITS, dimension, WHOLE, now).forEach((group, tally) -> keep(sums, group, tally.sums()));
        return sums;
    }

    private Map<Group, Map<String, Long>> oneByOne(Dimension dimension, Instant now) {
        Map<Group, Map<String, Long>> sums = new HashMap<>();
        store.collection(LedgerMigrations.CASE_FACTS)
                .aggregate(OpenCases.sums(UNITS, dimension, WHOLE, now))
                .forEach(found -> {
                    Document of = found.get("_id", Document.class);
                    if (of.getString("value") != null) {
                        Map<String, Long> counts = new HashMap<>();
                        OpenCases.KEYS.forEach(key ->
                                counts.put(key, found.get(key, Number.class).longValue()));
                        keep(sums, new Group(of.getString("unit"), of.getString("value")), counts);
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

    private static long sumOf(Object explained, String name) {
        return switch (explained) {
            case Document document ->
                document.entrySet().stream()
                        .mapToLong(entry -> entry.getKey().equals(name)
                                ? ((Number) entry.getValue()).longValue()
                                : sumOf(entry.getValue(), name))
                        .sum();
            case List<?> list ->
                list.stream().mapToLong(one -> sumOf(one, name)).sum();
            case null, default -> 0;
        };
    }
}
