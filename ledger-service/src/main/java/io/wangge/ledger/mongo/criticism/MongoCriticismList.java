package io.wangge.ledger.mongo.criticism;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.criticism.Award;
import io.wangge.ledger.criticism.CriticismList;
import io.wangge.ledger.criticism.Sanction;
import io.wangge.ledger.criticism.Scoring;
import io.wangge.ledger.mongo.book.ListedEntries;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.records.Kept;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Read from the entries by their type; awards, sanctions and rounds from their own few documents. */
public final class MongoCriticismList implements CriticismList {

    private final MongoDatabase database;
    private final ListedEntries listed;
    private final ZoneId zone;

    public MongoCriticismList(MongoDatabase database, ZoneId zone) {
        this.database = database;
        this.listed = new ListedEntries(database);
        this.zone = zone;
    }

    @Override
    public List<Line> of(YearMonth month, Set<String> units, int atMost) {
        List<Document> registered = listed.latest(
                ListedEntries.REGISTERED,
                and(gte("time", start(month)), lt("time", start(month.plusMonths(1))), in("scopeUnits", units)),
                atMost);
        List<String> cases =
                registered.stream().map(entry -> entry.getString("caseId")).toList();
        Map<String, CaseFacts> facts = facts(cases);
        Map<String, Instant> replied = new HashMap<>();
        Map<String, Instant> awaited = new HashMap<>();
        listed.ofCases(cases, ListedEntries.REPLIED, ListedEntries.AWAITED).forEach(entry -> {
            String caseId = entry.getString("caseId");
            if (ListedEntries.REPLIED.equals(entry.getString("type"))) {
                replied.putIfAbsent(caseId, entry.getDate("time").toInstant());
            } else {
                put(awaited, caseId, moment(entry, "/what/at"));
            }
        });
        return registered.stream()
                .flatMap(entry -> Optional.ofNullable(facts.get(entry.getString("caseId"))).stream()
                        .map(known -> line(entry, known.summary(), replied, awaited)))
                .toList();
    }

    private static Line line(
            Document entry, CaseSummary now, Map<String, Instant> replied, Map<String, Instant> awaited) {
        return new Line(
                now.caseId(),
                now.caseNumber(),
                now.state().name(),
                now.holderPath(),
                entry.getDate("time").toInstant(),
                moment(entry, "/what/replyDueAt"),
                replied.get(now.caseId()),
                now.state() == CaseState.PENDING_CALLBACK ? awaited.get(now.caseId()) : null);
    }

    private static void put(Map<String, Instant> map, String key, @Nullable Instant value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static @Nullable Instant moment(Document entry, String pointer) {
        return ListedEntries.said(entry)
                .map(message -> message.at(pointer).asString(""))
                .filter(text -> !text.isEmpty())
                .map(Instant::parse)
                .orElse(null);
    }

    private Date start(YearMonth month) {
        return Date.from(month.atDay(1).atStartOfDay(zone).toInstant());
    }

    private Map<String, CaseFacts> facts(List<String> caseIds) {
        Map<String, CaseFacts> facts = new HashMap<>();
        database.getCollection(CaseFactsDocuments.COLLECTION)
                .find(in("_id", caseIds))
                .forEach(
                        (Document document) -> facts.put(document.getString("_id"), CaseFactsDocuments.read(document)));
        return facts;
    }

    @Override
    public Optional<List<String>> scopeOf(String caseId) {
        boolean criticism =
                !listed.ofCases(List.of(caseId), ListedEntries.REGISTERED).isEmpty();
        return criticism
                ? Optional.ofNullable(facts(List.of(caseId)).get(caseId)).map(CaseFacts::scopeUnits)
                : Optional.empty();
    }

    @Override
    public List<Award> awardsOf(Set<String> caseIds) {
        return read(CriticismMigrations.AWARDS, in("caseId", caseIds), Award.class);
    }

    @Override
    public List<Award> wonIn(String scoringId) {
        return read(CriticismMigrations.AWARDS, eq("scoringId", scoringId), Award.class);
    }

    @Override
    public List<Sanction> sanctionsOf(Set<String> caseIds) {
        return read(CriticismMigrations.SANCTIONS, in("caseId", caseIds), Sanction.class);
    }

    @Override
    public List<Scoring> scorings(Set<String> units, int atMost) {
        RecordMapper<Scoring> mapper = new RecordMapper<>(Scoring.class);
        return database.getCollection(CriticismMigrations.SCORINGS)
                .find(in("unitPath", units))
                .sort(Sorts.descending("noticedAt"))
                .limit(atMost)
                .map(document -> mapper.fromDocument(document.getString("_id"), document))
                .into(new ArrayList<>());
    }

    private <T extends Kept> List<T> read(String collection, Bson filter, Class<T> type) {
        RecordMapper<T> mapper = new RecordMapper<>(type);
        return database.getCollection(collection)
                .find(filter)
                .sort(Sorts.ascending("_id"))
                .map(document -> mapper.fromDocument(document.getString("_id"), document))
                .into(new ArrayList<>());
    }
}
