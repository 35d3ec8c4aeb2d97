package io.wangge.ledger.mongo.board;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.wangge.ledger.board.Board.Today;
import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.Measure;
import io.wangge.ledger.mongo.figures.FigureMigrations;
import io.wangge.ledger.mongo.figures.FigureReading;
import io.wangge.ledger.mongo.figures.FigureRows;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What happened today, from the rollups: those closed today are the ones that count as today, and of the days before the
 * ones that were closed late, today.
 */
final class BoardCounts {
    private static final int ALL_AT_ONCE = 10_000;
    /** As long as figures reach. */
    private static final int DAYS_BACK = 1_100;

    private final MongoDatabase database;

    BoardCounts(MongoDatabase database) {
        this.database = database;
    }

    Today today(ClientSession session, FigureReading reading, String unit, LocalDate date, long becameOverdue) {
        int today = Days.number(date);
        Map<String, Long> sums = new HashMap<>();
        Bson rows = and(eq("generation", reading.generation()), eq("unit", unit), eq("people", false));
        String all = Dimension.ALL.key();
        read(session, and(rows, eq("day", today)), all, today, sums);
        Bson before = and(gte("day", Days.number(date.minusDays(DAYS_BACK))), lt("day", today));
        read(session, and(rows, before), all + ".x" + today, today, sums);
        addWaiting(reading, unit, today, sums);
        return new Today(
                today,
                of(sums, Measure.REPORTED),
                of(sums, Measure.FILED),
                of(sums, Measure.ON_SPOT),
                of(sums, Measure.CLOSED),
                becameOverdue);
    }

    private void read(ClientSession session, Bson filter, String field, int today, Map<String, Long> sums) {
        for (Document row : database.getCollection(FigureMigrations.DAYS)
                .find(session, filter)
                .projection(Projections.fields(Projections.include("day", field), Projections.excludeId()))
                .batchSize(ALL_AT_ONCE)) {
            int day = row.getInteger("day");
            FigureRows.read(row, Dimension.ALL, (late, value, counts) -> add(sums, today, day, late, counts, 1));
        }
    }

    private static void addWaiting(FigureReading reading, String unit, int today, Map<String, Long> sums) {
        reading.waiting().forEach(change -> {
            Contribution contribution = change.contribution();
            if (contribution.units().contains(unit)) {
                add(sums, today, contribution.day(), contribution.lateClosing(), contribution.counts(), change.times());
            }
        });
    }

    private static void add(
            Map<String, Long> sums, int today, int day, int late, Map<String, Long> counts, long times) {
        if (late == today || (day == today && late == 0)) {
            counts.forEach((key, count) -> sums.merge(key, count * times, Long::sum));
        }
    }

    private static long of(Map<String, Long> sums, Measure measure) {
        return sums.getOrDefault(measure.key(), 0L);
    }
}
