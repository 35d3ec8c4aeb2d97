package io.wangge.dispatch.mongo.casefile;

import static io.wangge.dispatch.mongo.casefile.Parts.date;
import static io.wangge.dispatch.mongo.casefile.Parts.instant;
import static io.wangge.dispatch.mongo.casefile.Parts.strings;

import io.wangge.dispatch.casefile.ProvisionalClock;
import io.wangge.dispatch.casefile.ProvisionalClock.Which;
import io.wangge.dispatch.clock.ClockRun;
import io.wangge.dispatch.clock.ClockRun.Beginning;
import io.wangge.dispatch.clock.ClockRun.Move;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.clock.LimitUnit;
import java.util.List;
import org.bson.Document;

/** Due times that wait for a calendar, inside a case's document; absent from most. */
final class ProvisionalParts {
    private ProvisionalParts() {}

    static List<Document> toDocuments(List<ProvisionalClock> clocks) {
        return clocks.stream()
                .map(clock -> new Document("which", clock.which().name())
                        .append("unitPath", clock.unitPath())
                        .append("awaitedYear", clock.awaitedYear())
                        .append("from", beginning(clock.run().from()))
                        .append(
                                "moves",
                                clock.run().moves().stream()
                                        .map(ProvisionalParts::move)
                                        .toList()))
                .toList();
    }

    static List<ProvisionalClock> fromDocuments(List<Document> clocks) {
        return clocks.stream()
                .map(clock -> new ProvisionalClock(
                        Which.valueOf(clock.getString("which")),
                        strings(clock, "unitPath"),
                        new ClockRun(
                                beginningFrom(clock.get("from", Document.class)),
                                clock.getList("moves", Document.class).stream()
                                        .map(ProvisionalParts::moveFrom)
                                        .toList()),
                        clock.getInteger("awaitedYear")))
                .toList();
    }

    private static Document beginning(Beginning from) {
        return switch (from) {
            case Beginning.Limited(var start, Limit limit, int percent) ->
                limit(limit).append("start", date(start)).append("percent", percent);
            case Beginning.Certain(var due) -> new Document("due", date(due));
        };
    }

    private static Beginning beginningFrom(Document from) {
        return from.containsKey("due")
                ? new Beginning.Certain(instant(from, "due"))
                : new Beginning.Limited(instant(from, "start"), limitFrom(from), from.getInteger("percent"));
    }

    private static Document move(Move move) {
        return switch (move) {
            case Move.Longer(Limit limit) -> limit(limit).append("kind", "longer");
            case Move.Paused(var from, var until, LimitUnit unit) ->
                new Document("kind", "paused")
                        .append("from", date(from))
                        .append("until", date(until))
                        .append("unit", unit.name());
            case Move.GivenBack(var from, var until, LimitUnit unit) ->
                new Document("kind", "given-back")
                        .append("from", date(from))
                        .append("until", date(until))
                        .append("unit", unit.name());
        };
    }

    private static Move moveFrom(Document move) {
        return switch (move.getString("kind")) {
            case "longer" -> new Move.Longer(limitFrom(move));
            case "paused" -> new Move.Paused(instant(move, "from"), instant(move, "until"), unit(move));
            case "given-back" -> new Move.GivenBack(instant(move, "from"), instant(move, "until"), unit(move));
            case String other -> throw new IllegalArgumentException("Nothing moves a due time by " + other);
        };
    }

    private static Document limit(Limit limit) {
        return new Document("amount", limit.amount())
                .append("unit", limit.unit().name());
    }

    private static Limit limitFrom(Document limit) {
        return new Limit(limit.getInteger("amount"), unit(limit));
    }

    private static LimitUnit unit(Document limit) {
        return LimitUnit.valueOf(limit.getString("unit"));
    }
}
