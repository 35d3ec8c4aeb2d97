package io.wangge.ledger.mongo.figures;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.FigureChange;
import io.wangge.ledger.figures.FigureShelf.Group;
import io.wangge.ledger.figures.Measure;
import io.wangge.ledger.figures.Packing;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.figures.Tally;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * Sums as of one snapshot: rollups by day, those of open cases by their due day, and changes that wait to be added to
 * either. Of open cases only those are looked at one by one that became overdue today.
 */
public final class FigureReading {
    private static final int ALL_AT_ONCE = 10_000;

    private final MongoDatabase database;
    private final ClientSession session;
    private final FigureState state;
    private final List<FigureChange> waiting = new ArrayList<>();
    private final boolean knowsOpen;

    public FigureReading(MongoDatabase database, ClientSession session) {
        this.database = database;
        this.session = session;
        this.state = FigureState.read(database, session);
        boolean known = state.knowsOpen();
        for (Document batch :
                database.getCollection(FigureMigrations.CHANGES).find(session).batchSize(ALL_AT_ONCE)) {
            known &= FigureChangeDocuments.knowsOpen(batch);
            waiting.addAll(FigureChangeDocuments.read(batch));
        }
        this.knowsOpen = known;
    }

    public int generation() {
        return state.generation();
    }

    public List<FigureChange> waiting() {
        return waiting;
    }

    /** Groups of several splits. Not for several threads. */
    private static final class Sums {
        private final Map<Dimension, Map<Group, Tally>> tallies = new EnumMap<>(Dimension.class);

        Sums(Set<Dimension> dimensions) {
            dimensions.forEach(dimension -> tallies.put(dimension, new HashMap<>()));
        }

        Tally of(Dimension dimension, String unit, String value) {
            return Objects.requireNonNull(tallies.get(dimension))
                    .computeIfAbsent(new Group(unit, value), none -> new Tally());
        }

        Set<Dimension> dimensions() {
            return tallies.keySet();
        }
    }

    /** @param now what was due before and is open counts as overdue */
    Map<Group, Tally> sums(Collection<String> units, Dimension dimension, Period period, Instant now) {
        Sums sums = new Sums(Set.of(dimension));
        addRows(units, dimension, period, sums);
        waiting.stream()
                .filter(change -> !change.contribution().isOfOpenCase())
                .forEach(change -> add(
                        change,
                        units,
                        period,
                        sums,
                        (tally, counts) ->
                                tally.add(period, change.contribution().lateClosing(), counts, change.times())));
        addOpen(units, period, now, sums);
        return Objects.requireNonNull(sums.tallies.get(dimension));
    }

    /** What is open alone, and due in the period. */
    public Map<Dimension, Map<Group, Tally>> open(
            Collection<String> units, Set<Dimension> dimensions, Period period, Instant now) {
        Sums sums = new Sums(dimensions);
        addOpen(units, period, now, sums);
        return sums.tallies;
    }

    private void addRows(Collection<String> units, Dimension dimension, Period period, Sums sums) {
        Bson filter = Filters.and(
                Filters.eq("generation", state.generation()),
                Filters.in("unit", units),
                Filters.eq("people", dimension == Dimension.WORKER),
                Filters.gte("day", period.first()),
                Filters.lte("day", period.last()));
        RowSums rows = new RowSums(Packing.OF_CLOSED_CASES);
        for (RawBsonDocument row : database.getCollection(FigureMigrations.DAYS, RawBsonDocument.class)
                .find(session, filter)
                .projection(Projections.fields(Projections.include("unit", dimension.key()), Projections.excludeId()))
                .batchSize(ALL_AT_ONCE)) {
            rows.addClosings(row, dimension.key(), late -> late <= period.last());
        }
        rows.first((group, counts) ->
                sums.of(dimension, group.unit(), group.value()).add(period, 0, counts, 1));
        rows.second((group, counts) ->
                sums.of(dimension, group.unit(), group.value()).add(period, Contribution.NOT_CLOSED, counts, 1));
    }

    @FunctionalInterface
    private interface Adding {
        void add(Tally tally, Map<String, Long> counts);
    }

    private static void add(FigureChange change, Collection<String> units, Period period, Sums sums, Adding adding) {
        Contribution contribution = change.contribution();
        if (!period.contains(contribution.day())) {
            return;
        }
        for (Dimension dimension : sums.dimensions()) {
            String value = dimension.of(contribution);
            if (value != null) {
                Map<String, Long> kept = dimension.kept(contribution.counts());
                contribution.units().stream()
                        .filter(units::contains)
                        .forEach(unit -> adding.add(sums.of(dimension, unit, value), kept));
            }
        }
    }

    private void addOpen(Collection<String> units, Period period, Instant now, Sums sums) {
        if (!knowsOpen) {
            addOneByOne(OpenCases.sums(units, sums.dimensions(), period, now), OpenCases.KEYS, sums);
            return;
        }
        // Of no other day it matters what hour it is: what was due before is overdue, what is due later is not.
        int today = Days.dueDay(now);
        Map<Dimension, RowSums> rows = new EnumMap<>(Dimension.class);
        for (RawBsonDocument row : database.getCollection(FigureMigrations.OPEN, RawBsonDocument.class)
                .find(
                        session,
                        Filters.and(
                                Filters.eq("generation", state.openRows()),
                                Filters.in("unit", units),
                                Filters.gte("day", period.first()),
                                Filters.lte("day", period.last())))
                .projection(Projections.fields(
                        Projections.include("unit", "day"),
                        Projections.include(
                                sums.dimensions().stream().map(Dimension::key).toList()),
                        Projections.excludeId()))
                .batchSize(ALL_AT_ONCE)) {
            boolean overdue = row.getInt32("day").getValue() < today;
            sums.dimensions()
                    .forEach(dimension -> rows.computeIfAbsent(dimension, none -> new RowSums(Packing.OF_OPEN_CASES))
                            .addOpen(row, dimension.key(), overdue));
        }
        rows.forEach((dimension, counted) -> {
            counted.first((group, counts) ->
                    sums.of(dimension, group.unit(), group.value()).addOpen(true, counts, 1));
            counted.second((group, counts) ->
                    sums.of(dimension, group.unit(), group.value()).addOpen(false, counts, 1));
        });
        waiting.stream()
                .filter(change -> change.contribution().isOfOpenCase())
                .forEach(change -> add(
                        change,
                        units,
                        period,
                        sums,
                        (tally, counts) -> tally.addOpen(change.contribution().day() < today, counts, change.times())));
        if (period.contains(today)) {
            addOneByOne(
                    OpenCases.overdueOn(units, sums.dimensions(), today, now),
                    List.of(Measure.OVERDUE_OPEN.key()),
                    sums);
        }
    }

    private void addOneByOne(List<Bson> pipeline, List<String> keys, Sums sums) {
        for (Document group : database.getCollection(CaseFactsDocuments.COLLECTION)
                .aggregate(session, pipeline)
                .batchSize(ALL_AT_ONCE)) {
            Document of = group.get("_id", Document.class);
            for (Dimension dimension : sums.dimensions()) {
                String value = of.getString(dimension.key());
                if (value != null) {
                    Tally tally = sums.of(dimension, of.getString("unit"), value);
                    keys.forEach(
                            key -> tally.add(key, group.get(key, Number.class).longValue()));
                }
            }
        }
    }
}
