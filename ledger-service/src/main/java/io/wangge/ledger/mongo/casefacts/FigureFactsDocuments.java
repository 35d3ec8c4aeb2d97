package io.wangge.ledger.mongo.casefacts;

import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Nature;
import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.FigureFacts;
import io.wangge.ledger.figures.FigureFacts.Closing;
import io.wangge.ledger.figures.FigureFacts.Course;
import io.wangge.ledger.figures.FigureFacts.Origin;
import io.wangge.ledger.figures.FigureFacts.Standing;
import io.wangge.ledger.figures.HoldFact;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a case ↔ the field {@code fig} of its facts. Mapped by hand: it is written with every event of a
 * case. Beside the facts stands what figures are opened down by: {@code own} and {@code units} (own and those that held
 * it), {@code opened}, {@code day}, {@code late}, {@code again} as days, {@code open} (absent while it does not count),
 * {@code m} the keys of the measures that hold.
 */
public final class FigureFactsDocuments {
    public static final String FIELD = "fig";

    private FigureFactsDocuments() {}

    public static Document of(FigureFacts facts) {
        Document document = new Document("o", origin(facts.origin()))
                .append("s", standing(facts.standing()))
                .append("c", course(facts.course()))
                .append(
                        "h",
                        facts.holds().stream().map(FigureFactsDocuments::hold).toList());
        if (facts.closing() != null) {
            document.append("x", closing(facts.closing()));
        }
        Set<String> own = facts.units();
        Collection<String> measures = Contribution.keysOf(facts);
        document.append("own", List.copyOf(own))
                .append("m", measures)
                .append("opened", Days.number(facts.origin().openedAt()));
        if (facts.counted()) {
            document.append("units", everyUnit(facts, own))
                    .append("open", facts.closing() == null)
                    .append("day", facts.countingDay())
                    .append("late", facts.lateClosingDay());
        }
        if (!facts.reopenedAt().isEmpty()) {
            document.append("re", facts.reopenedAt().stream().map(Date::from).toList())
                    .append(
                            "again",
                            facts.reopenedAt().stream().map(Days::number).toList());
        }
        return document;
    }

    private static List<String> everyUnit(FigureFacts facts, Set<String> own) {
        Set<String> units = new LinkedHashSet<>(own);
        facts.holds().forEach(hold -> units.addAll(hold.unitPath()));
        return List.copyOf(units);
    }

    private static Document origin(Origin origin) {
        Document document = new Document("at", Date.from(origin.openedAt()))
                .append("ch", origin.channel())
                .append("w", origin.worker());
        return origin.nature() == null
                ? document
                : document.append("n", origin.nature().name());
    }

    private static Document standing(Standing standing) {
        return new Document("st", standing.state().name())
                .append("cat", standing.category())
                .append("lvl", standing.level())
                .append("terr", standing.territoryPath())
                .append("path", standing.holderPath())
                .append("due", date(standing.dueAt()));
    }

    private static Document course(Course course) {
        return new Document("os", course.onSpot())
                .append("by", date(course.respondBy()))
                .append("at", date(course.respondedAt()))
                .append("rt", course.returns())
                .append("ex", course.extensions())
                .append("es", course.escalations())
                .append("rw", course.reworks());
    }

    private static Document hold(HoldFact hold) {
        return new Document("n", hold.number())
                .append("u", hold.unitPath())
                .append("lvl", hold.level())
                .append("at", Date.from(hold.startedAt()))
                .append("due", Date.from(hold.dueAt()))
                .append("end", date(hold.endedAt()))
                .append("late", hold.endedAt() != null && hold.endedAt().isAfter(hold.dueAt()));
    }

    private static Document closing(Closing closing) {
        return new Document("at", Date.from(closing.at()))
                .append("why", closing.reason().name())
                .append("grade", closing.grade())
                .append("ot", closing.onTime());
    }

    public static @Nullable FigureFacts read(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        Document origin = part(document, "o");
        Document standing = part(document, "s");
        Document course = part(document, "c");
        Document closing = document.get("x", Document.class);
        return new FigureFacts(
                new Origin(instant(origin, "at"), origin.getString("ch"), origin.getString("w"), nature(origin)),
                new Standing(
                        CaseState.valueOf(standing.getString("st")),
                        standing.getString("cat"),
                        standing.getString("lvl"),
                        standing.getList("terr", String.class),
                        standing.getList("path", String.class),
                        orNull(standing, "due")),
                new Course(
                        course.getBoolean("os"),
                        orNull(course, "by"),
                        orNull(course, "at"),
                        course.getInteger("rt"),
                        course.getInteger("ex"),
                        course.getInteger("es"),
                        course.getInteger("rw")),
                document.getList("h", Document.class).stream()
                        .map(FigureFactsDocuments::readHold)
                        .toList(),
                closing == null
                        ? null
                        : new Closing(
                                instant(closing, "at"),
                                CloseReason.valueOf(closing.getString("why")),
                                closing.getString("grade"),
                                closing.getBoolean("ot")),
                document.getList("re", Date.class, List.of()).stream()
                        .map(Date::toInstant)
                        .toList());
    }

    private static @Nullable Nature nature(Document origin) {
        String name = origin.getString("n");
        return name == null ? null : Nature.valueOf(name);
    }

    private static HoldFact readHold(Document hold) {
        return new HoldFact(
                hold.getInteger("n"),
                hold.getList("u", String.class),
                hold.getString("lvl"),
                instant(hold, "at"),
                instant(hold, "due"),
                orNull(hold, "end"));
    }

    private static Document part(Document document, String name) {
        return document.get(name, Document.class);
    }

    private static @Nullable Date date(@Nullable Instant moment) {
        return moment == null ? null : Date.from(moment);
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static @Nullable Instant orNull(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
