package io.wangge.ledger.mongo.board;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.ledger.board.Board.Count;
import io.wangge.ledger.board.Board.Standing;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.FigureShelf.Group;
import io.wangge.ledger.figures.Measure;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.figures.Tally;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.figures.FigureReading;
import io.wangge.ledger.mongo.figures.OpenCaseMigrations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;

/** What stands open: from the rollups of open cases, and the few that have no due time yet one by one. */
final class BoardStanding {
    private static final Period EVER = new Period(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

    private static final Count NOTHING = new Count(0, 0);

    private final MongoDatabase database;

    BoardStanding(MongoDatabase database) {
        this.database = database;
    }

    Standing read(ClientSession session, FigureReading reading, String unit, Instant now) {
        Map<Dimension, Map<Group, Tally>> open =
                reading.open(List.of(unit), Set.of(Dimension.ALL, Dimension.LEVEL, Dimension.PLACE), EVER, now);
        Map<String, Count> all = counts(open, Dimension.ALL);
        Count total = all.getOrDefault("*", NOTHING);
        Map<String, Count> byLevel = withRest(total, counts(open, Dimension.LEVEL));
        Map<String, Count> byPlace = withRest(total, counts(open, Dimension.PLACE));
        waitingByPlace(session, unit).forEach((place, waiting) -> {
            add(all, "*", waiting);
            add(byLevel, Standing.NONE_YET, waiting);
            add(byPlace, place, waiting);
        });
        return new Standing(all.getOrDefault("*", NOTHING), byLevel, byPlace, supervised(session, unit));
    }

    /** Of what says neither level nor place. */
    private static Map<String, Count> withRest(Count total, Map<String, Count> counts) {
        Count rest = counts.values().stream().reduce(total, Count::minus);
        if (!rest.equals(NOTHING)) {
            counts.put(Standing.NONE_YET, rest);
        }
        return counts;
    }

    private static void add(Map<String, Count> counts, String key, Count more) {
        counts.merge(key, more, Count::plus);
    }

    private static Map<String, Count> counts(Map<Dimension, Map<Group, Tally>> open, Dimension dimension) {
        Map<String, Count> counts = new HashMap<>();
        open.getOrDefault(dimension, Map.of()).forEach((group, tally) -> {
            Map<String, Long> sums = tally.sums();
            Count count = new Count(
                    sums.getOrDefault(Measure.DUE.key(), 0L), sums.getOrDefault(Measure.OVERDUE_OPEN.key(), 0L));
            if (count.open() != 0) {
                counts.put(group.value(), count);
            }
        });
        return counts;
    }

    /** They wait for their first unit, and have no due time to be late for. */
    private Map<String, Count> waitingByPlace(ClientSession session, String unit) {
        Map<String, Count> waiting = new HashMap<>();
        cases().aggregate(
                        session,
                        List.of(
                                Aggregates.match(and(
                                        eq("state", CaseState.PENDING_DISPATCH.name()),
                                        eq("fig.own", unit),
                                        eq("fig.s.due", null))),
                                Aggregates.group(new Document("$last", "$fig.s.terr"), Accumulators.sum("open", 1))))
                .batchSize(10_000)
                .forEach(group -> add(
                        waiting,
                        Objects.requireNonNullElse(group.getString("_id"), Standing.NONE_YET),
                        new Count(group.get("open", Number.class).longValue(), 0)));
        return waiting;
    }

    private Map<String, Long> supervised(ClientSession session, String unit) {
        Map<String, Long> supervised = new HashMap<>();
        cases().aggregate(
                        session,
                        List.of(
                                Aggregates.match(and(
                                        eq("fig.open", true),
                                        eq("fig.own", unit),
                                        exists(CaseFactsDocuments.SUPERVISION))),
                                Aggregates.group("$" + CaseFactsDocuments.SUPERVISION, Accumulators.sum("open", 1))))
                .hintString(OpenCaseMigrations.SUPERVISED)
                .forEach(group -> supervised.put(
                        group.getString("_id"), group.get("open", Number.class).longValue()));
        return supervised;
    }

    private MongoCollection<Document> cases() {
        return database.getCollection(CaseFactsDocuments.COLLECTION);
    }
}
