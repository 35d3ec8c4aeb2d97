package io.wangge.ledger.mongo;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.Packing;
import io.wangge.ledger.figures.Rollup;
import io.wangge.ledger.figures.Rollup.Cell;
import io.wangge.ledger.figures.Rollup.Row;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Rollups ↔ documents of {@code figure_days}, one for each day and unit (and one more for its people):
 * {@code {generation, day, unit, people, k: {t: {"0102": {du: 3, cl: 3}}, x20161215: {…}}}}, where {@code t} is what was
 * closed by its counting day and {@code x…} what was closed later, on that day.
 */
final class FigureRows {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final String TIMELY = "t";

    private FigureRows() {}

    /** What one reads of a row. */
    @FunctionalInterface
    interface CellReader {
        void cell(int lateClosing, String value, Map<String, Long> counts);
    }

    static List<UpdateOneModel<Document>> increments(int generation, Rollup rollup) {
        return rollup.rows().entrySet().stream()
                .map(entry -> increment(generation, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static UpdateOneModel<Document> increment(int generation, Row row, Map<Cell, Map<String, Long>> cells) {
        Document increments = new Document();
        cells.forEach((cell, counts) -> {
            String path = cell.dimension().key() + "." + closing(cell) + "." + escaped(cell.value()) + ".";
            counts.forEach((key, count) -> increments.append(path + escaped(key), count));
        });
        String id = generation + "/" + row.day() + "/" + row.unit() + (row.people() ? "/people" : "");
        return new UpdateOneModel<>(
                new Document("_id", id),
                new Document("$inc", increments)
                        .append(
                                "$setOnInsert",
                                new Document("generation", generation)
                                        .append("day", row.day())
                                        .append("unit", row.unit())
                                        .append("people", row.people())),
                UPSERT);
    }

    private static String closing(Cell cell) {
        return cell.lateClosing() == 0 ? TIMELY : "x" + cell.lateClosing();
    }

    static void read(Document row, Dimension dimension, CellReader reader) {
        row.get(dimension.key(), new Document()).forEach((closing, cells) -> {
            int late = closing.equals(TIMELY) ? 0 : Integer.parseInt(closing.substring(1));
            ((Document) cells)
                    .forEach((value, counts) -> reader.cell(
                            late, plain(value), Packing.unpacked(FigureChangeDocuments.counts((Document) counts))));
        });
    }

    /** Ids come from outside; a dot or a dollar would be a path or an operator. */
    private static String escaped(String value) {
        return value.replace("%", "%25").replace(".", "%2E").replace("$", "%24");
    }

    private static String plain(String field) {
        return field.replace("%24", "$").replace("%2E", ".").replace("%25", "%");
    }
}
