package io.wangge.ledger.mongo.figures;

import io.wangge.ledger.figures.CasePlace;
import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.FigureChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What one batch changes in the figures ↔ one document of {@code figure_changes}, until it is added to the rollups. What it
 * changes in what is open stands apart: replicas from before that was counted neither write nor look for it.
 */
public final class FigureChangeDocuments {
    private static final String OPEN = "open";

    private FigureChangeDocuments() {}

    public static Document of(List<FigureChange> changes) {
        return new Document("changes", list(changes, false)).append(OPEN, list(changes, true));
    }

    private static List<Document> list(List<FigureChange> changes, boolean ofOpenCases) {
        return changes.stream()
                .filter(change -> change.contribution().isOfOpenCase() == ofOpenCases)
                .map(FigureChangeDocuments::change)
                .toList();
    }

    /** Whether its writer knew that open cases are counted. */
    static boolean knowsOpen(Document batch) {
        return batch.containsKey(OPEN);
    }

    private static Document change(FigureChange change) {
        Contribution contribution = change.contribution();
        Document document = new Document("times", change.times())
                .append("day", contribution.day())
                .append("late", contribution.lateClosing())
                .append("units", List.copyOf(contribution.units()))
                .append("level", contribution.level())
                .append("category", contribution.category())
                .append("channel", contribution.channel())
                .append("worker", contribution.worker())
                .append("counts", new Document(new LinkedHashMap<>(contribution.counts())));
        CasePlace place = change.place();
        if (place != null) {
            document.append("case", place.caseId()).append("opened", place.opened());
        }
        return contribution.place() == null ? document : document.append("place", contribution.place());
    }

    static List<FigureChange> read(Document batch) {
        return Stream.of("changes", OPEN)
                .flatMap(list -> batch.getList(list, Document.class, List.of()).stream())
                .map(change -> new FigureChange(
                        place(change),
                        new Contribution(
                                change.getInteger("day"),
                                change.getInteger("late"),
                                Set.copyOf(change.getList("units", String.class)),
                                change.getString("level"),
                                change.getString("category"),
                                change.getString("channel"),
                                change.getString("worker"),
                                change.getString("place"),
                                counts(change.get("counts", Document.class))),
                        change.getInteger("times")))
                .toList();
    }

    private static @Nullable CasePlace place(Document change) {
        String caseId = change.getString("case");
        return caseId == null ? null : new CasePlace(change.getInteger("opened"), caseId);
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
