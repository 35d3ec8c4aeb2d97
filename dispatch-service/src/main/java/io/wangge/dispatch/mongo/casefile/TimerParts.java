package io.wangge.dispatch.mongo.casefile;

import static io.wangge.dispatch.mongo.casefile.Parts.date;
import static io.wangge.dispatch.mongo.casefile.Parts.instant;

import io.wangge.dispatch.casefile.Timer;
import io.wangge.dispatch.escalation.ClockKind;
import java.util.List;
import org.bson.Document;

/** The steps ahead of a case inside its document. */
final class TimerParts {
    private TimerParts() {}

    static List<Document> toDocuments(List<Timer> timers) {
        return timers.stream()
                .map(timer -> new Document("at", date(timer.at()))
                        .append("clock", timer.clock().name())
                        .append("percent", timer.percent()))
                .toList();
    }

    static List<Timer> fromDocuments(List<Document> timers) {
        return timers.stream()
                .map(timer -> new Timer(
                        instant(timer, "at"), ClockKind.valueOf(timer.getString("clock")), timer.getInteger("percent")))
                .toList();
    }
}
