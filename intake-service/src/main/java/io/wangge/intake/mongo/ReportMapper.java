package io.wangge.intake.mongo;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.OnSpotSettlement;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.place.Cells;
import io.wangge.intake.report.CallRound;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.CaseStanding.Reply;
import io.wangge.intake.report.Report;
import io.wangge.kit.store.DocumentMapper;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** {@link Report} ↔ a document of {@code reports}. Absent instead of null; times as BSON dates, to the millisecond. */
final class ReportMapper implements DocumentMapper<Report> {
    static final String REPORTER = "firstReceiver.id";
    static final String RECEIVED_AT = "receivedAt";
    static final String RESIDENT = "residentId";
    static final String CATEGORY = "category";
    /** Where it lies, to be found by what lies near; absent when nobody knows, and for what was settled on the spot. */
    static final String CELL = "cell";

    static final String TRACKING_NUMBER = "trackingNumber";
    /** How the case stands; written beside the stream's own version, guarded by {@link #CASE_SEQ}. */
    static final String CASE = "case";

    /** When its case last moved, by the store's clock. */
    static final String CHANGED_AT = "changedAt";

    static final String CASE_SEQ = "caseSeq";
    static final String CASE_NUMBER = "number";
    static final String CASE_STATE = "state";
    static final String CASE_UPDATED_AT = "updatedAt";
    static final String CASE_REACH = "reach";
    static final String HOLDER = "holder";
    static final String CLOSE_REASON = "closeReason";
    static final String REPLY = "reply";
    static final String ROUND = "round";
    static final String DUE_AT = "dueAt";
    static final String CARRIED_BY = "carriedBy";

    @Override
    public Document toDocument(Report report) {
        Received received = report.received();
        Fields fields = new Fields()
                .put(TRACKING_NUMBER, received.trackingNumber())
                .put("channel", received.channel().name())
                .put("nature", nameOf(received.nature()))
                .put(CATEGORY, received.category())
                .put("text", erasable(received.text()))
                .put("location", point(received.location()))
                .put("gridCode", received.gridCode())
                .put("claimedGridCode", received.claimedGridCode())
                .put("urgency", received.urgency().name())
                .put("firstReceiver", actor(received.firstReceiver()))
                .put(RESIDENT, received.residentId())
                .put("settledOnSpot", settlement(received.settledOnSpot()))
                .put(RECEIVED_AT, date(received.receivedAt()))
                .put("observedAt", date(received.observedAt()))
                .put("assetId", received.assetId())
                .put("hardCase", received.hardCase())
                .put("circumstances", ReportCircumstances.document(received.circumstances()))
                .put("asGiven", ReportCircumstances.document(report.asGiven()))
                .put(CELL, cell(received))
                .put("contentHash", report.contentHash());
        report.caseStanding()
                .ifPresent(standing -> fields.put(CASE, standing(standing)).put(CASE_SEQ, standing.seq()));
        return fields.document;
    }

    @Override
    public Report fromDocument(String id, Document document) {
        Received received = new Received(
                id,
                document.getString(TRACKING_NUMBER),
                Channel.valueOf(document.getString("channel")),
                read(document.getString("nature"), Nature::valueOf),
                document.getString(CATEGORY),
                erasable(document.get("text", Document.class)),
                read(document.get("location", Document.class), ReportMapper::point),
                document.getString("gridCode"),
                document.getString("claimedGridCode"),
                Urgency.valueOf(document.getString("urgency")),
                actor(document.get("firstReceiver", Document.class)),
                document.getString(RESIDENT),
                read(document.get("settledOnSpot", Document.class), ReportMapper::settlement),
                document.getDate(RECEIVED_AT).toInstant(),
                read(document.getDate("observedAt"), Date::toInstant),
                document.getString("assetId"),
                document.getBoolean("hardCase"),
                read(document.get("circumstances", Document.class), ReportCircumstances::circumstances));
        return new Report(
                received,
                document.getString("contentHash"),
                read(document.get(CASE, Document.class), of -> standing(of, document.getLong(CASE_SEQ))),
                read(document.get("asGiven", Document.class), ReportCircumstances::asGiven));
    }

