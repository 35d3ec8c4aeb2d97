package io.wangge.dispatch.mongo.casefile;

import static io.wangge.dispatch.mongo.casefile.Parts.date;
import static io.wangge.dispatch.mongo.casefile.Parts.instant;
import static io.wangge.dispatch.mongo.casefile.Parts.maybe;
import static io.wangge.dispatch.mongo.casefile.Parts.put;
import static io.wangge.dispatch.mongo.casefile.Parts.strings;

import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import java.util.Date;
import org.bson.Document;

/** The hold and the reason inside a case's document. */
final class HoldParts {
    private HoldParts() {}

    static Document toDocument(Hold hold) {
        Document document = new Document("number", hold.number())
                .append("unitId", hold.unitId())
                .append("unitPath", hold.unitPath())
                .append("level", hold.level())
                .append("startedAt", date(hold.startedAt()))
                .append("handlingDueAt", date(hold.handlingDueAt()))
                .append("provisional", hold.provisional());
        put(document, "acceptanceDueAt", maybe(hold.acceptanceDueAt(), Parts::date));
        return document;
    }

    static Hold fromDocument(Document hold) {
        return new Hold(
                hold.getInteger("number"),
                hold.getString("unitId"),
                strings(hold, "unitPath"),
                hold.getString("level"),
                instant(hold, "startedAt"),
                maybe(hold.getDate("acceptanceDueAt"), Date::toInstant),
                instant(hold, "handlingDueAt"),
                hold.getBoolean("provisional"));
    }

    static Document reason(RouteReason reason) {
        Document document = new Document("code", reason.code()).append("ruleBookVersion", reason.ruleBookVersion());
        put(document, "ruleId", reason.ruleId());
        return document;
    }

    static RouteReason reasonFrom(Document reason) {
        return new RouteReason(reason.getString("code"), reason.getString("ruleId"), reason.getLong("ruleBookVersion"));
    }
}
