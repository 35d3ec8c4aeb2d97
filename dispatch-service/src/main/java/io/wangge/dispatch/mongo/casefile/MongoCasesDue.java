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
    public List<Due> until(Instant now, Instant notBefore, int atMost) {
        return cases.find(filter(now, notBefore))
                .sort(Sorts.ascending(CaseMapper.NEXT_TIMER_AT, "_id"))
                .projection(Projections.include(CaseMapper.NEXT_TIMER_AT))
                .limit(atMost)
                .map(document -> new Due(
                        document.getString("_id"),
                        document.getDate(CaseMapper.NEXT_TIMER_AT).toInstant()))
                .into(new ArrayList<>());
    }

    static Bson filter(Instant now, Instant notBefore) {
        return Filters.and(
                Filters.gte(CaseMapper.NEXT_TIMER_AT, Date.from(notBefore)),
                Filters.lte(CaseMapper.NEXT_TIMER_AT, Date.from(now)));
    }

    @Override
    public Instant storeTime() {
        return database.runCommand(new Document("hello", 1))
                .getDate("localTime")
                .toInstant();
    }
}
