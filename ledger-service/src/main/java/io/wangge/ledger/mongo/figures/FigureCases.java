package io.wangge.ledger.mongo.figures;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nor;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.figures.FigureFacts;
import io.wangge.ledger.figures.FigureShelf.Counted;
import io.wangge.ledger.figures.FigureShelf.Page;
import io.wangge.ledger.figures.FigureShelf.Question;
import io.wangge.ledger.figures.Measure;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.casefacts.FigureFactsDocuments;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The cases behind a term of a figure: lists that do not overlap, each from an index in its order, one after the other. */
final class FigureCases {
    private static final String OPEN = "fig.open";
    private static final String DAY = "fig.day";
    private static final String LATE = "fig.late";

    private final MongoDatabase database;

    FigureCases(MongoDatabase database) {
        this.database = database;
    }

    /** @param order the field, before {@code _id}, that it is walked by */
    private record Part(Bson filter, String order) {}

    private record Place(int part, int day, String caseId) {
        static Place read(@Nullable String text) {
            if (text == null) {
                return new Place(0, 0, "");
            }
            String[] pieces = text.split("\\|", 3);
            if (pieces.length < 3) {
                throw new IllegalArgumentException("No such place");
            }
            return new Place(Integer.parseInt(pieces[0]), Integer.parseInt(pieces[1]), pieces[2]);
        }

        String text() {
            return part + "|" + day + "|" + caseId;
        }
    }

    Page page(Question question, @Nullable String after, int limit) {
        List<Part> parts = question.measures().stream()
                .flatMap(measure -> parts(measure, question))
                .toList();
        Place from = Place.read(after);
        List<Counted> cases = new ArrayList<>();
        for (int i = from.part(); i < parts.size(); i++) {
            Place start = i == from.part() ? from : new Place(i, 0, "");
            for (Document document : find(parts.get(i), start, limit - cases.size() + 1)) {
                if (cases.size() == limit) {
                    return new Page(cases, start.text());
                }
                cases.add(counted(document));
                start = new Place(i, orderOf(document, parts.get(i)), document.getString("_id"));
            }
        }
        return new Page(cases, null);
    }

    private static Counted counted(Document document) {
        FigureFacts facts = FigureFactsDocuments.read(document.get(FigureFactsDocuments.FIELD, Document.class));
        return new Counted(
                CaseFactsDocuments.summary(document.get("summary", Document.class)), Objects.requireNonNull(facts));
    }

    private static int orderOf(Document document, Part part) {
        Object order = document.get("fig", Document.class)
                .get(part.order().substring(part.order().indexOf('.') + 1));
        return order instanceof Number number ? number.intValue() : 0;
    }

    private Iterable<Document> find(Part part, Place after, int limit) {
        Bson filter = part.filter();
        if (!after.caseId().isEmpty()) {
            // With a bound and an exception: with "or" MongoDB sorts instead of walking the index.
            filter = and(
                    filter,
                    gte(part.order(), after.day()),
                    nor(and(eq(part.order(), after.day()), lte("_id", after.caseId()))));
        }
        return database.getCollection(CaseFactsDocuments.COLLECTION)
                .find(filter)
                .projection(Projections.include("summary", FigureFactsDocuments.FIELD))
                .sort(Sorts.ascending(part.order(), "_id"))
                .limit(limit);
    }

    private static Stream<Part> parts(Measure measure, Question question) {
        int first = question.period().first();
        int last = question.period().last();
        Bson days = and(gte(DAY, first), lte(DAY, last));
        Bson own = and(eq("fig.own", question.unit()), splits(question.splits()));
        Bson over = and(eq(OPEN, false), eq("fig.units", question.unit()));
        Bson closed = and(over, days);
        Bson open = and(eq(OPEN, true), own, days);
        Bson byTheEnd = lte(LATE, last);
        Bson holds = eq("fig.m", measure.key());
        return switch (measure.anchor()) {
            case OPENING ->
                Stream.of(new Part(and(gte("fig.opened", first), lte("fig.opened", last), own, holds), "fig.opened"));
            case REOPENING ->
                Stream.of(new Part(
                        and(elemMatch("fig.again", new Document("$gte", first).append("$lte", last)), own),
                        "fig.opened"));
            case COUNTING -> Stream.of(new Part(and(open, holds), DAY), new Part(and(closed, own, holds), DAY));
            case CLOSING ->
                question.byClosingDay()
                        ? Stream.of(
                                new Part(and(closed, own, holds, eq(LATE, 0)), DAY),
                                new Part(and(over, own, holds, gte(LATE, first), byTheEnd), LATE))
                        : Stream.of(new Part(and(closed, own, holds, byTheEnd), DAY));
            case HOLD -> Stream.of(new Part(and(closed, byTheEnd, hold(measure, question)), DAY));
            case READING ->
                measure == Measure.OVERDUE_OPEN
                        ? Stream.of(
                                new Part(and(open, lt("fig.s.due", Date.from(question.now()))), DAY),
                                new Part(and(closed, own, gt(LATE, last)), DAY))
                        : Stream.of(new Part(and(closed, own, byTheEnd, in("fig.x.grade", question.grades())), DAY));
        };
    }

    private static Bson hold(Measure measure, Question question) {
        Map<Dimension, List<String>> others = new java.util.EnumMap<>(Dimension.class);
        others.putAll(question.splits());
        List<String> levels = others.remove(Dimension.LEVEL);
        Document hold = new Document("u", question.unit());
        if (measure == Measure.HOLDS_LATE) {
            hold.append("late", true);
        }
        if (levels != null) {
            hold.append("lvl", new Document("$in", levels));
        }
        return and(elemMatch("fig.h", hold), splits(others));
    }

    private static Bson splits(Map<Dimension, List<String>> splits) {
        List<Bson> filters = new ArrayList<>();
        splits.forEach((dimension, values) -> {
            switch (dimension) {
                case ALL -> {}
                case LEVEL -> filters.add(in("fig.s.lvl", values));
                case CATEGORY -> filters.add(category(values));
                case CHANNEL -> filters.add(in("fig.o.ch", values));
                case PLACE -> throw new IllegalArgumentException("Nothing opens by place");
                case WORKER -> filters.add(in("fig.o.w", values));
            }
        });
        return filters.isEmpty() ? new Document() : and(filters);
    }

    private static Bson category(List<String> values) {
        List<@Nullable String> stored = new ArrayList<>();
        values.forEach(value -> stored.add(value.equals("-") ? null : value));
        return in("fig.s.cat", stored);
    }
}
