package io.wangge.ledger.mongo.criticism;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nor;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.wangge.contracts.casefile.CaseEvent.Decision;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.criticism.AwardEvent.Recipient;
import io.wangge.ledger.desk.Accountability;
import io.wangge.ledger.mongo.book.ListedEntries;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The list, read from the entries themselves: nothing beside the chain could be changed instead. */
public final class MongoAccountability implements Accountability {
    private static final Map<Kind, String> TYPES = Map.of(
            Kind.DECISION, ListedEntries.DECIDED,
            Kind.AWARD, ListedEntries.AWARDED,
            Kind.AWARD_REVOKED, ListedEntries.AWARD_REVOKED,
            Kind.SANCTION, ListedEntries.SANCTIONED,
            Kind.SANCTION_REVOKED, ListedEntries.SANCTION_REVOKED);

    private final MongoDatabase database;
    private final ListedEntries listed;

    public MongoAccountability(MongoDatabase database) {
        this.database = database;
        this.listed = new ListedEntries(database);
    }

    @Override
    public Page page(@Nullable Kind kind, @Nullable Place after, int limit) {
        // The index is by type; a page of the whole list takes a page of each.
        List<Document> found = (kind == null ? Stream.of(Kind.values()) : Stream.of(kind))
                .flatMap(one -> entries(one, after, limit + 1).stream())
                .sorted(ListedEntries.LATEST_FIRST)
                .toList();
        List<Document> shown = found.subList(0, Math.min(limit, found.size()));
        Place next = found.size() > limit
                ? new Place(
                        shown.getLast().getDate("time").toInstant(),
                        shown.getLast().getString("_id"))
                : null;
        Map<String, CaseSummary> cases = cases(shown);
        return new Page(shown.stream().flatMap(entry -> line(entry, cases)).toList(), next);
    }

    private List<Document> entries(Kind kind, @Nullable Place after, int limit) {
        String type = requireNonNull(TYPES.get(kind));
        return listed.latest(type, after == null ? Filters.empty() : behind(after), limit);
    }

    private static Bson behind(Place after) {
        Date at = Date.from(after.at());
        return and(lte("time", at), nor(and(eq("time", at), gte("_id", after.entryId()))));
    }

    /** Awards and sanctions name their case only. */
    private Map<String, CaseSummary> cases(List<Document> entries) {
        Map<String, CaseSummary> cases = new HashMap<>();
        List<String> ids = entries.stream()
                .filter(entry -> !ListedEntries.DECIDED.equals(entry.getString("type")))
                .flatMap(entry -> Stream.ofNullable(entry.getString("caseId")))
                .toList();
        if (!ids.isEmpty()) {
            database.getCollection(CaseFactsDocuments.COLLECTION)
                    .find(in("_id", ids))
                    .forEach((Document document) -> cases.put(
                            document.getString("_id"),
                            CaseFactsDocuments.read(document).summary()));
        }
        return cases;
    }

    private static Stream<Line> line(Document entry, Map<String, CaseSummary> cases) {
        Kind kind = TYPES.entrySet().stream()
                .filter(one -> one.getValue().equals(entry.getString("type")))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return kind == Kind.DECISION ? decision(entry) : record(kind, entry, cases);
    }

    /** A decision for rework is none of this list. */
    private static Stream<Line> decision(Document entry) {
        return ListedEntries.said(entry).stream()
                .filter(message -> Decision.CLOSE.name().equals(text(message.at("/what/decision"))))
                .map(message -> new Line(
                        Kind.DECISION,
                        entry.getString("_id"),
                        text(message.at("/after/caseNumber")),
                        text(message.at("/after/category")),
                        last(message.at("/after/holderPath")),
                        text(message.at("/by/unitId")),
                        entry.getDate("time").toInstant(),
                        Optional.ofNullable(text(message.at("/what/reason"))).orElse(""),
                        null,
                        null));
    }

    /** Neither the critic nor the member of staff is named. */
    private static Stream<Line> record(Kind kind, Document entry, Map<String, CaseSummary> cases) {
        @Nullable CaseSummary theCase = cases.get(String.valueOf(entry.getString("caseId")));
        return ListedEntries.said(entry).stream()
                .map(message -> new Line(
                        kind,
                        entry.getString("_id"),
                        theCase == null ? null : theCase.caseNumber(),
                        theCase == null ? null : theCase.category(),
                        unitOf(message, theCase),
                        text(message.at("/by/unitId")),
                        entry.getDate("time").toInstant(),
                        Optional.ofNullable(text(message.at("/reason"))).orElse(""),
                        message.at("/amountFen").isNumber()
                                ? message.at("/amountFen").asLong()
                                : null,
                        text(message.at("/kind"))));
    }

    private static @Nullable String unitOf(JsonNode message, @Nullable CaseSummary theCase) {
        boolean toUnit = Recipient.UNIT.name().equals(text(message.at("/recipient")));
        String said = text(message.at(toUnit ? "/recipientId" : "/unitId"));
        return said != null || theCase == null || theCase.holderPath().isEmpty()
                ? said
                : theCase.holderPath().getLast();
    }

    private static @Nullable String last(JsonNode path) {
        return path.isArray() && !path.isEmpty() ? text(path.get(path.size() - 1)) : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
