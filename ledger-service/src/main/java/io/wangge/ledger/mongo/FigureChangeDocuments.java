package io.wangge.ledger.mongo;

import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.FigureChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** What one batch changes in the figures ↔ one document of {@code figure_changes}, until it is added to the rollups. */
final class FigureChangeDocuments {
    private FigureChangeDocuments() {}

    static Document of(List<FigureChange> changes) {
        return new Document(
                "changes", changes.stream().map(FigureChangeDocuments::change).toList());
    }

    private static Document change(FigureChange change) {
        Contribution contribution = change.contribution();
        return new Document("times", change.times())
                .append("day", contribution.day())
                .append("late", contribution.lateClosing())
                .append("units", List.copyOf(contribution.units()))
                .append("level", contribution.level())
                .append("category", contribution.category())
                .append("channel", contribution.channel())
                .append("worker", contribution.worker())
                .append("counts", new Document(new LinkedHashMap<>(contribution.counts())));
    }

    static List<FigureChange> read(Document batch) {
        return batch.getList("changes", Document.class).stream()
                .map(change -> new FigureChange(
                        new Contribution(
                                change.getInteger("day"),
                                change.getInteger("late"),
                                Set.copyOf(change.getList("units", String.class)),
                                change.getString("level"),
                                change.getString("category"),
                                change.getString("channel"),
                                change.getString("worker"),
                                counts(change.get("counts", Document.class))),
                        change.getInteger("times")))
                .toList();
    }

    /** Counts that came to nothing are left out. */
    static Map<String, Long> counts(Document document) {
        Map<String, Long> counts = new LinkedHashMap<>();
        document.forEach((key, count) -> {
            if (count instanceof Number number && number.longValue() != 0) {
                counts.put(key, number.longValue());
            }
        });
        return counts;
    }
}
