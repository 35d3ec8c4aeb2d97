package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.dispatch.desk.CasesDue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** From the index {@code next_timer} alone; no document is read. */
public final class MongoCasesDue implements CasesDue {
    private final MongoDatabase database;
    private final MongoCollection<Document> cases;

    public MongoCasesDue(MongoDatabase database) {
        this.database = database;
        this.cases = database.getCollection(CaseMigrations.CASES);
    }

    @Override
    public List<Due> until(Instant now, Place behind, int atMost) {
        return cases.find(filter(now, behind))
                .hintString(CaseMigrations.NEXT_TIMER)
                .sort(Sorts.ascending(CaseMapper.NEXT_TIMER_AT, "_id"))
                .projection(Projections.include(CaseMapper.NEXT_TIMER_AT))
                .limit(atMost)
                .map(document -> new Due(
                        document.getString("_id"),
                        document.getDate(CaseMapper.NEXT_TIMER_AT).toInstant()))
                .into(new ArrayList<>());
    }

    /** The first two conditions bound the index, the third leaves out what was seen. */
    static Bson filter(Instant now, Place behind) {
        Date at = Date.from(behind.at());
        return Filters.and(
                Filters.gte(CaseMapper.NEXT_TIMER_AT, at),
                Filters.lte(CaseMapper.NEXT_TIMER_AT, Date.from(now)),
                Filters.or(Filters.gt(CaseMapper.NEXT_TIMER_AT, at), Filters.gt("_id", behind.caseId())));
    }

    @Override
    public Instant storeTime() {
        return database.runCommand(new Document("hello", 1))
                .getDate("localTime")
                .toInstant();
    }
}
