package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.intake.hotline.Call;
import io.wangge.intake.hotline.CallEvent;
import io.wangge.intake.hotline.Calls;
import io.wangge.intake.mongo.ReportMapper.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code calls}; a call goes a year after its last change, since it holds a number. Each message of
 * the telephone system has fields of its own, so their order does not matter.
 */
public final class MongoCalls implements Calls {
    static final String COLLECTION = "calls";
    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
    private static final FindOneAndUpdateOptions THERE =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> calls;

    public MongoCalls(MongoDatabase database) {
        this.calls = database.getCollection(COLLECTION);
    }

    @Override
    public Call told(CallEvent event, @Nullable String personId) {
        String time = event.kind().name().toLowerCase(java.util.Locale.ROOT) + "At";
        List<Bson> changes = new ArrayList<>(List.of(
                Updates.set("line", event.line()),
                // The first word counts: a repeat must not move the time.
                Updates.min(time, Date.from(event.at())),
                Updates.currentDate("changedAt")));
        set(changes, "number", event.number());
        set(changes, "personId", personId);
        set(changes, "record", event.record());
        set(changes, event.kind() == CallEvent.Kind.ANSWER ? "answeredBy" : "offeredTo", agentOf(event));
        return call(Objects.requireNonNull(
                calls.findOneAndUpdate(Filters.eq("_id", event.callId()), Updates.combine(changes), UPSERT)));
    }

    /** Who hangs up says nothing of whose call it was. */
    private static @Nullable String agentOf(CallEvent event) {
        return event.kind() == CallEvent.Kind.END ? null : event.agentId();
    }

    private static void set(List<Bson> changes, String field, @Nullable String value) {
        if (value != null) {
            changes.add(Updates.set(field, value));
        }
    }

    @Override
    public Optional<Call> find(String callId) {
        return Optional.ofNullable(calls.find(Filters.eq("_id", callId)).first())
                .map(MongoCalls::call);
    }

    /** Index {@code latest_calls}: those of a day are few enough to pass over those of others. */
    @Override
    public List<Call> latest(String staffId, Instant since, int atMost) {
        Bson own = Filters.or(
                Filters.eq("answeredBy", staffId),
                Filters.and(Filters.exists("answeredBy", false), Filters.in("offeredTo", staffId, null)),
                Filters.eq("transfers.toAgentId", staffId));
        return calls.find(Filters.and(Filters.gte("changedAt", Date.from(since)), own))
                .sort(Sorts.descending("changedAt"))
                .limit(atMost)
                .map(MongoCalls::call)
                .into(new ArrayList<>());
    }

    @Override
    public List<Call> changedSince(Instant moment, int atMost) {
        return calls.find(Filters.gte("changedAt", Date.from(moment)))
                .sort(Sorts.ascending("changedAt"))
                .limit(atMost)
                .map(MongoCalls::call)
                .into(new ArrayList<>());
    }

    @Override
    public Call filed(String callId, String reportId) {
        return changed(callId, Updates.addToSet("reportIds", reportId));
    }

    @Override
    public Call handedOn(String callId, Call.Transfer transfer) {
        Document document = new Fields()
                .put("id", transfer.id())
                .put("toLine", transfer.toLine())
                .put("toUnitId", transfer.toUnitId())
                .put("toAgentId", transfer.toAgentId())
                .put("reason", transfer.reason())
                .put("byId", transfer.byId())
                .put("at", Date.from(transfer.at()))
                .document;
        Document changed = calls.findOneAndUpdate(
                Filters.and(Filters.eq("_id", callId), Filters.ne("transfers.id", transfer.id())),
                Updates.combine(Updates.push("transfers", document), Updates.currentDate("changedAt")),
                THERE);
        return changed == null ? find(callId).orElseThrow() : call(changed);
    }

    private Call changed(String callId, Bson change) {
        return call(Objects.requireNonNull(calls.findOneAndUpdate(
                Filters.eq("_id", callId), Updates.combine(change, Updates.currentDate("changedAt")), THERE)));
    }

    private static Call call(Document document) {
        return new Call(
                document.getString("_id"),
                document.getString("line"),
                document.getString("number"),
                document.getString("personId"),
                document.getString("offeredTo"),
                document.getString("answeredBy"),
                time(document, "ringAt"),
                time(document, "answerAt"),
                time(document, "endAt"),
                document.getString("record"),
                document.getList("reportIds", String.class, List.of()),
                document.getList("transfers", Document.class, List.of()).stream()
                        .map(MongoCalls::transfer)
                        .toList(),
                document.getDate("changedAt").toInstant());
    }

    private static Call.Transfer transfer(Document of) {
        return new Call.Transfer(
                of.getString("id"),
                of.getString("toLine"),
                of.getString("toUnitId"),
                of.getString("toAgentId"),
                of.getString("reason"),
                of.getString("byId"),
                of.getDate("at").toInstant());
    }

    private static @Nullable Instant time(Document document, String field) {
        return ReportMapper.read(document.getDate(field), Date::toInstant);
    }
}
