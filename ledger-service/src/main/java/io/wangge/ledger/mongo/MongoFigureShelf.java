package io.wangge.ledger.mongo;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.FigureChange;
import io.wangge.ledger.figures.FigureShelf;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.figures.Tally;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Sums from three places in one snapshot: rollups by day, changes that wait to be added to them, and open cases by their
 * due day.
 */
public final class MongoFigureShelf implements FigureShelf {
    private static final ClientSessionOptions SNAPSHOT =
            ClientSessionOptions.builder().snapshot(true).build();
    private static final int ALL_AT_ONCE = 10_000;
    private static final int UNITS_AT_ONCE = 100;

    private final MongoClient client;
    private final MongoDatabase database;
    private final FigureRecount recount;
    private final FigureCases cases;

    public MongoFigureShelf(MongoClient client, MongoDatabase database, InstantSource clock) {
        this.client = client;
        this.database = database;
        this.recount = new FigureRecount(client, database, clock);
        this.cases = new FigureCases(database);
    }

    @Override
    public Map<Group, Tally> read(Collection<String> units, Dimension dimension, Period period, Instant now) {
        Map<Group, Tally> tallies = new HashMap<>();
        if (units.isEmpty() || period.to().isBefore(period.from())) {
            return tallies;
        }
        try (ClientSession session = client.startSession(SNAPSHOT)) {
            addRows(session, units, dimension, period, tallies);
            addWaiting(session, units, dimension, period, tallies);
            addOpen(session, units, dimension, period, now, tallies);
        }
        return tallies;
    }

    private void addRows(
            ClientSession session,
            Collection<String> units,
            Dimension dimension,
            Period period,
            Map<Group, Tally> tallies) {
        Document state = database.getCollection(LedgerMigrations.FIGURE_STATE)
                .find(session, FigureFolding.STATE)
                .first();
        Bson filter = Filters.and(
                Filters.eq("generation", state == null ? 1 : state.getInteger("generation")),
                Filters.in("unit", units),
                Filters.eq("people", dimension == Dimension.WORKER),
                Filters.gte("day", period.first()),
                Filters.lte("day", period.last()));
        for (Document row : database.getCollection(LedgerMigrations.FIGURE_DAYS)
                .find(session, filter)
                .projection(Projections.fields(Projections.include("unit", dimension.key()), Projections.excludeId()))
                .batchSize(ALL_AT_ONCE)) {
            String unit = row.getString("unit");
            FigureRows.read(
                    row,
                    dimension,
                    (late, value, counts) -> tally(tallies, unit, value).add(period, late, counts, 1));
        }
    }

    private void addWaiting(
            ClientSession session,
            Collection<String> units,
            Dimension dimension,
            Period period,
            Map<Group, Tally> tallies) {
        for (Document batch : database.getCollection(LedgerMigrations.FIGURE_CHANGES)
                .find(session)
                .batchSize(ALL_AT_ONCE)) {
            for (FigureChange change : FigureChangeDocuments.read(batch)) {
                Contribution contribution = change.contribution();
                @Nullable String value = dimension.of(contribution);
                if (value != null && period.contains(contribution.day())) {
                    contribution.units().stream()
                            .filter(units::contains)
                            .forEach(unit -> tally(tallies, unit, value)
                                    .add(
                                            period,
                                            contribution.lateClosing(),
                                            dimension.kept(contribution.counts()),
                                            change.times()));
                }
            }
        }
    }

    private void addOpen(
            ClientSession session,
            Collection<String> units,
            Dimension dimension,
            Period period,
            Instant now,
            Map<Group, Tally> tallies) {
        // Workers are asked for in places small enough to read case by case, and are not in the keys.
        if (dimension == Dimension.WORKER) {
            addOpenOneByOne(session, units, dimension, period, now, tallies);
            return;
        }
        // Of no other day it matters what hour it is: what was due before is overdue, what is due later is not.
        int day = Days.dueDay(now);
        for (List<String> some : inParts(units)) {
            database.getCollection(LedgerMigrations.CASE_FACTS)
                    .aggregate(session, OpenSums.pipeline(LedgerMigrations.CASE_FACTS, some, period, day))
                    .batchSize(ALL_AT_ONCE)
                    .map(OpenSums.Sum::read)
                    .forEach(sum -> {
                        String value = sum.value(dimension);
                        if (value != null) {
                            sum.addTo(tally(tallies, sum.unit(), value));
                        }
                    });
        }
        if (period.contains(day)) {
            Period today = new Period(Days.day(day), Days.day(day));
            addOpenOneByOne(session, units, dimension, today, now, tallies);
        }
    }

    /** A pipeline has a thousand steps at most. */
    private static List<List<String>> inParts(Collection<String> units) {
        List<String> all = List.copyOf(units);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += UNITS_AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + UNITS_AT_ONCE)));
        }
        return parts;
    }

    private void addOpenOneByOne(
            ClientSession session,
            Collection<String> units,
            Dimension dimension,
            Period period,
            Instant now,
            Map<Group, Tally> tallies) {
        for (Document group : database.getCollection(LedgerMigrations.CASE_FACTS)
                .aggregate(session, OpenCases.sums(units, dimension, period, now))
                .batchSize(ALL_AT_ONCE)) {
            Document of = group.get("_id", Document.class);
            String value = of.getString("value");
            if (value != null) {
                Tally tally = tally(tallies, of.getString("unit"), value);
                OpenCases.KEYS.forEach(
                        key -> tally.add(key, group.get(key, Number.class).longValue()));
            }
        }
    }

    private static Tally tally(Map<Group, Tally> tallies, String unit, String value) {
        return tallies.computeIfAbsent(new Group(unit, value), none -> new Tally());
    }

    @Override
    public Page cases(Question question, @Nullable String after, int limit) {
        return cases.page(question, after, limit);
    }

    @Override
    public OptionalLong recount() {
        return recount.recount();
    }
}