    private static @Nullable String cell(Received received) {
        return received.settledOnSpot() == null ? Cells.of(received.location(), received.gridCode()) : null;
    }

    static Document erasable(Erasable text) {
        return new Document("value", text.value()).append("salt", text.salt());
    }

    static Erasable erasable(Document text) {
        return new Erasable(text.getString("value"), text.getString("salt"));
    }

    static @Nullable Document point(@Nullable GeoPoint point) {
        return point == null ? null : new Document("type", point.type()).append("coordinates", point.coordinates());
    }

    static GeoPoint point(Document point) {
        return new GeoPoint(point.getString("type"), point.getList("coordinates", Double.class));
    }

    private static Document actor(Actor actor) {
        return new Fields()
                .put("kind", actor.kind().name())
                .put("id", actor.id())
                .put("unitId", actor.unitId())
                .document;
    }

    private static Actor actor(Document actor) {
        return new Actor(Actor.Kind.valueOf(actor.getString("kind")), actor.getString("id"), actor.getString("unitId"));
    }

    private static @Nullable Document settlement(@Nullable OnSpotSettlement onSpot) {
        return onSpot == null
                ? null
                : new Document("text", erasable(onSpot.text())).append("attachmentIds", onSpot.attachmentIds());
    }

    private static OnSpotSettlement settlement(Document onSpot) {
        return new OnSpotSettlement(
                erasable(onSpot.get("text", Document.class)),
                List.copyOf(onSpot.getList("attachmentIds", String.class)));
    }

    private static Document standing(CaseStanding standing) {
        return new Fields()
                .put(CASE_NUMBER, standing.caseNumber())
                .put(CASE_STATE, standing.state().name())
                .put(CASE_UPDATED_AT, date(standing.updatedAt()))
                .put(CLOSE_REASON, nameOf(standing.closeReason()))
                .put(CASE_REACH, standing.reach())
                .put(CATEGORY, standing.category())
                .put(HOLDER, standing.holderId())
                .put(REPLY, standing.reply() == null ? null : reply(standing.reply()))
                .put(ROUND, standing.round() == null ? null : round(standing.round()))
                .put(DUE_AT, date(standing.dueAt()))
                .put(CARRIED_BY, standing.carriedBy())
                .document;
    }

    private static CaseStanding standing(Document of, long seq) {
        return new CaseStanding(
                of.getString(CASE_NUMBER),
                CaseState.valueOf(of.getString(CASE_STATE)),
                seq,
                of.getDate(CASE_UPDATED_AT).toInstant(),
                read(of.getString(CLOSE_REASON), CloseReason::valueOf),
                read(
                        of.get(REPLY, Document.class),
                        reply -> new Reply(
                                reply.getString("text"), reply.getDate("at").toInstant())),
                Objects.requireNonNullElse(of.getList(CASE_REACH, String.class), List.of()),
                read(
                        of.get(ROUND, Document.class),
                        round -> new CallRound(
                                round.getString("id"), round.getList("residentIds", String.class, List.of()))),
                read(of.getDate(DUE_AT), Date::toInstant),
                of.getString(CATEGORY),
                of.getString(HOLDER),
                of.getString(CARRIED_BY));
    }

    static Document round(CallRound round) {
        return new Document("id", round.id()).append("residentIds", round.residentIds());
    }

    static Document reply(Reply reply) {
        return new Document("text", reply.text()).append("at", Date.from(reply.at()));
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static @Nullable Date date(@Nullable Instant time) {
        return time == null ? null : Date.from(time);
    }

    static <A, B> @Nullable B read(@Nullable A stored, Function<A, B> as) {
        return stored == null ? null : as.apply(stored);
    }

    /** A document without nulls. */
    static final class Fields {
        final Document document = new Document();

        Fields put(String field, @Nullable Object value) {
            if (value != null) {
                document.append(field, value);
            }
            return this;
        }
    }
}
