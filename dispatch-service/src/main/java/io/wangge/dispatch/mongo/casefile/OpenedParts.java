package io.wangge.dispatch.mongo.casefile;

import static io.wangge.dispatch.mongo.casefile.Parts.date;
import static io.wangge.dispatch.mongo.casefile.Parts.instant;
import static io.wangge.dispatch.mongo.casefile.Parts.maybe;
import static io.wangge.dispatch.mongo.casefile.Parts.put;
import static io.wangge.dispatch.mongo.casefile.Parts.strings;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import java.util.Date;
import org.bson.Document;

/** How a case began, inside its document; never changes. The report's id is the case's. */
final class OpenedParts {
    static final String CASE_NUMBER = "caseNumber";
    static final String TRACKING_NUMBER = "trackingNumber";
    static final String GRID_CODE = "gridCode";
    static final String TERRITORY_PATH = "territoryPath";
    static final String NATURE = "nature";
    static final String FIRST_RECEIVER = "firstReceiver";

    private OpenedParts() {}

    static Document toDocument(Opened opened) {
        Document document = new Document(TRACKING_NUMBER, opened.trackingNumber())
                .append(CASE_NUMBER, opened.caseNumber())
                .append("channel", opened.channel().name())
                .append("text", opened.text().value())
                .append("textSalt", opened.text().salt())
                .append(TERRITORY_PATH, opened.territoryPath())
                .append("urgency", opened.urgency().name())
                .append(FIRST_RECEIVER, actor(opened.firstReceiver()))
                .append("receivedAt", date(opened.receivedAt()));
        put(document, NATURE, maybe(opened.nature(), Nature::name));
        put(document, "category", opened.category());
        put(document, "location", maybe(opened.location(), OpenedParts::point));
        put(document, GRID_CODE, opened.gridCode());
        put(document, "residentId", opened.residentId());
        put(document, "assetId", opened.assetId());
        put(document, "versions", maybe(opened.versions(), BasisParts::list));
        put(document, "answerBy", maybe(opened.answerBy(), Parts::date));
        put(document, "orderNumber", opened.orderNumber());
        return document;
    }

    static Opened fromDocument(String reportId, Document opened) {
        return new Opened(
                reportId,
                opened.getString(TRACKING_NUMBER),
                opened.getString(CASE_NUMBER),
                Channel.valueOf(opened.getString("channel")),
                maybe(opened.getString(NATURE), Nature::valueOf),
                opened.getString("category"),
                new Erasable(opened.getString("text"), opened.getString("textSalt")),
                maybe(opened.get("location", Document.class), OpenedParts::pointFrom),
                opened.getString(GRID_CODE),
                strings(opened, TERRITORY_PATH),
                Urgency.valueOf(opened.getString("urgency")),
                actorFrom(opened.get(FIRST_RECEIVER, Document.class)),
                opened.getString("residentId"),
                instant(opened, "receivedAt"),
                opened.getString("assetId"),
                maybe(opened.getList("versions", Number.class), BasisParts::versions),
                maybe(opened.getDate("answerBy"), Date::toInstant),
                opened.getString("orderNumber"));
    }

    private static Document point(GeoPoint point) {
        return new Document("type", point.type()).append("coordinates", point.coordinates());
    }

    private static GeoPoint pointFrom(Document point) {
        return new GeoPoint(point.getString("type"), point.getList("coordinates", Double.class));
    }

    private static Document actor(Actor actor) {
        Document document = new Document("kind", actor.kind().name()).append("id", actor.id());
        put(document, "unitId", actor.unitId());
        return document;
    }

    private static Actor actorFrom(Document actor) {
        return new Actor(Actor.Kind.valueOf(actor.getString("kind")), actor.getString("id"), actor.getString("unitId"));
    }
}
