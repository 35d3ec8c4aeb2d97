package io.wangge.ledger.mongo.figures;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.Measure;
import io.wangge.ledger.figures.Packing;
import io.wangge.ledger.figures.Rollup;
import io.wangge.ledger.figures.Rollup.Cell;
import io.wangge.ledger.figures.Rollup.Part;
import io.wangge.ledger.figures.Rollup.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Rollups ↔ documents of {@code figure_days}, one for each day and unit (and one more for its people):
 * {@code {generation, day, unit, people, k: {t: {"0102": {du: 3, cl: 3}}, x20161215: {…}}}}, where {@code t} is what was
 * closed by its counting day and {@code x…} what was closed later, on that day. What is open, and due on that day, stands in
 * {@code figure_open}, one small document for each day and unit for as long as anything is open:
 * {@code {generation, day, unit, k: {"0102": {du: 3}}}}.
 */
public final class FigureRows {
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final String TIMELY = "t";

    private FigureRows() {}

    /** What one reads of a row. */
    @FunctionalInterface
    public interface CellReader {
        void cell(int lateClosing, String value, Map<String, Long> counts);
    }

    /** @param session null outside of a transaction */
    static void add(MongoDatabase database, @Nullable ClientSession session, FigureState state, Rollup rollup) {
        List<UpdateOneModel<Document>> days = new ArrayList<>();
        List<UpdateOneModel<Document>> open = new ArrayList<>();
        rollup.rows()
                .forEach((row, cells) ->
                        (row.part() == Part.OPEN ? open : days).add(increment(generationOf(row, state), row, cells)));
        write(database.getCollection(FigureMigrations.DAYS), session, days);
        write(database.getCollection(FigureMigrations.OPEN), session, open);
    }

    private static void write(
            MongoCollection<Document> collection,
            @Nullable ClientSession session,
            List<UpdateOneModel<Document>> increments) {
        if (increments.isEmpty()) {
            return;
        }
        if (session == null) {
            collection.bulkWrite(increments, ANY_ORDER);
        } else {
            collection.bulkWrite(session, increments, ANY_ORDER);
        }
    }

    /** Rows of what is open in which nothing is open any more. Only right when nothing waits to be added to them. */
    static void removeEmptied(MongoDatabase database, ClientSession session, FigureState state, Rollup rollup) {
        List<String> touched = rollup.rows().keySet().stream()
                .filter(row -> row.part() == Part.OPEN)
                .map(row -> idOf(state.openRows(), row))
                .toList();
        if (!touched.isEmpty()) {
            database.getCollection(FigureMigrations.OPEN)
                    .deleteMany(
                            session,
                            Filters.and(
                                    Filters.in("_id", touched),
                                    Filters.eq(Dimension.ALL.key() + ".*." + Measure.DUE.key(), 0)));
        }
    }

    private static UpdateOneModel<Document> increment(int generation, Row row, Map<Cell, Map<String, Long>> cells) {
        Document increments = new Document();
        cells.forEach((cell, counts) -> {
            String closing = row.part() == Part.OPEN ? "" : closing(cell) + ".";
            String path = cell.dimension().key() + "." + closing + escaped(cell.value()) + ".";
            counts.forEach((key, count) -> increments.append(path + escaped(key), count));
        });
        Document place =
                new Document("generation", generation).append("day", row.day()).append("unit", row.unit());
        if (row.part() != Part.OPEN) {
            place.append("people", row.part() == Part.PEOPLE);
        }
        return new UpdateOneModel<>(
                new Document("_id", idOf(generation, row)),
                new Document("$inc", increments).append("$setOnInsert", place),
                UPSERT);
    }

    private static int generationOf(Row row, FigureState state) {
        return row.part() == Part.OPEN ? state.openRows() : state.generation();
    }

    private static String idOf(int generation, Row row) {
        return generation + "/" + row.day() + "/" + row.unit() + (row.part() == Part.PEOPLE ? "/people" : "");
    }

    private static String closing(Cell cell) {
        return cell.lateClosing() == 0 ? TIMELY : "x" + cell.lateClosing();
    }

    public static void read(Document row, Dimension dimension, CellReader reader) {
        row.get(dimension.key(), new Document()).forEach((closing, cells) -> {
            int late = lateClosing(closing);
            ((Document) cells)
                    .forEach((value, counts) -> reader.cell(
                            late, plain(value), Packing.OF_CLOSED_CASES.unpacked(FigureChangeDocuments.counts((Document)
                                    counts))));
        });
    }

    /** Of a row of what is open. */
    public static void readOpen(Document row, Dimension dimension, CellReader reader) {
        row.get(dimension.key(), new Document())
                .forEach((value, counts) -> reader.cell(
                        Contribution.NOT_CLOSED,
                        plain(value),
                        Packing.OF_OPEN_CASES.unpacked(FigureChangeDocuments.counts((Document) counts))));
    }

    static int lateClosing(String field) {
        return field.equals(TIMELY) ? 0 : Integer.parseInt(field.substring(1));
    }

    /** Ids come from outside; a dot or a dollar would be a path or an operator. */
    private static String escaped(String value) {
        return value.replace("%", "%25").replace(".", "%2E").replace("$", "%24");
    }

    static String plain(String field) {
        return field.indexOf('%') < 0
                ? field
                : field.replace("%24", "$").replace("%2E", ".").replace("%25", "%");
    }
}
