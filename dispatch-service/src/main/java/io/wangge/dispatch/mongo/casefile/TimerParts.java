package io.wangge.dispatch.mongo.casefile;

import static io.wangge.dispatch.mongo.casefile.Parts.date;
import static io.wangge.dispatch.mongo.casefile.Parts.instant;
import static io.wangge.dispatch.mongo.casefile.Parts.maybe;
import static io.wangge.dispatch.mongo.casefile.Parts.put;

import io.wangge.dispatch.casefile.Timer;
import io.wangge.dispatch.escalation.ClockKind;
import io.wangge.dispatch.escalation.StepMeasure;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;

/** The steps ahead of a case inside its document; the measures are one text, as nothing is found by them. */
final class TimerParts {
    private TimerParts() {}

    static List<Document> toDocuments(List<Timer> timers) {
        return timers.stream().map(TimerParts::toDocument).toList();
    }

    private static Document toDocument(Timer timer) {
        Document document = new Document("at", date(timer.at()))
                .append("clock", timer.clock().name())
                .append("percent", timer.percent());
        put(document, "measures", timer.measures().isEmpty() ? null : text(timer.measures()));
        return document;
    }

    static List<Timer> fromDocuments(List<Document> timers) {
        return timers.stream()
                .map(timer -> new Timer(
                        instant(timer, "at"),
                        ClockKind.valueOf(timer.getString("clock")),
                        timer.getInteger("percent"),
                        Objects.requireNonNullElse(
                                maybe(timer.getString("measures"), TimerParts::measures), List.of())))
                .toList();
    }

    private static String text(List<StepMeasure> measures) {
        return measures.stream().map(StepMeasure::name).collect(Collectors.joining(" "));
    }

    private static List<StepMeasure> measures(String text) {
        return Arrays.stream(text.split(" ", -1)).map(StepMeasure::valueOf).toList();
    }
}
